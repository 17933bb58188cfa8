import { digits, fitPolynomial } from './packing.ts';
import { solarTermInstant } from './solar-terms.ts';

/** Years of the table; the runtime module names the same. */
export const FIRST_YEAR = 1899;
export const LAST_YEAR = 2101;

/** Instants of all terms of the years, rounded to the second, in order of time. */
export function solarTerms(firstYear: number, lastYear: number): number[] {
  const instants: number[] = [];
  for (let year = firstYear; year <= lastYear; year++) {
    for (let index = 0; index < 24; index++) instants.push(Math.round(solarTermInstant(year, index)));
  }
  return instants;
}

/**
 * Source of the table: for each term a cubic in x, the years from 2000, with integer coefficients,
 * c0 + c1 x + ⌊x² (c2 + c3 x) / 2^20⌋, and for each instant the seconds above it (0 to 4095) in 2 digits.
 */
export function solarTermsTable(instants: readonly number[]): string {
  const polynomials: string[] = [];
  const residuals: number[] = [];
  for (let index = 0; index < 24; index++) {
    const ys = instants.filter((_, serial) => serial % 24 === index);
    const xs = ys.map((_, k) => FIRST_YEAR - 2000 + k);
    const [, , square = 0, cube = 0] = fitPolynomial(xs, ys, 3);
    const c3 = Math.round(cube * 2 ** 20);
    const c2 = Math.round(square * 2 ** 20);
    const curved = (x: number) => (x * x * (c2 + c3 * x)) >> 20;
    const c1 = Math.round(
      fitPolynomial(
        xs,
        ys.map((y, k) => y - curved(xs[k]!)),
        1,
      )[1]!,
    );
    const above = ys.map((y, k) => y - curved(xs[k]!) - c1 * xs[k]!);
    const c0 = Math.min(...above);
    polynomials.push(`  [${[c0, c1, c2, c3].join(', ')}],`);
    for (const [k, value] of above.entries()) residuals[24 * k + index] = value - c0;
  }
  return `/**
 * For each of the 24 terms, 소한 first, the coefficients c0 to c3 of seconds since 1970-01-01T00:00:00Z in
 * x = year − 2000: c0 + c1 x + ⌊x² (c2 + c3 x) / 2^20⌋.
 */
export const TERM_POLYNOMIALS: readonly (readonly [number, number, number, number])[] = [
${polynomials.join('\n')}
];

/** Seconds above them, 2 digits a term, in order of time from 소한 of ${FIRST_YEAR} to 동지 of ${LAST_YEAR}. */
export const TERM_RESIDUALS = '${residuals.map(residual => digits(residual, 2)).join('')}';
`;
}
