import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isComfortTold } from '../../../../../functions/iot/visit-statistics/comfort-told.ts';

test.each([
  [5, 0, 5, true],
  [5, 5, 0, true],
  [10, 5, 5, true],
  [10, 5, 0, true],
  [5, 0, 4, false],
  [5, 1, 0, false],
  [5, 1, 4, false],
  [9, 4, 5, false],
  [9, 5, 4, false],
  [6, 5, 0, false],
])('of %i visitors of whom %i said it and of %i it is inferred: %s', (visitors, asked, inferred, told) => {
  expect(isComfortTold({ visitors, asked, inferred })).toBe(told);
});

test('whatever is told, nobody stands alone: who said it, who did not, and of whom it is inferred are none or five', () => {
  const counts = fc
    .tuple(fc.nat(12), fc.nat(12), fc.nat(12))
    .map(([asked, inferred, none]) => ({ visitors: asked + inferred + none, asked, inferred }));
  fc.assert(
    fc.property(counts, each => {
      if (!isComfortTold(each)) return;
      const { visitors, asked, inferred } = each;
      for (const people of [asked, inferred, visitors - asked]) expect([1, 2, 3, 4]).not.toContain(people);
      expect(asked + inferred).toBeGreaterThanOrEqual(5);
    }),
  );
});
