import type { HostedPlatform } from '../hosted-platform.ts';
import type { Session } from './session.ts';

/** Devices, as an operator has them: their secrets are in no table and no line. */
export async function devices(session: Session, token: string): Promise<void> {
  const body = {
    serial: 'SHT45-0042',
    type: 'multi',
    locationId: 'seoul-1f-tea',
    installationPosition: { x: 1, y: 2, z: 0.5, description: 'tea table' },
    alertThresholds: { temperature: { max: 28 } },
  };
  const headers = { 'idempotency-key': 'device-1' };
  const { json: registered } = await session.do('registerDevice', { token, body, headers });
  session.given.set('secret of a device', registered.secret);
  const params = { deviceId: registered.id as string };
  await session.do('listDevices', { token, query: '?locationId=seoul-1f-tea' });
  await session.do('getDevice', { token, params });
  await session.do('updateDevice', { token, params, body: { samplingIntervalSeconds: 10 } });
  const { json: rotated } = await session.do('rotateDeviceCredential', { token, params, headers });
  session.given.set('secret of a device (rotated)', rotated.secret);
}

/** After all that devices do: one retires for good. */
export async function retirement(session: Session, token: string): Promise<void> {
  const { json } = await session.do('listDevices', { token, query: '?serial=SHT45-0042' });
  await session.do('retireDevice', { token, params: { deviceId: json.devices[0].id } });
}

/** Somebody who is at a centre. */
export async function visits(platform: HostedPlatform, session: Session, token: string): Promise<void> {
  const locationId = 'seoul-1f-tea';
  await platform.owner.sql`
    insert into iot_devices (device_serial, device_type, location_id, installation_position)
    values ('tea-presence', 'presence', ${locationId}, '{"x": 0, "y": 0, "z": 0, "description": "tea table"}')`;
  const { json } = await session.do('checkIn', { token, body: { locationId } });
  const params = { visitId: json.id as string };
  await session.do('tellComfort', { token, params, body: { level: 4 } });
  await session.do('checkOut', { token, params });
  await session.do('listVisits', { token });
  await session.do('getVisit', { token, params });
}

/** What operators see of a device. */
export async function readings({ owner: { sql } }: HostedPlatform, session: Session, token: string): Promise<void> {
  const [row] = await sql<[{ id: string }]>`
    insert into iot_devices (device_serial, device_type, location_id, installation_position)
    values ('hall-light', 'light', 'seoul-1f-hall', '{"x": 0, "y": 0, "z": 0, "description": "door"}')
    returning id`;
  const params = { deviceId: row.id };
  await session.do('getLatestReadings', { token, params });
  for (const resolution of ['raw', '1m']) {
    await session.do('listReadings', { token, params, query: `?type=light&resolution=${resolution}` });
  }
  await session.do('listLatestReadings', { token, query: '?locationId=seoul-1f-hall' });
  await session.do('listAggregates', { token, query: '?locationId=seoul-1f-hall&type=light&resolution=1m' });
  // One that is used, and one that lies where tickets lie.
  for (const use of [true, false]) {
    const { json: live } = await session.do('createLiveTicket', { token, body: { locationId: 'seoul-1f-hall' } });
    session.given.set(`secret of a ticket (used: ${use})`, live.ticket);
    if (use) await latestOf(live.url);
  }
  await session.do('getVisitStatistics', { token, query: '?locationId=seoul-1f-tea&from=2026-03-01&to=2026-03-31' });
}

/** An alert, and a webhook on this machine, where nobody listens. */
export async function alerts({ owner: { sql } }: HostedPlatform, session: Session, token: string): Promise<void> {
  const [row] = await sql<[{ id: string }]>`
    insert into sensor_alerts (id, device_id, location_id, kind, opened_at, raised_at)
    select gen_random_uuid(), id, location_id, 'offline', now(), now() from iot_devices limit 1 returning id`;
  await session.do('listAlerts', { token });
  await session.do('acknowledgeAlert', { token, params: { alertId: row.id } });

  const { json } = await session.do('registerWebhook', { token, body: { url: 'http://127.0.0.1:9/' } });
  const params = { webhookId: json.id as string };
  const { json: rotated } = await session.do('rotateWebhookSecret', { token, params });
  for (const { secret } of [json, rotated]) {
    session.given.set(`secret of a webhook (${session.given.size})`, secret.replace('whsec_', ''));
  }
  const [delivery] = await sql<[{ id: string }]>`
    insert into alert_deliveries (webhook_id, alert_id, event_version, event_type, body, state, created_at, ended_at)
    values (${params.webhookId}, ${row.id}, 1, 'alert.raised', '{}', 'delivered', now(), now()) returning id`;
  await session.do('redeliverToWebhook', { token, params: { ...params, deliveryId: delivery.id } });
  await session.do('listWebhookDeliveries', { token, params });
  await session.do('updateWebhook', { token, params, body: { enabled: true } });
  await session.do('listWebhooks', { token });
  const { json: other } = await session.do('registerWebhook', { token, body: { url: 'http://127.0.0.1:9/' } });
  await session.do('deleteWebhook', { token, params: { webhookId: other.id } });
}

/** Opens the live feed, hears the latest values, and ends. */
function latestOf(url: string): Promise<void> {
  const socket = new WebSocket(url);
  socket.onopen = () => socket.send('{"type":"latest"}');
  socket.onmessage = () => socket.close();
  return new Promise((resolve, reject) => {
    socket.onclose = () => resolve();
    socket.onerror = () => reject(new Error('The live feed is not there'));
  });
}
