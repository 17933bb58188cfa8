import { expect, test } from 'vitest';
import { poison } from './poison.ts';

const SEED = Number(process.env.FC_SEED ?? 7);

test('one bad event of 2,000 is set aside with its reason, and all others take effect once', async () => {
  const figures = await poison.run({ seed: SEED, short: true, without: false, progress: () => {} });
  expect(figures).toMatchObject({ name: 'poison', seed: SEED, events: 2_000, violations: [] });
});

test('without setting it aside, its shard is found to be held up, and no other', async () => {
  const { violations } = await poison.run({ seed: SEED, short: true, without: true, progress: () => {} });
  expect(violations).toContain('the shard with the bad record is held up');
  expect(violations).not.toContain('a shard without the bad record is held up');
});
