import { expect, test } from 'vitest';
import { partitions } from './partitions.ts';

const SEED = Number(process.env.FC_SEED ?? 7);

test('a change of the month loses no reading, and dropping an expired month that is being read holds nobody up', async () => {
  const figures = await partitions.run({ seed: SEED, short: true, without: false, progress: () => {} });
  expect(figures).toMatchObject({ name: 'partitions', stored: { before: 10_000, after: 10_000 }, violations: [] });
});

test('one who drops and waits for as long as it takes is found to hold everybody up', async () => {
  const { violations } = await partitions.run({ seed: SEED, short: true, without: true, progress: () => {} });
  expect(violations.join('\n')).toMatch(/a read waited \d+ ms/);
});
