import { randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TimeSeriesStore } from '../../../platform/timeseries/time-series-store.ts';
import type { ArchivedReading } from '../../../platform/timeseries/timestream-record.ts';

/** A store, and how readings come into it: the first of a device, type and time. */
export interface StoreUnderTest {
  readonly store: TimeSeriesStore;
  put(readings: readonly ArchivedReading[]): Promise<void>;
}

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
/** To the millisecond, and so that tests of a month's end have one within the last days. */
export const NOW = Date.parse('2026-05-03T01:02:03.456Z');

const reading = (deviceId: string, recordedAt: number, other: Partial<ArchivedReading> = {}): ArchivedReading => ({
  deviceId,
  type: 'temperature',
  recordedAt,
  value: 21.5,
  unit: 'Cel',
  accuracy: null,
  reliabilityScore: null,
  ambientConditions: null,
  userPresence: null,
  ...other,
});

/** What both adapters promise. */
export function testStore({ store, put }: StoreUnderTest): void {
  const read = (deviceId: string, other: Partial<Parameters<TimeSeriesStore['readLatest']>[0]> = {}) =>
    store.readLatest({ deviceId, type: 'temperature', from: NOW - DAY, to: NOW + MINUTE, limit: 100, ...other });
  const times = async (...args: Parameters<typeof read>) => (await read(...args)).map(each => each.recordedAt);

  test('before the first reading there are none', async () => {
    expect(await read(randomUUID())).toEqual([]);
  });

  test('a reading comes back as it was written, what it lacks as null', async () => {
    const deviceId = randomUUID();
    const full = reading(deviceId, NOW, {
      accuracy: 0.25,
      reliabilityScore: 0.9,
      ambientConditions: { temperature: 21.25, pressureAtSea: 1013 },
      userPresence: false,
    });
    const bare = reading(deviceId, NOW - 1, { value: -40, userPresence: true });
    await put([bare, full]);
    const shown = ({ deviceId: _, type: __, ...raw }: ArchivedReading) => raw;
    expect(await read(deviceId)).toEqual([shown(full), shown(bare)]);
  });

  test('the latest are first, whatever the order in which they came', async () => {
    const deviceId = randomUUID();
    await put([reading(deviceId, NOW - 2), reading(deviceId, NOW), reading(deviceId, NOW - 1)]);
    expect(await times(deviceId)).toEqual([NOW, NOW - 1, NOW - 2]);
  });

  test('a range begins with its first millisecond and ends before its last', async () => {
    const deviceId = randomUUID();
    await put([0, 1, 2, 3].map(at => reading(deviceId, NOW + at)));
    expect(await times(deviceId, { from: NOW + 1, to: NOW + 3 })).toEqual([NOW + 2, NOW + 1]);
    expect(await times(deviceId, { from: NOW + 9, to: NOW + 99 })).toEqual([]);
    for (const year of ['1900', '9999']) {
      const from = Date.parse(`${year}-01-01T00:00:00Z`);
      expect(await times(deviceId, { from, to: from + DAY })).toEqual([]);
    }
  });

  test('of many there are as many as asked for, and the rest before the last of them', async () => {
    const deviceId = randomUUID();
    const all = Array.from({ length: 2_345 }, (_, at) => NOW - at * 10);
    await put(all.map(at => reading(deviceId, at)));
    const found: number[] = [];
    for (let to = NOW + 1; ; to = found.at(-1)!) {
      const page = await times(deviceId, { to, limit: 1_001 });
      found.push(...page);
      if (page.length < 1_001) break;
    }
    expect(found).toEqual(all);
  });

  test('nothing of another device or type is among them', async () => {
    const [mine, other] = [randomUUID(), randomUUID()];
    await put([
      reading(mine, NOW),
      reading(other, NOW, { value: 1 }),
      reading(mine, NOW, { type: 'air_quality', value: 400, unit: 'ppm' }),
    ]);
    expect((await read(mine)).map(each => each.value)).toEqual([21.5]);
    expect((await read(mine, { type: 'air_quality' })).map(each => each.value)).toEqual([400]);
    expect(await read(mine, { type: 'light' })).toEqual([]);
  });

  test('a device is found however its id is spelled', async () => {
    const deviceId = randomUUID();
    await put([reading(deviceId, NOW)]);
    expect(await times(deviceId.toUpperCase())).toEqual([NOW]);
  });

  test('a range over the end of a month has both months', async () => {
    const deviceId = randomUUID();
    const midnight = Date.parse('2026-05-01T00:00:00+09:00');
    await put([reading(deviceId, midnight - 1), reading(deviceId, midnight)]);
    expect(await times(deviceId, { from: midnight - DAY, to: midnight + DAY })).toEqual([midnight, midnight - 1]);
  });

  test('one that comes again is one, and of two that say otherwise the first stays', async () => {
    const deviceId = randomUUID();
    await put([reading(deviceId, NOW)]);
    await put([reading(deviceId, NOW), reading(deviceId, NOW - 1, { value: 1 }), reading(deviceId, NOW - 1)]);
    await put([reading(deviceId, NOW, { value: 99 })]);
    expect((await read(deviceId)).map(({ recordedAt, value }) => [recordedAt, value])).toEqual([
      [NOW, 21.5],
      [NOW - 1, 1],
    ]);
  });

  test('values are the same to the last digit', async () => {
    const tenThousandths = fc.integer({ min: -400_000, max: 1_500_000_000 }).map(value => value / 10_000);
    const score = fc.integer({ min: 0, max: 100 }).map(value => value / 100);
    const written = fc.record({
      value: tenThousandths,
      reliabilityScore: fc.option(score),
      accuracy: fc.option(score),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(written, { minLength: 1, maxLength: 200 }), async values => {
        const deviceId = randomUUID();
        await put(values.map((value, at) => reading(deviceId, NOW - at, value)));
        const found = await read(deviceId, { limit: 1_000 });
        expect(found).toEqual(values.map(value => expect.objectContaining(value)));
      }),
      { numRuns: 10 },
    );
  });
}
