import { afterEach, describe, expect, test } from 'vitest';
import { watchDevices } from '../../../functions/iot/alerts/watch-devices.ts';
import { testDatabase } from '../database.ts';
import { alerting, at } from './alerting.ts';

const { database } = await testDatabase();
const { clock, device, readings, status, deliver, alertsOf } = await alerting(database);
const { sql } = database;

/** The job, so many seconds after the start. */
async function watch(seconds: number) {
  clock.now = new Date(at(seconds));
  return watchDevices({ now: () => clock.now, database, arguments: [], progress: () => {} });
}

/** Says that a device was heard from. */
async function heard(deviceId: string, seconds: number): Promise<void> {
  clock.now = new Date(at(seconds));
  await deliver(status(deviceId, seconds));
}

const setStatus = (deviceId: string, state: string) =>
  sql`update iot_devices set status = ${state} where id = ${deviceId}`;

// Each test has the fleet to itself.
afterEach(async () => {
  await sql`update iot_devices set status = 'inactive', fault = null, last_heartbeat = null`;
  await watch(0);
});

describe('a device that falls silent', () => {
  test('has one alert after it missed three intervals, and none before', async () => {
    const [silent, other] = [await device(), await device()];
    await heard(silent, 0);
    await heard(other, 30);
    expect(await watch(30)).toMatchObject({ offline: 0 });
    await heard(other, 35);
    expect(await watch(35)).toMatchObject({ offline: 1 });
    expect(await watch(36)).toEqual({ offline: 0, back: 0, unwatched: 0 });
    expect(await alertsOf(silent)).toMatchObject([{ kind: 'offline', opened: 30, events: ['alert.raised'] }]);
    expect(await alertsOf(other)).toEqual([]);
  });

  test('has its alert cleared by the message by which it is heard from again', async () => {
    const [silent, other] = [await device(), await device()];
    await heard(silent, 0);
    await heard(other, 40);
    await watch(40);
    clock.now = new Date(at(50));
    await deliver(readings(silent, [[50, 20]]));
    expect(await alertsOf(silent)).toMatchObject([
      { cleared: 50.05, reason: 'recovered', events: ['alert.raised', 'alert.cleared'] },
    ]);
  });

  test('has its alert cleared by the job where ingest looked before it was raised', async () => {
    const [silent, other] = [await device(), await device()];
    await heard(silent, 0);
    await heard(other, 40);
    await watch(40);
    await sql`update iot_devices set last_heartbeat = ${new Date(at(45))} where id = ${silent}`;
    expect(await watch(50)).toMatchObject({ back: 1 });
    expect(await alertsOf(silent)).toMatchObject([{ cleared: 45, reason: 'recovered' }]);
  });

  test('has none while nobody is heard from for a minute, as when ingest is behind, and has one after that', async () => {
    const [silent, other] = [await device(), await device()];
    await heard(silent, 0);
    await heard(other, 0);
    expect(await watch(90)).toMatchObject({ offline: 0 });
    expect(await watch(91)).toMatchObject({ offline: 2 });
  });

  test('is not judged by a device whose clock is ahead of ours', async () => {
    const [silent, other] = [await device(), await device()];
    await heard(silent, 0);
    await sql`update iot_devices set last_heartbeat = ${new Date(at(3_600))} where id = ${other}`;
    expect(await watch(20)).toMatchObject({ offline: 0 });
  });

  test.each(['maintenance', 'inactive'])('has none in %s, nor one that was never heard from', async state => {
    const [silent, other] = [await device(), await device()];
    await device();
    await heard(silent, 0);
    await setStatus(silent, state);
    await heard(other, 100);
    expect(await watch(100)).toMatchObject({ offline: 0 });
  });
});

test('alerts of many devices are raised, each once', async () => {
  const other = await device();
  for (let count = 0; count < 120; count++) await device();
  await sql`update iot_devices set last_heartbeat = ${new Date(at(0))} where id <> ${other} and status = 'active'`;
  await heard(other, 100);
  expect(await watch(100)).toMatchObject({ offline: 120 });
});

describe('alerts are cleared when nobody watches any more', () => {
  const thresholds = { temperature: { max: 28 } };

  test.each(['maintenance', 'inactive'])('since the device is in %s', async state => {
    const deviceId = await device({ thresholds });
    clock.now = new Date(at(1));
    await deliver(readings(deviceId, [[0, 30]]));
    await setStatus(deviceId, state);
    expect(await watch(2)).toMatchObject({ unwatched: 1 });
    expect(await alertsOf(deviceId)).toMatchObject([
      { cleared: 2, reason: 'not_watched', events: ['alert.raised', 'alert.cleared'] },
    ]);
  });

  test('since the threshold was taken away; others stay', async () => {
    const deviceId = await device({ thresholds: { ...thresholds, humidity: { max: 50 } } });
    clock.now = new Date(at(1));
    await deliver(readings(deviceId, [[0, 30]]), readings(deviceId, [[0.5, 70]], 'humidity'));
    await sql`update iot_devices set alert_thresholds = ${sql.json({ humidity: { max: 50 }, temperature: { min: 1 } })} where id = ${deviceId}`;
    expect(await watch(2)).toMatchObject({ unwatched: 1 });
    expect(await alertsOf(deviceId)).toMatchObject([
      { opened: 0, cleared: 2, reason: 'not_watched' },
      { opened: 0.5, cleared: null },
    ]);
  });
});

describe('a device says in its status', () => {
  test('that its battery is low, and that it was charged: one alert', async () => {
    const deviceId = await device();
    for (const [seconds, batteryLevel] of [30, 15, 14, 18, 16, 13, 24, 25, 90].entries()) {
      clock.now = new Date(at(seconds));
      const message = status(deviceId, seconds, { batteryLevel });
      await deliver(message);
      await deliver(message);
    }
    expect(await alertsOf(deviceId)).toMatchObject([
      { kind: 'low_battery', opened: 1, cleared: 7, events: ['alert.raised', 'alert.cleared'] },
    ]);
  });

  test('what is wrong with it, and that nothing is any more', async () => {
    const deviceId = await device();
    clock.now = new Date(at(3));
    await deliver(status(deviceId, 1, { fault: 'sensor_open' }));
    await deliver(status(deviceId, 2, { fault: 'sensor_open' }));
    expect(await alertsOf(deviceId)).toMatchObject([{ kind: 'fault', opened: 1, cleared: null }]);
    await deliver(status(deviceId, 3));
    expect(await alertsOf(deviceId)).toMatchObject([{ kind: 'fault', opened: 1, cleared: 3, reason: 'recovered' }]);
  });

  test('of several in one batch, how it is by the last', async () => {
    const deviceId = await device();
    clock.now = new Date(at(3));
    await deliver(status(deviceId, 1, { fault: 'sensor_open' }), status(deviceId, 2));
    expect(await alertsOf(deviceId)).toEqual([]);
  });

  test('nothing that raises an alert while it is in maintenance', async () => {
    const deviceId = await device();
    await setStatus(deviceId, 'maintenance');
    clock.now = new Date(at(3));
    await deliver(status(deviceId, 1, { fault: 'sensor_open', batteryLevel: 3 }));
    expect(await alertsOf(deviceId)).toEqual([]);
  });
});
