import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { liveTicketsOfUser } from '../../../functions/iot/live/limits.ts';
import { createLiveTicket } from '../../../functions/iot/live-tickets/contract.ts';
import { createLiveTicketHandler } from '../../../functions/iot/live-tickets/create.http.ts';
import { httpFunction } from '../../../platform/http/http-function.ts';
import { openApiDocument } from '../../../platform/http/openapi.ts';
import { route } from '../../../platform/http/route.ts';
import { logTo } from '../../../platform/observability/log-sink.ts';
import type { TicketHolder } from '../../../platform/sockets/tickets.ts';
import { type Client, clientOf } from '../../contract/client.ts';
import { testDatabase } from '../database.ts';

const { database, owner } = await testDatabase();
const operator = { kind: 'user', userId: randomUUID(), sessionId: randomUUID(), roles: ['operator'] } as const;

const issued: TicketHolder[] = [];
let uses = 0;
let call: Client;

beforeAll(async () => {
  logTo(() => {});
  const live = {
    tickets: {
      async issue(holder: TicketHolder) {
        issued.push(holder);
        return { ticket: 't', expiresAt: new Date('2026-11-25T01:01:00Z') };
      },
    },
    ticketsOfUser: {
      async consume(key: string) {
        expect(key).toBe(operator.userId);
        const allowed = ++uses <= liveTicketsOfUser.limit;
        return { allowed, limit: liveTicketsOfUser.limit, remaining: 0, retryAfterSeconds: 7 };
      },
    },
    url: () => 'wss://live.example.com/prod',
  };
  const handler = httpFunction({
    name: 'iot',
    release: '1',
    routes: [route(createLiveTicket, createLiveTicketHandler({ database, live }))],
    authenticate: async () => operator,
  });
  const http = { entry: '', operations: [createLiveTicket], fallback: true, memoryMb: 128, timeoutSeconds: 1 } as const;
  const document = await openApiDocument({ operations: [createLiveTicket], version: '1.0.0' });
  const domain = { name: 'iot', purpose: 'Tests', http, alarms: [] };
  call = clientOf([{ domain, http, handler, loadedInMs: 0 }], document);
  await owner.sql`
    insert into iot_devices (device_serial, device_type, location_id, installation_position, status, retired_at)
    select serial, 'light', location, '{"x": 0, "y": 0, "z": 0, "description": "door"}', status, retired::timestamptz
    from (values ('in-use', 'hall', 'active', null), ('retired', 'attic', 'inactive', '2026-01-01'))
      as device (serial, location, status, retired)`;
});

const ask = (locationId: string) => call('POST', '/v1/iot/live-tickets', { body: { locationId } });

test('a ticket is for who asks, for one location, with the address to connect to', async () => {
  expect(await ask('hall')).toMatchObject({
    status: 201,
    json: { ticket: 't', url: 'wss://live.example.com/prod?ticket=t', expiresAt: '2026-11-25T01:01:00.000Z' },
  });
  const { userId, sessionId } = operator;
  expect(issued).toEqual([{ topic: 'hall', userId, sessionId }]);
});

test('where no device is, or a retired one alone, there is nothing to listen to', async () => {
  for (const location of ['attic', 'nowhere']) {
    expect(await ask(location)).toMatchObject({ status: 404, json: { code: 'location_without_devices' } });
  }
  expect(issued).toHaveLength(1);
});

test('whoever asks without end is told to wait', async () => {
  for (let use = uses; use < liveTicketsOfUser.limit; use++) await ask('hall');
  const refused = await ask('hall');
  expect(refused).toMatchObject({ status: 429, json: { code: 'rate_limited' } });
});
