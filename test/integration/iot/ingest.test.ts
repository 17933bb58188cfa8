import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MOST_OF_A_DEVICE } from '../../../functions/iot/ingest/set-aside.ts';
import type { Database } from '../../../platform/db/database.ts';
import { logTo } from '../../../platform/observability/log-sink.ts';
import type { BatchOutcome, StreamRecord } from '../../../platform/streams/stream-function.ts';
import { testDatabase } from '../database.ts';
import { DAY, ingesting, keptOf, reading, START } from './ingesting.ts';

let database: Database;
let owner: Database;
let world: Awaited<ReturnType<typeof ingesting>>;
let take: (records: readonly StreamRecord[]) => Promise<BatchOutcome>;

beforeAll(async () => {
  logTo(() => {});
  ({ database, owner } = await testDatabase());
  world = await ingesting(database);
  take = world.worker();
});
beforeEach(async () => {
  await owner.sql`truncate sensor_readings, sensor_minute_aggregates, sensor_hourly_aggregates, sensor_latest, dead_letters`;
  world.clock.now = new Date(START);
});

const deviceRow = async (id: string) => {
  const [row] = await database.sql`select * from iot_devices where id = ${id}`;
  return row!;
};

describe('readings', () => {
  test('are stored with all that they say, and counted in the minute and the hour of their recording', async () => {
    const device = await world.device();
    const extras = { accuracy: 0.25, ambientConditions: { humidity: 41.5 }, userPresence: true };
    const outcome = await take([
      world.message(device, [
        reading({ value: 20.123_45, recordedAt: START + 59_999, ...extras }),
        reading({ value: -3, recordedAt: START + 60_000 }),
      ]),
      world.message(device, reading({ value: 21, recordedAt: START - 1 })),
    ]);
    expect(outcome).toEqual({ counts: { stored: 3, repeated: 0, statuses: 0, refused: 0 }, deadLetters: 0 });
    const ofDevice = { device_id: device, reading_type: 'temperature' };
    const none = { accuracy: null, reliability_score: '0.80', ambient_conditions: null, user_presence: null };
    const at = (ms: number) => ({ recorded_at: new Date(START + ms) });
    const sums = (ms: number, count: number, sum: string, min: string, max: string) => ({
      ...ofDevice,
      ...{ start: new Date(START + ms), count, sum, min, max },
    });
    expect(await keptOf(database)).toEqual({
      readings: [
        { ...ofDevice, value: '21.0000', unit: 'Cel', ...none, ...at(-1) },
        {
          ...ofDevice,
          ...{ value: '20.1235', unit: 'Cel', accuracy: '0.25', reliability_score: '1.00' },
          ...{ ambient_conditions: { humidity: 41.5 }, user_presence: true },
          ...at(59_999),
        },
        { ...ofDevice, value: '-3.0000', unit: 'Cel', ...none, ...at(60_000) },
      ],
      minutes: [
        sums(-60_000, 1, '21.0000', '21.0000', '21.0000'),
        sums(0, 1, '20.1235', '20.1235', '20.1235'),
        sums(60_000, 1, '-3.0000', '-3.0000', '-3.0000'),
      ],
      hours: [sums(-3_600_000, 1, '21.0000', '21.0000', '21.0000'), sums(0, 2, '17.1235', '-3.0000', '20.1235')],
      latest: [{ ...ofDevice, value: '-3.0000', ...at(60_000) }],
    });
  });

  test('that come again, in other records or with other values, change nothing', async () => {
    const device = await world.device();
    const record = world.message(device, [reading(), reading({ value: 99, unit: '%RH', type: 'humidity' })]);
    await take([record]);
    const kept = await keptOf(database);
    const { counts } = await take([
      record,
      world.message(device, reading(), { receivedAt: START + 5 }),
      world.message(device, reading({ value: 80 })),
    ]);
    expect(counts).toMatchObject({ stored: 0, repeated: 4 });
    expect(await keptOf(database)).toEqual(kept);
  });

  test('of one instant in a batch, the first counts', async () => {
    const device = await world.device();
    await take([world.message(device, [reading({ value: 1 }), reading({ value: 2 })])]);
    const { readings, latest, minutes } = await keptOf(database);
    expect([readings, latest, minutes].map(rows => rows.length)).toEqual([1, 1, 1]);
    expect([readings[0]!.value, latest[0]!.value, minutes[0]!.sum]).toEqual(['1.0000', '1.0000', '1.0000']);
  });

  test('that come late do not become the latest', async () => {
    const device = await world.device();
    await take([world.message(device, reading())]);
    await take([world.message(device, reading({ value: 5, recordedAt: START - 29 * DAY }))]);
    expect((await keptOf(database)).latest).toMatchObject([{ value: '21.5000' }]);
  });

  test('of a batch that is run again by the server’s word count once', async () => {
    const device = await world.device();
    let conflicts = 2;
    const takeAgain = world.worker({
      transaction: (work, options) =>
        database.transaction(async tx => {
          const made = await work(tx);
          if (conflicts-- > 0) await tx.unsafe("do $$ begin raise exception using errcode = '40001'; end $$");
          return made;
        }, options),
    });
    expect((await takeAgain([world.message(device, [reading(), reading({ recordedAt: START + 1 })])])).counts).toEqual({
      stored: 2,
      repeated: 0,
      statuses: 0,
      refused: 0,
    });
    expect((await keptOf(database)).hours).toMatchObject([{ count: 2, sum: '43.0000' }]);
  });

  test('beyond one transaction’s are taken in several', async () => {
    const device = await world.device();
    const records = Array.from({ length: 25 }, (_, message) =>
      world.message(
        device,
        Array.from({ length: 100 }, (_, at) => reading({ recordedAt: START - message * 100 - at })),
      ),
    );
    expect((await take(records)).counts).toMatchObject({ stored: 2_500 });
  });
});

describe('what is refused', () => {
  test('is set aside by record and reason, with what was refused alone; the rest is taken', async () => {
    const device = await world.device();
    const retired = await world.device({ status: 'inactive', retired_at: new Date(START) });
    const wrong = [reading({ unit: 'F' }), reading({ unit: 'K' })];
    const { counts, deadLetters } = await take([
      world.message(device, [wrong[0], reading(), wrong[1], reading({ value: 900 })]),
      world.message(retired, reading()),
      world.message('7f000000-0000-4000-8000-000000000000', reading()),
      world.message(device, reading({ recordedAt: START - 30 * DAY - 1 })),
      world.message(device, reading({ recordedAt: START + DAY })),
      world.numbered(Buffer.from('{')),
    ]);
    expect({ counts, deadLetters }).toMatchObject({ counts: { stored: 1, refused: 7 }, deadLetters: 7 });
    const letters = await world.letters();
    expect(letters.map(({ reason }) => reason)).toEqual([
      ...['out_of_range', 'wrong_unit', 'device_retired', 'unknown_device', 'too_late', 'from_the_future', 'not_json'],
    ]);
    const kept = JSON.parse(letters[1]!.record);
    expect(JSON.parse(Buffer.from(kept.payload, 'base64').toString())).toEqual(wrong);
    expect(kept).toMatchObject({ kind: 'readings', deviceId: device, receivedAt: START });
  });

  test('is set aside once, however often its batch is delivered', async () => {
    const device = await world.device();
    const records = [world.message(device, [reading({ unit: 'F' }), reading()]), world.numbered(Buffer.from('{'))];
    expect((await take(records)).deadLetters).toBe(2);
    expect((await take(records)).deadLetters).toBe(0);
    expect(await world.letters()).toHaveLength(2);
  });

  test('of one device is kept up to a number in an hour, and counted beyond it; what is right is taken all the while', async () => {
    const [broken, other] = [await world.device(), await world.device()];
    const bad = (id: string, at: number) => world.message(id, reading({ unit: 'F', value: at }));
    const flood = Array.from({ length: MOST_OF_A_DEVICE + 50 }, (_, at) => bad(broken, at));
    const outcome = await take([...flood, world.message(broken, reading()), bad(other, 0)]);
    expect(outcome).toMatchObject({
      counts: { stored: 1, refused: MOST_OF_A_DEVICE + 51 },
      deadLetters: MOST_OF_A_DEVICE + 1,
    });
    expect(await take([bad(broken, 1_000), bad(other, 1)])).toMatchObject({ counts: { refused: 2 }, deadLetters: 1 });
    world.clock.now = new Date(START + 3_600_000);
    expect(await take([bad(broken, 1_001)])).toMatchObject({ deadLetters: 1 });
    // Whatever a record was put under is no reason to hold its shard up.
    expect(await take([world.numbered(Buffer.from('{'), 'a\0b')])).toMatchObject({ deadLetters: 1 });
  });

  test('takes effect once when it is sent again after a mending, and its dead letter is closed', async () => {
    const device = await world.device({ status: 'inactive' });
    await take([world.message(device, [reading(), reading({ recordedAt: START + 1 })])]);
    await database.sql`update iot_devices set status = 'active' where id = ${device}`;
    const [letter] = await world.letters();
    const again = await world.resent(letter!.id);
    const outcomes = [await take([...again, ...again]), await take(again)];
    expect(outcomes.map(({ counts }) => counts.stored)).toEqual([2, 0]);
    expect(await world.letters()).toMatchObject([{ state: 'done' }]);
    expect((await keptOf(database)).minutes).toMatchObject([{ count: 2 }]);
  });

  test('is open again when it is refused again, by the reason of then', async () => {
    const device = await world.device({ status: 'inactive' });
    await take([world.message(device, reading())]);
    await database.sql`update iot_devices set status = 'active' where id = ${device}`;
    world.clock.now = new Date(START + 31 * DAY);
    const [letter] = await world.letters();
    expect((await take(await world.resent(letter!.id))).deadLetters).toBe(1);
    expect(await world.letters()).toMatchObject([{ id: letter!.id, state: 'open', reason: 'too_late' }]);
  });

  test('by the database is found and set aside, by the code of its error; the others are taken', async () => {
    const device = await world.device();
    const status = { sentAt: START, firmwareVersion: 'a\0b' };
    const { counts, deadLetters } = await take([
      ...Array.from({ length: 10 }, (_, at) => world.message(device, reading({ recordedAt: START + at }))),
      world.message(device, status, { kind: 'status' }),
      ...Array.from({ length: 10 }, (_, at) => world.message(device, reading({ recordedAt: START - at - 1 }))),
    ]);
    expect({ counts, deadLetters }).toMatchObject({ counts: { stored: 20, statuses: 0 }, deadLetters: 1 });
    expect(await world.letters()).toMatchObject([{ reason: 'not_applied', error_code: '22P05' }]);
  });

  test('by the database is kept however much it is: it is no fault of the device', async () => {
    const device = await world.device();
    const status = { sentAt: START, firmwareVersion: 'a\0b' };
    const many = Array.from({ length: MOST_OF_A_DEVICE + 10 }, (_, at) =>
      world.message(device, status, { kind: 'status', receivedAt: START + at }),
    );
    expect(await take(many)).toMatchObject({ deadLetters: MOST_OF_A_DEVICE + 10 });
  });

  test('holds nothing of a record in errors or reasons, and a fault of ours sets nothing aside', async () => {
    const device = await world.device();
    const records = [world.message(device, reading()), world.message(device, reading({ recordedAt: START + 1 }))];
    await owner.sql`revoke insert on sensor_latest from heal7_app`;
    const { counts, deadLetters, stopped } = await take(records);
    await owner.sql`grant insert on sensor_latest to heal7_app`;
    expect({ counts, deadLetters }).toMatchObject({ counts: { stored: 0 }, deadLetters: 0 });
    expect(stopped).toMatchObject({ sequenceNumber: records[0]!.sequenceNumber, error: { code: '42501' } });
    expect((await take(records)).counts).toMatchObject({ stored: 2 });
  });
});

describe('a device', () => {
  test('is as its status says, and alive', async () => {
    const device = await world.device();
    const status = { sentAt: START, batteryLevel: 80, signalStrength: -61, firmwareVersion: '2.1.0', configVersion: 3 };
    await take([world.message(device, status, { kind: 'status', receivedAt: START + 7 })]);
    expect(await deviceRow(device)).toMatchObject({
      ...{ battery_level: 80, signal_strength: -61, firmware_version: '2.1.0', applied_config_version: 3 },
      ...{ status: 'active', fault: null, last_heartbeat: new Date(START + 7), last_status_at: new Date(START + 7) },
    });
  });

  test('with a fault is in error until it says that nothing is wrong; in maintenance it stays in that', async () => {
    const [device, mended] = [await world.device(), await world.device({ status: 'maintenance' })];
    const say = (receivedAt: number, fault?: string) =>
      take([device, mended].map(id => world.message(id, { sentAt: 1, fault }, { kind: 'status', receivedAt })));
    await say(START, 'sensor_stuck');
    expect(await deviceRow(device)).toMatchObject({ status: 'error', fault: 'sensor_stuck' });
    expect(await deviceRow(mended)).toMatchObject({ status: 'maintenance', fault: 'sensor_stuck' });
    await say(START + 1);
    expect(await deviceRow(device)).toMatchObject({ status: 'active', fault: null });
    expect(await deviceRow(mended)).toMatchObject({ status: 'maintenance', fault: null });
  });

  test('is not set back by a status that comes again', async () => {
    const device = await world.device();
    const say = (batteryLevel: number, receivedAt: number) =>
      world.message(device, { sentAt: 1, batteryLevel }, { kind: 'status', receivedAt });
    const [former, last] = [say(90, START), say(20, START + 1)];
    await take([former, last]);
    expect((await take([former, last])).counts).toMatchObject({ statuses: 0 });
    expect(await deviceRow(device)).toMatchObject({ battery_level: 20, last_status_at: new Date(START + 1) });
  });

  test('is alive by its readings, every so often', async () => {
    const device = await world.device();
    const beat = async (receivedAt: number) => {
      await take([world.message(device, reading({ recordedAt: receivedAt }), { receivedAt })]);
      return (await deviceRow(device)).last_heartbeat.getTime() - START;
    };
    expect([await beat(START), await beat(START + 9_999), await beat(START + 10_000)]).toEqual([0, 0, 10_000]);
  });

  test('raises one alert for a threshold that is crossed in batches that come again', async () => {
    const device = await world.device({ alert_thresholds: { temperature: { max: 30 } } });
    const records = Array.from({ length: 5 }, (_, at) =>
      world.message(device, reading({ value: 31 + at, recordedAt: START + at * 1_000 })),
    );
    for (const batch of [records.slice(0, 3), records, records]) await take(batch);
    const alerts = await database.sql`
      select kind, breaches, worst_value::float8 as worst from sensor_alerts where device_id = ${device}`;
    expect([...alerts]).toEqual([{ kind: 'above_maximum', breaches: 5, worst: 35 }]);
  });
});
