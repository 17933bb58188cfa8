/** Halves are found within this of a whole part: a value times 10,000 is off by far less. */
const NEAR_HALF = 1e-5;

/**
 * A number rounded to so many decimals as PostgreSQL rounds the text of it: halves away from zero. 20.12345 is a half as it is
 * written, and a little less as a double: what is near a half is looked at as it is written. -0 is 0.
 */
export function roundDecimal(value: number, decimals: number): number {
  const parts = 10 ** decimals;
  const size = Math.abs(value);
  const scaled = size * parts;
  const nearHalf = Math.abs(scaled - Math.floor(scaled) - 0.5) < NEAR_HALF;
  // Seldom: ten times as slow.
  const rounded = Math.round(nearHalf ? Number(`${size}e${decimals}`) : scaled) / parts;
  return value < 0 && rounded > 0 ? -rounded : rounded;
}
