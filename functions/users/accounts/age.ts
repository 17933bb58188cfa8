/** Under this age a guardian consents (PIPA, article 22-2). */
const OF_AGE = 14;

const SEOUL_MS = 9 * 3_600_000;

/**
 * Whether somebody born in that year may be under 14: in the year in which they turn 14 it depends on the day, which is not
 * asked for, and a guardian consents then too.
 */
export function mayBeUnderFourteen(birthYear: number, now: Date): boolean {
  return new Date(now.getTime() + SEOUL_MS).getUTCFullYear() - birthYear <= OF_AGE;
}
