import { DIGITS } from '../src/calendar/base64-digits.ts';

/** A whole number from 0 to 64^width − 1 in `width` digits, high digit first. */
export function digits(value: number, width: number): string {
  if (!Number.isInteger(value) || value < 0 || value >= 64 ** width) {
    throw new RangeError(`${value} does not fit ${width} digits`);
  }
  let text = '';
  for (let rest = value, i = 0; i < width; i++, rest = Math.floor(rest / 64)) text = DIGITS[rest % 64] + text;
  return text;
}

/** Coefficients, lowest first, of the polynomial nearest to the points in least squares. */
export function fitPolynomial(xs: readonly number[], ys: readonly number[], degree: number): number[] {
  const size = degree + 1;
  const rows = Array.from({ length: size }, (_, i) => [
    ...Array.from({ length: size }, (_, j) => sum(xs.map(x => x ** (i + j)))),
    sum(xs.map((x, k) => x ** i * ys[k]!)),
  ]);
  // Gauss and Jordan; the normal matrix of distinct points is positive definite and needs no pivoting.
  for (let pivot = 0; pivot < size; pivot++) {
    const scale = rows[pivot]![pivot]!;
    rows[pivot] = rows[pivot]!.map(cell => cell / scale);
    for (let i = 0; i < size; i++) {
      if (i === pivot) continue;
      const factor = rows[i]![pivot]!;
      rows[i] = rows[i]!.map((cell, j) => cell - factor * rows[pivot]![j]!);
    }
  }
  return rows.map(row => row[size]!);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
