import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { projections, rebuildProjections } from '../../../functions/operations/rebuild-projection.ts';
import type { Database } from '../../../platform/db/database.ts';
import { append } from '../../../platform/events/event-store.ts';
import { jobFunction } from '../../../platform/jobs/job-function.ts';
import type { Domain, StreamDeclaration } from '../../../platform/manifest/domain.ts';
import { type LogSink, logTo } from '../../../platform/observability/log-sink.ts';
import { testDatabase } from '../database.ts';
import { counted, createTallyTables, NOW, OCCURRED_AT, summing, tally } from '../events/tally.ts';

let database: Database;
let owner: Database;
beforeAll(async () => {
  ({ database, owner } = await testDatabase());
  await createTallyTables(owner);
  const events = [1, 2, 3].map(amount => counted.of({ amount, note: 'n' }));
  await database.transaction(tx => append(tx, 's', 'any', events, { occurredAt: OCCURRED_AT }));
});

let lines: Record<string, unknown>[];
let former: LogSink;
beforeEach(() => {
  lines = [];
  former = logTo(line => lines.push(JSON.parse(line)));
});
afterEach(() => void logTo(former));

const declared = (consumer: NonNullable<StreamDeclaration['consumer']>) =>
  ({ consumer }) as unknown as StreamDeclaration;
const { projection: _, ...withoutProjection } = { ...tally, name: 'log' };
const domains: readonly Domain[] = [
  {
    name: 'a',
    purpose: '',
    alarms: [],
    streams: [declared(async () => tally), declared(async () => withoutProjection)],
  },
  { name: 'b', purpose: '', alarms: [], streams: [{} as StreamDeclaration, declared(async () => summing)] },
  { name: 'c', purpose: '', alarms: [] },
];

const run = (...args: string[]) =>
  jobFunction({
    name: 'rebuild-projection',
    run: rebuildProjections(domains),
    arguments: [projections(domains)],
    database: () => owner,
    now: () => NOW,
  })({ arguments: args }, { awsRequestId: 'r' });

test('it builds the one that is named, of whatever domain, and tells both checksums', async () => {
  expect(await run('summing')).toMatchObject({ projections: 1, events: 3, changedRows: 1 });
  const again = await run('summing');
  expect(again).toMatchObject({ projections: 1, events: 3, same: 1, different: 0, changedRows: 0 });
  const told = lines.filter(({ event }) => event === 'projection-rebuilt');
  expect(told).toHaveLength(2);
  const { live, rebuilt } = told[1]!.checksums as Record<string, string>;
  expect(live).toBe(rebuilt);
  expect(told[1]).toMatchObject({ level: 'info', projection: 'summing', verdict: 'same', projection_differences: 0 });
});

test('one that had become another is told as an error, is counted, and is right', async () => {
  await run('summing');
  await owner.sql`update sums set total = 1000`;
  lines.length = 0;
  expect(await run('summing')).toMatchObject({ same: 0, different: 1, changedRows: 1 });
  expect(lines.find(({ event }) => event === 'projection-rebuilt')).toMatchObject({
    _aws: {
      CloudWatchMetrics: [{ Metrics: expect.arrayContaining([{ Name: 'projection_differences', Unit: 'Count' }]) }],
    },
    level: 'error',
    verdict: 'different',
    projection_differences: 1,
  });
  expect(await database.sql`select total from sums`).toEqual([{ total: '6' }]);
});

test('without a name it builds all that there are', async () => {
  expect(await run()).toMatchObject({ projections: 2, events: 6 });
});

test('a name that is none of theirs fails, and says which there are', async () => {
  await expect(run('log')).rejects.toMatchObject({
    name: 'UnusableArguments',
    message: 'PROJECTION is one of: tally, summing. Usage: npm run job rebuild-projection -- [PROJECTION]',
  });
});
