import { expect, test } from 'vitest';
import { type ErasureFigures, erasure } from './erasure.ts';

const SEED = Number(process.env.FC_SEED ?? 7);

test('after a restore of keys, database or both nothing of erased users opens, and everything of others does', async () => {
  const figures = (await erasure.run({
    seed: SEED,
    short: true,
    without: false,
    progress: () => {},
  })) as ErasureFigures;
  expect(figures).toMatchObject({ name: 'erasure', seed: SEED, violations: [] });
  expect(Object.keys(figures.restores)).toHaveLength(3);
  // There was something to undo, and something to keep.
  expect(Math.min(figures.openedByRestores, figures.closed, figures.opened)).toBeGreaterThan(0);
});

test('the same without applying erasures again is found to open what was erased', async () => {
  const { violations } = await erasure.run({ seed: SEED, short: true, without: true, progress: () => {} });
  expect(violations.join('\n')).toMatch(/was erased and opens/);
});
