import { describe, expect, test } from 'vitest';
import { followThresholds } from '../../../functions/iot/alerts/follow-thresholds.ts';
import type { StreamRecord } from '../../../platform/streams/stream-function.ts';
import { seededRandom } from '../../unit/seeded-random.ts';
import { testDatabase } from '../database.ts';
import { alerting, at } from './alerting.ts';

const { database, owner } = await testDatabase();
const { clock, device, readings, deliver, alertsOf } = await alerting(database);

const SEED = Number(process.env.FC_SEED ?? 1);
const HOT = 29;
const FINE = 27;
const CROSSINGS = 1_000;
const thresholds = { temperature: { min: 16, max: 28 } };

/** The threshold crossed 1,000 times in a minute, and then a reading a second that is well inside: messages of 20. */
function crossings(deviceId: string): readonly { readonly seconds: number; readonly record: StreamRecord }[] {
  const measured: (readonly [number, number])[] = [];
  for (let index = 0; index < 2 * CROSSINGS; index++) {
    measured.push([(60 * index) / (2 * CROSSINGS), index % 2 === 0 ? HOT : FINE]);
  }
  for (let seconds = 60; seconds <= 135; seconds++) measured.push([seconds, FINE]);
  const messages = [];
  for (let from = 0; from < measured.length; from += 20) {
    const part = measured.slice(from, from + 20);
    messages.push({ seconds: part[0]![0], record: readings(deviceId, part) });
  }
  return messages;
}

const batches = (records: readonly StreamRecord[], size: number) =>
  Array.from({ length: Math.ceil(records.length / size) }, (_, index) =>
    records.slice(index * size, (index + 1) * size),
  );

describe('a threshold that is crossed 1,000 times in a minute', () => {
  test.each([SEED, SEED + 1, SEED + 2])(
    'raises one alert and clears one, its batches shuffled within ten seconds and delivered twice (%i)',
    async seed => {
      clock.now = new Date(at(140));
      const random = seededRandom(seed);
      const deviceId = await device({ thresholds });
      const order = crossings(deviceId)
        .map(message => ({ ...message, arrives: message.seconds + 10 * random() }))
        .toSorted((one, other) => one.arrives - other.arrives)
        .map(({ record }) => record);
      const sent: (readonly StreamRecord[])[] = [];
      for (const batch of batches(order, 5)) {
        await deliver(...batch);
        sent.push(batch);
        // Any that came before comes again.
        await deliver(...sent[Math.floor(random() * sent.length)]!);
      }
      for (const batch of sent) await deliver(...batch);

      const alerts = await alertsOf(deviceId);
      expect(alerts).toMatchObject([
        { kind: 'above_maximum', breaches: CROSSINGS, reason: 'recovered', events: ['alert.raised', 'alert.cleared'] },
      ]);
      // The last breach was 60 ms before the minute was over.
      expect(alerts[0]!.cleared).toBeGreaterThanOrEqual(119.94);
    },
  );

  test('raises one alert whatever the order, and clears no more than that', async () => {
    clock.now = new Date(at(140));
    for (const seed of [SEED, SEED + 1, SEED + 2]) {
      const random = seededRandom(seed);
      const deviceId = await device({ thresholds });
      const order = crossings(deviceId)
        .map(({ record }) => ({ record, place: random() }))
        .toSorted((one, other) => one.place - other.place)
        .map(({ record }) => record);
      for (const batch of batches(order, 20)) await deliver(...batch);
      const alerts = await alertsOf(deviceId);
      expect(alerts).toHaveLength(1);
      expect(alerts[0]!.events.slice(0, 1)).toEqual(['alert.raised']);
      expect(alerts[0]!.events.length).toBeLessThanOrEqual(2);
    }
  });

  test('raises one alert where each batch is delivered to two at once', async () => {
    clock.now = new Date(at(140));
    const deviceId = await device({ thresholds });
    for (const batch of batches(
      crossings(deviceId).map(({ record }) => record),
      10,
    )) {
      await Promise.all([deliver(...batch), deliver(...batch)]);
    }
    expect(await alertsOf(deviceId)).toMatchObject([
      { breaches: CROSSINGS, events: ['alert.raised', 'alert.cleared'] },
    ]);
  });
});

test('each of a device’s types and limits has an alert of its own', async () => {
  clock.now = new Date(at(10));
  const deviceId = await device({ thresholds: { ...thresholds, humidity: { max: 60 } } });
  await deliver(
    readings(deviceId, [[0, 29]]),
    readings(deviceId, [[0, 70]], 'humidity'),
    readings(deviceId, [[1, 10]]),
  );
  expect(await alertsOf(deviceId)).toMatchObject([
    { kind: 'above_maximum', opened: 0, cleared: null },
    { kind: 'above_maximum', opened: 0, cleared: null },
    { kind: 'below_minimum', opened: 1, cleared: null },
  ]);
});

test('an alert that was cleared is raised anew by a later breach, and not by one that comes late', async () => {
  clock.now = new Date(at(200));
  const deviceId = await device({ thresholds });
  await deliver(readings(deviceId, [[0, HOT]]));
  await deliver(readings(deviceId, [[60, FINE]]));
  await deliver(readings(deviceId, [[30, HOT]]));
  expect(await alertsOf(deviceId)).toMatchObject([{ opened: 0, cleared: 60 }]);
  await deliver(readings(deviceId, [[61, HOT]]));
  expect(await alertsOf(deviceId)).toMatchObject([
    { opened: 0, cleared: 60 },
    { opened: 61, cleared: null },
  ]);
});

test('one message may raise an alert and clear it', async () => {
  clock.now = new Date(at(200));
  const deviceId = await device({ thresholds });
  await deliver(
    readings(deviceId, [
      [0, HOT],
      [30, FINE],
      [60, FINE],
      [70, HOT],
    ]),
  );
  expect(await alertsOf(deviceId)).toMatchObject([
    { opened: 0, cleared: 60, events: ['alert.raised', 'alert.cleared'] },
    { opened: 70, cleared: null, events: ['alert.raised'] },
  ]);
});

test('a breach that comes over an hour late raises nothing, and is stored', async () => {
  clock.now = new Date(at(3_601));
  const deviceId = await device({ thresholds });
  await deliver(readings(deviceId, [[0, HOT]]));
  expect(await alertsOf(deviceId)).toEqual([]);
  const [{ count }] = await database.sql<[{ count: number }]>`
    select count(*)::int as count from sensor_readings where device_id = ${deviceId}`;
  expect(count).toBe(1);
});

test('what a breach costs does not grow with the alerts that are over: 20,000 of a device, the last of which still counts', async () => {
  const deviceId = await device({ thresholds });
  await owner.sql`
    insert into sensor_alerts (id, device_id, location_id, kind, reading_type, limit_value, opened_at, opened_value, raised_at,
      last_breach_at, worst_value, breaches, last_outside_at, cleared_at, clear_reason)
    select gen_random_uuid(), ${deviceId}, 'seoul-1f-tea', kind, 'temperature', 28, at, 29, at, at, 29, 1, at, at, 'recovered'
    from generate_series(1, 10_000) as n, (values ('above_maximum'), ('below_minimum')) as kinds (kind),
      lateral (select ${new Date(at(0))}::timestamptz - n * interval '1 minute' as at) as times`;
  await owner.sql`analyze sensor_alerts`;
  const breach = (seconds: number) =>
    ({
      deviceId,
      type: 'temperature',
      value: HOT,
      recordedAt: at(seconds),
      locationId: 'l',
      thresholds: { max: 28 },
    }) as const;

  const [late, fresh, read] = await database.transaction(async tx => {
    const late = await followThresholds(tx, [breach(-60)], new Date(at(1)));
    const fresh = await followThresholds(tx, [breach(-59)], new Date(at(1)));
    const [{ rows }] = await tx<[{ rows: number }]>`
      select sum(pg_stat_get_xact_tuples_returned(oid))::int as rows from pg_class
      where oid = 'sensor_alerts'::regclass
        or oid in (select indexrelid from pg_index where indrelid = 'sensor_alerts'::regclass)`;
    return [late, fresh, rows];
  });
  expect([late, fresh]).toEqual([0, 1]);
  // The last of each kind, and what other tests have left open: by the plan some hundreds, and no part of the 20,000.
  expect(read).toBeLessThan(2_000);
});

test.each(['maintenance', 'inactive'])('a device whose status is %s raises nothing', async status => {
  clock.now = new Date(at(1));
  const deviceId = await device({ thresholds });
  await database.sql`update iot_devices set status = ${status} where id = ${deviceId}`;
  await deliver(readings(deviceId, [[0, HOT]]));
  expect(await alertsOf(deviceId)).toEqual([]);
});

test('a threshold that is changed counts from the next reading on', async () => {
  clock.now = new Date(at(200));
  const deviceId = await device({ thresholds });
  await deliver(readings(deviceId, [[0, HOT]]));
  const wider = database.sql.json({ temperature: { max: 35 } });
  await database.sql`update iot_devices set alert_thresholds = ${wider} where id = ${deviceId}`;
  await deliver(readings(deviceId, [[60, HOT]]));
  expect(await alertsOf(deviceId)).toMatchObject([{ opened: 0, cleared: 60, reason: 'recovered' }]);
});

test('an alert is changed by nobody but for its end, and forgotten by nobody', async () => {
  clock.now = new Date(at(1));
  const deviceId = await device({ thresholds });
  await deliver(readings(deviceId, [[0, HOT]]));
  const { sql } = database;
  await expect(sql`delete from sensor_alerts where device_id = ${deviceId}`).rejects.toMatchObject({ code: '42501' });
  await expect(sql`update sensor_alerts set kind = 'fault' where device_id = ${deviceId}`).rejects.toMatchObject({
    code: '42501',
  });
});
