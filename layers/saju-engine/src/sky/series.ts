/** Columns of a series of cosines. */
const COLUMNS = 3;

const TURN = 2 * Math.PI;
/** Taylor coefficients of sin 2πx, to x¹³: within 7e-10 up to a quarter turn. */
const S1 = TURN;
const S3 = -(TURN ** 3) / 6;
const S5 = TURN ** 5 / 120;
const S7 = -(TURN ** 7) / 5040;
const S9 = TURN ** 9 / 362_880;
const S11 = -(TURN ** 11) / 39_916_800;
const S13 = TURN ** 13 / 6_227_020_800;

/**
 * Sum of a series whose rows are amplitude, phase and frequency (turns) of a cosine.
 *
 * The cosine is a polynomial of our own: a third of the time of `Math.cos` on angles of many turns, and the same bits
 * on every JavaScript engine.
 */
export function cosineSum(rows: readonly number[], time: number): number {
  let sum = 0;
  for (let i = 0; i < rows.length; i += COLUMNS) sum += rows[i]! * cosineOfTurns(rows[i + 1]! + rows[i + 2]! * time);
  return sum;
}

/** Cosine of an angle in turns, to 7e-10. */
export function cosineOfTurns(turns: number): number {
  const x = 0.25 - Math.abs(turns - Math.floor(turns + 0.5));
  const y = x * x;
  return x * (S1 + y * (S3 + y * (S5 + y * (S7 + y * (S9 + y * (S11 + y * S13))))));
}

/** Value of a polynomial whose coefficients are given from the constant upwards. */
export function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) value = value * x + coefficients[i]!;
  return value;
}
