import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/database.ts';
import { rebuildProjection } from '../../../platform/events/rebuild-projection.ts';
import { seededRandom } from '../../unit/seeded-random.ts';
import { testDatabase } from '../database.ts';
import { count, published, write } from './appended.ts';
import { counted, createTallyTables, deliveringTo, ignored, NOW, summing, tally } from './tally.ts';

let database: Database;
let owner: Database;
let deliver: ReturnType<typeof deliveringTo>;
beforeAll(async () => {
  ({ database, owner } = await testDatabase());
  await createTallyTables(owner);
  deliver = deliveringTo(tally, database);
});

const rebuild = (consumer: typeof tally, options: { readonly pageSize: number; readonly mostLeft?: number }) =>
  rebuildProjection(consumer, { database: owner, now: () => NOW, ...options });

test('a projection is built again to the same while events are written and delivered, twice and in disorder, all the time', async () => {
  const random = seededRandom(Number(process.env.FC_SEED ?? 1));
  for (let n = 0; n < 30; n++) await write(database, `s${n % 4}`, count(n), ignored.of({}), count(n + 1));
  await deliver(await published(database));
  let over = false;
  let written = 0;
  const writer = async (name: string) => {
    for (; !over; written++)
      await write(database, `${name}-${Math.floor(random() * 5)}`, count(written % 50), ignored.of({}));
  };
  const deliveries = async (consume: typeof deliver) => {
    for (let at = 0; !over; ) {
      const records = await published(database);
      const to = Math.min(records.length, at + 40);
      await consume(records.slice(Math.max(0, at - Math.floor(random() * 5)), to));
      at = to;
    }
  };
  /** Readers never see a part. */
  const reader = async () => {
    let most = 0;
    while (!over) {
      const [{ rows }] = await database.sql<[{ rows: number }]>`select sum(count)::int as rows from tallies`;
      expect(rows).toBeGreaterThanOrEqual(most);
      most = rows;
    }
  };
  const rebuilds = async () => {
    const verdicts: string[] = [];
    for (let n = 0; n < 3; n++) {
      const { verdict } = await rebuild(tally, { pageSize: 50, mostLeft: 200 });
      verdicts.push(verdict);
      // The other consumer's positions are its own.
      verdicts.push((await rebuild(summing, { pageSize: 500 })).verdict);
    }
    over = true;
    return verdicts;
  };
  const [verdicts] = await Promise.all([
    rebuilds().finally(() => {
      over = true;
    }),
    writer('a'),
    writer('b'),
    deliveries(deliver),
    deliveries(deliver),
    deliveries(deliveringTo(summing, database)),
    reader(),
  ]);
  // On a busy machine a consumer may be too far behind to be compared; what is kept in the end is compared below.
  expect(verdicts).not.toContain('different');
  expect(verdicts).toContain('same');
  for (let n = 0; n < 2; n++) {
    await deliver(await published(database));
    await deliveringTo(summing, database)(await published(database));
  }
  const [{ total, rows }] = await database.sql<[{ total: string; rows: string }]>`
    select sum((data ->> 'amount')::int) as total, count(*) as rows from events where type = ${counted.name}`;
  expect(await database.sql`select sum(total) as total, sum(count) as rows from tallies`).toEqual([{ total, rows }]);
  expect(await database.sql`select total from sums`).toEqual([{ total }]);
  // Each stream in its order.
  expect(
    await database.sql`
    select from tallies where trail <> (
      select string_agg(version || ':' || (data ->> 'amount') || ' ', '' order by version)
      from events where events.stream_id = tallies.stream_id and type = ${counted.name}
    )`,
  ).toHaveLength(0);
}, 60_000);
