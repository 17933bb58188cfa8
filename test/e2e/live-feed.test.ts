import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectAsync } from 'mqtt';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CONSENT_VERSIONS } from '../../functions/users/consents/consent.ts';
import { freePort } from '../../local/engines/free-port.ts';
import { openDatabase } from '../../platform/db/connection.ts';
import { startRunner } from './local-runner.ts';

const HEAL7_DATA = mkdtempSync(join(tmpdir(), 'heal7-live-'));
afterAll(() => rmSync(HEAL7_DATA, { recursive: true, force: true }));

// Makes the database, so that the platform has all of its time for what is tested.
beforeAll(async () => {
  const { ended, errors } = startRunner({ HEAL7_DATA }, [process.execPath, 'local/jobs/job.ts', 'partitions']);
  expect(await ended, errors()).toBe(0);
});

/** A second, and what a machine that runs other tests too takes longer. */
const ABOUT_A_SECOND_MS = 5_000;

let origin: string;

async function post(path: string, body: object, token?: string) {
  const response = await fetch(`${origin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  expect(response.ok, text).toBe(true);
  return JSON.parse(text);
}

/** Signs somebody up, whom whoever runs the platform makes an operator; gives the token. */
async function operator(): Promise<string> {
  const contact = { email: 'console@example.com' };
  const { verification } = await post('/v1/accounts/verifications', { purpose: 'sign-up', contact });
  const outbox = join(HEAL7_DATA, 'outbox');
  const [message] = readdirSync(outbox).map(file => JSON.parse(readFileSync(join(outbox, file), 'utf8')));
  const { accessToken } = await post('/v1/accounts', {
    contact,
    verification: { verification, code: message.values.code },
    password: 'a long enough one 7',
    nickname: '미소',
    birthYear: 1990,
    consents: Object.fromEntries(
      Object.entries(CONSENT_VERSIONS).map(([kind, version]) => [kind, { version, given: kind === 'privacy' }]),
    ),
  });
  const { environment } = JSON.parse(readFileSync(join(HEAL7_DATA, 'environment.json'), 'utf8'));
  const database = openDatabase({ url: environment.DATABASE_OWNER_URL, connections: 1, applicationName: 'test' });
  await database.sql`insert into user_roles (user_id, role, granted_at) select id, 'operator', now() from users`;
  await database.close();
  return accessToken;
}

/** Gives the messages of a live feed, one after another. */
function messagesOf(url: string) {
  const socket = new WebSocket(url);
  socket.onopen = () => socket.send('{"type":"latest"}');
  const arrived = new ReadableStream<{ readonly type: string; readonly readings: readonly object[] }>({
    start(controller) {
      socket.onmessage = ({ data }) => controller.enqueue(JSON.parse(data));
      socket.onclose = ({ code }) => controller.error(new Error(`The connection was closed (${code})`));
    },
  });
  const reader = arrived.getReader();
  return async () => (await reader.read()).value!;
}

test('what a device publishes over MQTT is on the screen of an operator within about a second', async () => {
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  const runner = startRunner({ PORT: String(port), MQTT_PORT: '0', HEAL7_DATA });
  await runner.until('Stop with Ctrl-C');
  expect(runner.output()).toMatch(new RegExp(`WebSockets +127.0.0.1:${port} .*/live`));

  const token = await operator();
  const registration = {
    serial: 'tea-1',
    type: 'temperature',
    locationId: 'seoul-1f-tea',
    installationPosition: { x: 0, y: 0, z: 1, description: 'tea table' },
  };
  const device = await post('/v1/iot/devices', registration, token);
  const ticket = await post('/v1/iot/live-tickets', { locationId: 'seoul-1f-tea' }, token);
  const next = messagesOf(ticket.url);
  expect(await next()).toMatchObject({ type: 'latest', readings: [] });

  const { connection } = device;
  const sensor = await connectAsync(`mqtt://${connection.endpoint}`, {
    clientId: connection.clientId,
    username: connection.username,
    password: device.secret,
  });
  for (const value of [21.5, 22.5]) {
    const recordedAt = Date.now();
    const reading = JSON.stringify({ type: 'temperature', value, unit: 'Cel', recordedAt });
    await sensor.publishAsync(connection.publish.readings, reading, { qos: 1 });
    expect(await next()).toMatchObject({ type: 'readings', readings: [{ deviceId: device.id, value }] });
    expect(Date.now() - recordedAt).toBeLessThan(ABOUT_A_SECOND_MS);
  }
  await sensor.endAsync();
  runner.child.kill('SIGTERM');
  expect(await runner.ended, runner.errors()).toBe(0);
});
