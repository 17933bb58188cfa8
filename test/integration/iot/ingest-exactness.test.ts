import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { readingTypes } from '../../../functions/iot/readings/reading-types.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { StreamRecord } from '../../../platform/streams/stream-function.ts';
import { seededRandom } from '../../unit/seeded-random.ts';
import { testDatabase } from '../database.ts';
import { DAY, ingesting, keptOf, START } from './ingesting.ts';

const SEED = Number(process.env.FC_SEED ?? 20_261_125);

let database: Database;
let owner: Database;
let world: Awaited<ReturnType<typeof ingesting>>;
let devices: readonly string[];

beforeAll(async () => {
  ({ database, owner } = await testDatabase());
  world = await ingesting(database);
  devices = (await Promise.all([1, 2, 3, 4].map(() => world.device()))).toSorted();
});

interface Sent {
  readonly deviceId: string;
  readonly type: 'temperature' | 'light';
  readonly value: number;
  readonly recordedAt: number;
}

/** Readings of all devices: close together, at the borders of minutes and hours, and some of them days late. */
function randomReadings(random: () => number): readonly Sent[] {
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]!;
  const readings = Array.from({ length: 150 }, () => {
    const recordedAt = START - pick([0, 0, 0, 1, 26 * DAY]) - Math.floor(random() * 200) * 997;
    const value = Math.round((random() * 80 - 30) * 10_000) / 10_000;
    return pick([
      { deviceId: pick(devices), type: 'temperature', value, recordedAt } as const,
      { deviceId: pick(devices), type: 'light', value: Math.abs(value) * 1_000, recordedAt } as const,
    ]);
  });
  // A device has one of each type in a millisecond.
  return [...new Map(readings.map(each => [`${each.deviceId} ${each.type} ${each.recordedAt}`, each])).values()];
}

function shuffled<Item>(items: readonly Item[], random: () => number): readonly Item[] {
  return items
    .map(item => ({ item, rank: random() }))
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ item }) => item);
}

/** Messages of their devices with readings in any order, a third of them more than once. */
function messages(readings: readonly Sent[], random: () => number): readonly StreamRecord[] {
  const sent = shuffled([...readings, ...readings.filter(() => random() < 0.3)], random);
  return [...Map.groupBy(sent, ({ deviceId }) => deviceId)].flatMap(([deviceId, ofDevice]) => {
    const records: StreamRecord[] = [];
    for (let from = 0; from < ofDevice.length; ) {
      const many = 1 + Math.floor(random() * 12);
      const payload = ofDevice.slice(from, from + many).map(({ type, value, recordedAt }) => {
        return { type, value, unit: readingTypes[type].unit, recordedAt };
      });
      records.push(world.message(deviceId, payload));
      from += many;
    }
    return records;
  });
}

/** Batches in order, some of them delivered again, whole or from somewhere on. */
function deliveries(records: readonly StreamRecord[], random: () => number): readonly (readonly StreamRecord[])[] {
  const batches: (readonly StreamRecord[])[] = [];
  for (let from = 0; from < records.length; ) {
    const batch = records.slice(from, from + 1 + Math.floor(random() * 9));
    batches.push(batch);
    if (random() < 0.3) batches.push(batch.slice(Math.floor(random() * batch.length)));
    from += batch.length;
  }
  return batches;
}

const text = (parts: bigint) => {
  const digits = String(parts < 0n ? -parts : parts).padStart(5, '0');
  return `${parts < 0n ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`;
};
const partsOf = ({ value }: Sent) => BigInt(Math.round(value * 10_000));

/** What there has to be of readings, computed from all of them at once, in whole ten-thousandths. */
function expected(readings: readonly Sent[]) {
  const inOrder = readings.toSorted(
    (one, other) =>
      one.deviceId.localeCompare(other.deviceId) ||
      one.type.localeCompare(other.type) ||
      one.recordedAt - other.recordedAt,
  );
  const windows = (ms: number) =>
    [
      ...Map.groupBy(
        inOrder,
        ({ deviceId, type, recordedAt }) => `${deviceId} ${type} ${recordedAt - (recordedAt % ms)}`,
      ),
    ].map(([key, group]) => {
      const [device_id, reading_type, start] = key.split(' ');
      const parts = group.map(partsOf).toSorted((one, other) => Number(one - other));
      return {
        ...{ device_id, reading_type, start: new Date(Number(start)), count: group.length },
        ...{ sum: text(parts.reduce((sum, each) => sum + each, 0n)), min: text(parts[0]!), max: text(parts.at(-1)!) },
      };
    });
  return { readings: inOrder.map(each => text(partsOf(each))), minutes: windows(60_000), hours: windows(3_600_000) };
}

const found = async () => {
  const { readings, minutes, hours, latest } = await keptOf(database);
  return { readings: readings.map(({ value }) => value), minutes, hours, latest };
};

const empty = () =>
  owner.sql`truncate sensor_readings, sensor_minute_aggregates, sensor_hourly_aggregates, sensor_latest, dead_letters`;

test('however readings are repeated, ordered and cut into batches, what is kept is a batch computation over them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), async seed => {
      const random = seededRandom(seed);
      const readings = randomReadings(random);
      await empty();
      const take = world.worker();
      for (const batch of deliveries(shuffled(messages(readings, random), random), random)) await take(batch);
      const { latest, ...kept } = await found();
      expect(kept).toEqual(expected(readings));
      expect(latest.map(row => row.recorded_at.getTime())).toEqual(
        [...Map.groupBy(readings, ({ deviceId, type }) => `${deviceId} ${type}`)]
          .toSorted(([one], [other]) => one.localeCompare(other))
          .map(([, group]) => Math.max(...group.map(({ recordedAt }) => recordedAt))),
      );
    }),
    { numRuns: 10, seed: SEED },
  );
});

test('also where several have the same records at once, and each in another order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), async seed => {
      const random = seededRandom(seed);
      const readings = randomReadings(random);
      await empty();
      const records = messages(readings, random);
      await Promise.all(
        [1, 2, 3].map(async () => {
          const take = world.worker();
          for (const batch of deliveries(shuffled(records, random), random)) {
            const { stopped } = await take(batch);
            if (stopped !== undefined) throw stopped.error;
          }
        }),
      );
      const { latest: _, ...kept } = await found();
      expect(kept).toEqual(expected(readings));
    }),
    { numRuns: 5, seed: SEED },
  );
});
