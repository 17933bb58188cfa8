import { expect, test } from 'vitest';
import { ingest } from './ingest.ts';

const SEED = Number(process.env.FC_SEED ?? 7);

test('readings that come twice, late and in any order are stored and added up once, whatever is killed meanwhile', async () => {
  const figures = await ingest.run({ seed: SEED, short: true, without: false, progress: () => {} });
  expect(figures).toMatchObject({
    name: 'ingest',
    seed: SEED,
    readings: 20_000,
    consumerKills: 2,
    databaseRestarts: 1,
    violations: [],
  });
});

test('adding up all that is delivered is found to be wrong', async () => {
  const { violations } = await ingest.run({ seed: SEED, short: true, without: true, progress: () => {} });
  expect(violations.join('\n')).toMatch(/sensor_minute_aggregates lacks \d+ rows and has \d+ others/);
  expect(violations.join('\n')).toMatch(/sensor_hourly_aggregates lacks/);
});
