import { expect, test } from 'vitest';
import { mayBeUnderFourteen } from '../../../../functions/users/accounts/age.ts';

test.each([
  ['2026-06-01T00:00:00Z', 2011, false],
  ['2026-06-01T00:00:00Z', 2012, true],
  ['2026-06-01T00:00:00Z', 2030, true],
  // The year begins in Seoul nine hours before it does in Greenwich.
  ['2025-12-31T14:59:59Z', 2011, true],
  ['2025-12-31T15:00:00Z', 2011, false],
])('at %s, born in %i: %s', (now, birthYear, under) => {
  expect(mayBeUnderFourteen(birthYear, new Date(now))).toBe(under);
});
