import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll } from 'vitest';
import { createLiveFeed } from '../../../functions/iot/live/feed.ts';
import { messagesOfConnection } from '../../../functions/iot/live/limits.ts';
import { createLiveAudience } from '../../../functions/iot/live/live-audience.ts';
import { LIVE } from '../../../functions/iot/live/name.ts';
import { liveSocket } from '../../../functions/iot/live/socket.ts';
import { startDynamoDb } from '../../../local/engines/dynamodb.ts';
import { startSockets } from '../../../local/sockets/socket-host.ts';
import { createDynamoClient } from '../../../platform/dynamodb/client.ts';
import { cacheTable, connectionsTable } from '../../../platform/dynamodb/tables.ts';
import type { DeviceRecord } from '../../../platform/mqtt/device-record.ts';
import { logTo } from '../../../platform/observability/log-sink.ts';
import { createLimiter } from '../../../platform/rate-limit/limiter.ts';
import { createBroadcast } from '../../../platform/sockets/broadcast.ts';
import { createConnections } from '../../../platform/sockets/connections.ts';
import { createSender } from '../../../platform/sockets/sender.ts';
import { socketFunction } from '../../../platform/sockets/socket-function.ts';
import { createTickets, type TicketHolder } from '../../../platform/sockets/tickets.ts';
import { testDatabase } from '../database.ts';

/** What is patience on an idle machine is none on one that runs all tests. */
const BUSY = 20;

export const OWN_ORIGIN = 'https://console.example.com';

/** The live feed with all that it uses, for the calling file. Time is the world's. */
export async function liveWorld() {
  const { database, owner } = await testDatabase();
  const engine = await startDynamoDb();
  const client = createDynamoClient('local', engine.endpoint);
  const lines: string[] = [];
  const formerLog = logTo(line => lines.push(line));
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');

  const time = { now: Date.parse('2026-11-25T01:00:30Z'), elapsed: 0 };
  const now = () => new Date(time.now);
  const table = { client, name: connectionsTable.name };
  const tickets = createTickets(table, LIVE, now);
  const connections = createConnections(table, LIVE, now);
  const limiter = createLimiter({ table: { client, name: cacheTable.name }, now }, messagesOfConnection);
  const handler = socketFunction({
    name: LIVE,
    handlers: () =>
      liveSocket({
        sql: database.sql,
        tickets,
        connections,
        sender,
        origins: [OWN_ORIGIN],
        messagesOfConnection: limiter,
        now,
      }),
  });
  const sockets = await startSockets({
    server,
    apis: [{ declaration: { name: LIVE, timeoutSeconds: 10 }, handler }],
    now: () => time.now,
  });
  const sender = createSender('local', sockets.endpoint);
  const clock = { now, elapsed: () => time.elapsed };
  const patience = (ms: number) => sleep(ms * BUSY, undefined, { ref: false });
  const feed = createLiveFeed({
    audience: createLiveAudience({ sql: database.sql, connections, sender, ...clock, sleep: patience }),
    broadcast: createBroadcast({ sender, connections, name: 'live-feed', now }),
    ...clock,
    // Between two batches a second goes by all the same.
    sleep: async () => {},
  });
  afterAll(async () => {
    await sockets.stop();
    await new Promise(resolve => server.close(resolve));
    client.destroy();
    await engine.stop();
    logTo(formerLog);
  });
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/${LIVE}`;

  return {
    database,
    owner,
    lines,
    time,
    url,
    tickets,
    connections,
    /** Somebody with a role, and a session that goes on. */
    async holder(topic: string, role: 'operator' | 'admin' = 'operator'): Promise<TicketHolder> {
      const [userId, sessionId] = [randomUUID(), randomUUID()];
      await owner.transaction(async tx => {
        await tx`
          insert into users (id, email, email_hash, nickname, privacy_consent)
          values (${userId}, ${randomBytes(40)}, ${randomBytes(32)}, 'console', '{}')`;
        await tx`insert into user_roles (user_id, role, granted_at) values (${userId}, ${role}, ${now()})`;
        await tx`
          insert into sessions (id, user_id, method, device, created_at, last_used_at, expires_at)
          values (${sessionId}, ${userId}, 'password', 'other', ${now()}, ${now()}, '2099-01-01')`;
      });
      return { topic, userId, sessionId };
    },
    async ticketUrl(holder: TicketHolder): Promise<string> {
      return `${url}?ticket=${(await tickets.issue(holder)).ticket}`;
    },
    async device(locationId: string, status = 'active'): Promise<string> {
      const [row] = await owner.sql<[{ id: string }]>`
        insert into iot_devices (device_serial, device_type, location_id, installation_position, status)
        values (${randomUUID()}, 'multi', ${locationId}, '{"x": 0, "y": 0, "z": 0, "description": "door"}', ${status})
        returning id`;
      return row.id;
    },
    /** A second later, devices have sent temperatures. */
    async hear(...values: readonly (readonly [deviceId: string, value: number])[]) {
      time.elapsed += 1_000;
      time.now += 1_000;
      const records = values.map(([deviceId, value], index) => ({
        bytes: Buffer.from(JSON.stringify(recordOf(deviceId, value, time.now))),
        sequenceNumber: String(index),
        partitionKey: deviceId,
      }));
      return feed({ stream: 'sensor-data', shard: 'shardId-000000000000', records });
    },
  };
}

export type LiveWorld = Awaited<ReturnType<typeof liveWorld>>;

function recordOf(deviceId: string, value: number, at: number): DeviceRecord {
  const payload = JSON.stringify({ type: 'temperature', value, unit: 'Cel', recordedAt: at });
  return { kind: 'readings', deviceId, receivedAt: at, payload: Buffer.from(payload).toString('base64') };
}
