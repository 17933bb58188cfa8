import { expect, test } from 'vitest';
import { outbox } from './outbox.ts';

const SEED = Number(process.env.FC_SEED ?? 7);

test('what was committed is published in its order and takes effect once, whatever is killed meanwhile', async () => {
  const figures = await outbox.run({ seed: SEED, short: true, without: false, progress: () => {} });
  expect(figures).toMatchObject({ name: 'outbox', seed: SEED, relayKills: 8, databaseCrashes: 1, violations: [] });
});

test('a relay that goes by positions alone is found to pass over events', async () => {
  const { violations } = await outbox.run({ seed: SEED, short: true, without: true, progress: () => {} });
  expect(violations.join('\n')).toMatch(/was committed and never published/);
});
