import { beforeEach, describe, expect, test } from 'vitest';
import { credentialHash } from '../../../functions/iot/devices/credential.ts';
import { pushWaitingConfigs } from '../../../functions/iot/devices/push-waiting-configs.ts';
import { BROKER, DEVICES, registry } from './registry.ts';

const { database, owner, clock, broker, logLines, operator, anyone, call, newDevice, register, events, me } =
  await registry();

beforeEach(async () => {
  broker.away = false;
  broker.asked.length = 0;
  clock.now = new Date(clock.now.getTime() + 3_600_000);
});

const topic = (id: string) => `devices/${id}/config`;
const configOf = (id: string) => broker.asked.filter(asked => 'topic' in asked && asked.topic === topic(id));
const push = () =>
  pushWaitingConfigs(broker.publisher)({ database, now: () => clock.now, arguments: [], progress: () => {} });

describe('registering', () => {
  test('gives the secret once, and all that a device needs to publish', async () => {
    const body = newDevice({ manufacturer: 'Sensirion', alertThresholds: { temperature: { max: 28 } } });
    const { status, json, headers } = await call('POST', DEVICES, { body });
    expect(status).toBe(201);
    expect(json).toMatchObject({
      ...body,
      model: null,
      firmwareVersion: null,
      status: 'active',
      connectivity: 'never_seen',
      measures: [{ type: 'temperature', unit: 'Cel', minimum: -40, maximum: 85 }],
      samplingIntervalSeconds: 60,
      configVersion: 1,
      appliedConfigVersion: null,
      createdAt: clock.now.toISOString(),
      installedAt: clock.now.toISOString(),
      connection: {
        endpoint: BROKER.endpoint,
        clientId: json.id,
        username: json.id,
        qos: 1,
        publish: {
          readings: `$aws/rules/heal7_test_readings/devices/${json.id}/readings`,
          status: `$aws/rules/heal7_test_status/devices/${json.id}/status`,
        },
        subscribe: { config: topic(json.id) },
      },
      secret: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(await events(json.id)).toMatchObject([
      {
        type: 'device.registered',
        data: { deviceId: json.id, deviceType: 'temperature', locationId: 'seoul-1f-tea' },
        metadata: { requestId: headers['x-request-id'], actor: operator.userId },
      },
    ]);
    const { text } = await call('GET', `${DEVICES}/${json.id}`);
    expect(text).not.toContain(json.secret);
    expect((await call('GET', `${DEVICES}/${json.id}`)).json.connection).toEqual(json.connection);
  });

  test('keeps a hash of the secret, and the secret nowhere: not in a table, an event or a log line', async () => {
    const { id, secret } = (
      await call('POST', DEVICES, { body: newDevice(), headers: { 'idempotency-key': 'secret' } })
    ).json;
    const [row] = await database.sql`select credential_hash from iot_devices where id = ${id}`;
    expect(row!.credential_hash).toEqual(Buffer.from(credentialHash(secret)));
    const kept = await owner.sql`select stored from idempotency_keys`;
    const all = [logLines, await events(id), kept.map(({ stored }) => stored.toString('latin1'))];
    expect(JSON.stringify(all)).not.toContain(secret);
  });

  test('gives the same answer again under its Idempotency-Key, and to nobody else', async () => {
    const body = newDevice();
    const sent = { body, headers: { 'idempotency-key': 'again' } };
    const first = await call('POST', DEVICES, sent);
    const again = await call('POST', DEVICES, sent);
    expect(again.json).toEqual(first.json);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(await events(first.json.id)).toHaveLength(1);
    const other = (await me.member()).through(anyone);
    expect(await other('POST', DEVICES, sent)).toMatchObject({
      status: 409,
      json: { code: 'device_already_registered' },
    });
  });

  test.each([
    ['en', /It is device [-0-9a-f]{36}.*credential gives a new one/],
    ['ko', /기기 [-0-9a-f]{36}입니다.*새로 받아 주세요/],
  ])('says in %s which device has the serial number already', async (language, detail) => {
    const body = newDevice();
    await call('POST', DEVICES, { body });
    const { status, json } = await call('POST', DEVICES, { body, headers: { 'accept-language': language } });
    expect({ status, code: json.code }).toEqual({ status: 409, code: 'device_already_registered' });
    expect(json.detail).toMatch(detail);
  });

  test('of one serial number at once registers one device', async () => {
    const body = newDevice();
    const answers = await Promise.all(Array.from({ length: 8 }, () => call('POST', DEVICES, { body })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)]);
  });

  test.each([
    [{ serial: 'S'.repeat(51) }, 'serial', 'too_long'],
    [{ serial: 'a b' }, 'serial', 'invalid_format'],
    [{ type: 'smell' }, 'type', 'invalid_value'],
    [{ locationId: 'Seoul 1F' }, 'locationId', 'invalid_format'],
    [{ installationPosition: { x: 1, y: 2, z: 3 } }, 'installationPosition.description', 'required'],
    [{ samplingIntervalSeconds: 0 }, 'samplingIntervalSeconds', 'too_small'],
    [{ alertThresholds: { temperature: {} } }, 'alertThresholds.temperature', 'no_limit'],
    [{ alertThresholds: { temperature: { min: 5, max: 5 } } }, 'alertThresholds.temperature', 'limits_crossed'],
    [{ alertThresholds: { temperature: { max: 200 } } }, 'alertThresholds.temperature.max', 'too_big'],
    [{ alertThresholds: { smell: { max: 2 } } }, 'alertThresholds.smell', 'unknown_field'],
    [{ alertThresholds: { humidity: { max: 60 } } }, 'alertThresholds.humidity', 'not_measured'],
    [{ firmwareVersion: 'a version of more than twenty' }, 'firmwareVersion', 'too_long'],
    [{ installedAt: 'yesterday' }, 'installedAt', 'invalid_format'],
    [{ installedAt: '0000-06-01T00:00:00Z' }, 'installedAt', 'date_out_of_range'],
    [{ secret: 'of my own' }, 'secret', 'unknown_field'],
  ])('refuses %j by its field', async (others, path, code) => {
    for (const language of ['ko', 'en']) {
      const headers = { 'accept-language': language };
      const { status, json } = await call('POST', DEVICES, { body: newDevice(others), headers });
      expect(status).toBe(400);
      expect(json.errors).toMatchObject([{ path, code }]);
      expect(json.errors[0].detail).toMatch(language === 'ko' ? /[가-힣]/ : /^[^가-힣]+$/);
    }
  });
});

describe('a list', () => {
  test('is filtered by place, serial number, type, status and connectivity, and goes on page by page', async () => {
    const locationId = 'busan-2f';
    const made = [];
    for (const type of ['temperature', 'humidity', 'multi']) {
      clock.now = new Date(clock.now.getTime() + 1_000);
      made.unshift(await register({ locationId, type }));
    }
    const ids = made.map(({ id }) => id);
    const [multi, humidity, temperature] = ids;
    const list = async (query: string) =>
      (await call('GET', `${DEVICES}?locationId=${locationId}&${query}`)).json.devices.map(
        ({ id }: { id: string }) => id,
      );
    expect(await list('')).toEqual(ids);
    expect(await list('type=humidity')).toEqual([humidity]);
    expect(await list(`serial=${made[0].serial}`)).toEqual([multi]);

    const ago = (seconds: number) => new Date(clock.now.getTime() - seconds * 1000);
    await database.sql`update iot_devices set last_heartbeat = ${ago(180)} where id = ${humidity}`;
    await database.sql`update iot_devices set last_heartbeat = ${ago(181)} where id = ${multi}`;
    expect(await list('connectivity=never_seen')).toEqual([temperature]);
    expect(await list('connectivity=online')).toEqual([humidity]);
    expect(await list('connectivity=offline')).toEqual([multi]);

    await call('PATCH', `${DEVICES}/${temperature}`, { body: { status: 'maintenance' } });
    expect(await list('status=maintenance')).toEqual([temperature]);
    await call('POST', `${DEVICES}/${multi}/retirement`);
    expect(await list('')).toEqual([humidity, temperature]);
    expect(await list('retired=true')).toEqual([multi]);

    const page = await call('GET', `${DEVICES}?locationId=${locationId}&limit=1`);
    expect(page.json.devices[0].id).toBe(humidity);
    expect(await list(`limit=1&cursor=${page.json.nextCursor}`)).toEqual([temperature]);
    expect(await call('GET', `${DEVICES}?cursor=made-up`)).toMatchObject({ status: 400 });
  });
});

describe('a change', () => {
  test('of interval or thresholds is a new configuration, which the broker keeps for the device', async () => {
    const { id } = await register();
    const body = { samplingIntervalSeconds: 10, alertThresholds: { temperature: { min: 18, max: 26 } } };
    const { json } = await call('PATCH', `${DEVICES}/${id}`, { body });
    expect(json).toMatchObject({ ...body, configVersion: 2, pushedConfigVersion: 2 });
    const kept = (version: number, config: object) => ({
      topic: topic(id),
      qos: '1',
      retain: 'true',
      payload: JSON.stringify({ version, ...config }),
    });
    expect(configOf(id)).toEqual([kept(1, { samplingIntervalSeconds: 60, alertThresholds: {} }), kept(2, body)]);
  });

  test('of anything else is none for the device, and what is already so is no change at all', async () => {
    const { id } = await register();
    const body = { locationId: 'jeju', model: 'SHT45', status: 'maintenance', samplingIntervalSeconds: 60 };
    const changed = await call('PATCH', `${DEVICES}/${id}`, { body });
    expect(changed.json).toMatchObject({ ...body, configVersion: 1 });
    clock.now = new Date(clock.now.getTime() + 1_000);
    expect((await call('PATCH', `${DEVICES}/${id}`, { body })).json).toEqual(changed.json);
    expect(configOf(id)).toHaveLength(1);
    expect((await events(id)).slice(1)).toMatchObject([
      { type: 'device.updated', data: { fields: ['locationId', 'model', 'status'], configVersion: 1 } },
    ]);
  });

  test('stands while the broker is away, and a job tells the device later, once', async () => {
    const { id } = await register();
    broker.away = true;
    const { status, json } = await call('PATCH', `${DEVICES}/${id}`, { body: { samplingIntervalSeconds: 5 } });
    expect(status).toBe(200);
    expect(json).toMatchObject({ samplingIntervalSeconds: 5, configVersion: 2, pushedConfigVersion: 1 });
    expect(logLines.at(-1)).toContain('"device_config_push_failures":1');
    await expect(push()).rejects.toThrow();
    broker.away = false;
    expect(await push()).toEqual({ pushed: 1 });
    expect(await push()).toEqual({ pushed: 0 });
    expect(configOf(id)).toHaveLength(2);
  });

  test('by many at once leaves the newest configuration with the broker', async () => {
    const { id } = await register();
    const intervals = Array.from({ length: 12 }, (_, at) => at + 1);
    await Promise.all(
      intervals.map(samplingIntervalSeconds =>
        call('PATCH', `${DEVICES}/${id}`, { body: { samplingIntervalSeconds } }),
      ),
    );
    const { json } = await call('GET', `${DEVICES}/${id}`);
    expect(json).toMatchObject({ configVersion: 13, pushedConfigVersion: 13 });
    const last = configOf(id).at(-1) as { payload: string };
    const { samplingIntervalSeconds } = json;
    expect(JSON.parse(last.payload)).toEqual({ version: 13, samplingIntervalSeconds, alertThresholds: {} });
  });

  test('to active of a device that reports a fault makes it one in error', async () => {
    const { id } = await register();
    const path = `${DEVICES}/${id}`;
    await database.sql`update iot_devices set status = 'error', fault = 'fan_stuck' where id = ${id}`;
    expect((await call('PATCH', path, { body: { status: 'maintenance' } })).json.status).toBe('maintenance');
    const { json } = await call('PATCH', path, { body: { status: 'active' } });
    expect(json).toMatchObject({ status: 'error', fault: 'fan_stuck' });
  });

  test('is refused for what the device does not measure, and for a device that is not there', async () => {
    const { id } = await register({ type: 'light' });
    const body = { alertThresholds: { motion: { max: 3 } } };
    const { status, json } = await call('PATCH', `${DEVICES}/${id}`, { body });
    expect(status).toBe(400);
    expect(json.errors).toMatchObject([{ path: 'alertThresholds.motion', code: 'not_measured' }]);
    const unknown = await call('PATCH', `${DEVICES}/${crypto.randomUUID()}`, { body });
    expect(unknown).toMatchObject({ status: 404, json: { code: 'device_not_found' } });
  });
});

describe('a new secret', () => {
  test('takes the place of the former one, and the connection is cut', async () => {
    const { id, secret } = await register();
    const { status, json } = await call('POST', `${DEVICES}/${id}/credential`);
    expect(status).toBe(201);
    expect(json.secret).not.toBe(secret);
    const [row] = await database.sql`select credential_hash from iot_devices where id = ${id}`;
    expect(row!.credential_hash).toEqual(Buffer.from(credentialHash(json.secret)));
    expect(broker.asked.at(-1)).toEqual({ disconnected: id });
    expect((await events(id)).at(-1)).toMatchObject({ type: 'device.credential_rotated', data: { deviceId: id } });
  });
});

describe('a device that retires', () => {
  test('has no credential and no configuration, and stays so', async () => {
    const { id, serial } = await register();
    const path = `${DEVICES}/${id}`;
    const { status, json } = await call('POST', `${path}/retirement`);
    expect(status).toBe(200);
    expect(json).toMatchObject({ status: 'inactive', retiredAt: clock.now.toISOString(), pushedConfigVersion: 2 });
    expect(broker.asked).toContainEqual({ disconnected: id });
    expect(configOf(id).at(-1)).toMatchObject({ payload: '', retain: 'true' });
    const [row] = await database.sql`select credential_hash from iot_devices where id = ${id}`;
    expect(row).toEqual({ credential_hash: null });

    clock.now = new Date(clock.now.getTime() + 1_000);
    expect((await call('POST', `${path}/retirement`)).json).toEqual(json);
    const refused = { status: 409, json: { code: 'device_retired' } };
    expect(await call('PATCH', path, { body: { status: 'active' } })).toMatchObject(refused);
    expect(await call('POST', `${path}/credential`)).toMatchObject(refused);
    const again = await call('POST', DEVICES, { body: newDevice({ serial }) });
    expect(again).toMatchObject({ status: 409, json: { detail: expect.stringMatching(/does not come back/) } });
    expect((await events(id)).map(({ type }) => type)).toEqual(['device.registered', 'device.retired']);
  });

  test('is never deleted', async () => {
    await expect(database.sql`delete from iot_devices`).rejects.toThrow(/permission denied/);
  });
});
