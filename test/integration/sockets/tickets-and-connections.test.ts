import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type DynamoDb, startDynamoDb } from '../../../local/engines/dynamodb.ts';
import { createDynamoClient, type Table } from '../../../platform/dynamodb/client.ts';
import { connectionsTable } from '../../../platform/dynamodb/tables.ts';
import { logTo } from '../../../platform/observability/log-sink.ts';
import { createBroadcast } from '../../../platform/sockets/broadcast.ts';
import { createConnections } from '../../../platform/sockets/connections.ts';
import type { Sent } from '../../../platform/sockets/sender.ts';
import { createTickets, TICKET_SECONDS } from '../../../platform/sockets/tickets.ts';

const START = Date.parse('2026-11-25T00:00:00Z');
const holder = { topic: 'seoul-1f-tea', userId: 'u-1', sessionId: 's-1' };

let engine: DynamoDb;
let table: Table;
let now: number;
const clock = () => new Date(now);

beforeAll(async () => {
  engine = await startDynamoDb();
  table = { client: createDynamoClient('local', engine.endpoint), name: connectionsTable.name };
});
afterAll(async () => {
  table.client.destroy();
  await engine.stop();
});
beforeEach(() => {
  now = START;
});

describe('a ticket', () => {
  test('tells once for whom and for what it was given', async () => {
    const tickets = createTickets(table, 'once', clock);
    const { ticket, expiresAt } = await tickets.issue(holder);
    expect(ticket).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(expiresAt).toEqual(new Date(START + TICKET_SECONDS * 1000));
    expect(await tickets.redeem(ticket)).toEqual(holder);
    expect(await tickets.redeem(ticket)).toBeUndefined();
  });

  test('lets one in of many who come with it at once', async () => {
    const tickets = createTickets(table, 'race', clock);
    const { ticket } = await tickets.issue(holder);
    const redeemed = await Promise.all(Array.from({ length: 20 }, () => tickets.redeem(ticket)));
    expect(redeemed.filter(each => each !== undefined)).toEqual([holder]);
  });

  test('is none after a minute, though it still lies in the table', async () => {
    const tickets = createTickets(table, 'late', clock);
    const [early, late] = [await tickets.issue(holder), await tickets.issue(holder)];
    now = START + TICKET_SECONDS * 1000 - 1;
    expect(await tickets.redeem(early.ticket)).toEqual(holder);
    now += 1;
    expect(await tickets.redeem(late.ticket)).toBeUndefined();
  });

  test('opens no other API, and what is none opens nothing', async () => {
    const tickets = createTickets(table, 'mine', clock);
    const { ticket } = await tickets.issue(holder);
    expect(await createTickets(table, 'another', clock).redeem(ticket)).toBeUndefined();
    for (const none of ['', 'x', `${ticket}=`, ticket.slice(1), 'A'.repeat(43), `${'A'.repeat(42)}\u0000`]) {
      expect(await tickets.redeem(none)).toBeUndefined();
    }
    expect(await tickets.redeem(ticket)).toEqual(holder);
  });

  test('is not in the table', async () => {
    const { ticket } = await createTickets(table, 'hidden', clock).issue(holder);
    const { Items } = await table.client.send(new ScanCommand({ TableName: table.name }));
    expect(JSON.stringify(Items)).toContain('ticket:hidden');
    expect(JSON.stringify(Items)).not.toContain(ticket);
  });
});

describe('connections', () => {
  test('are found and listed until they end, those of each API apart', async () => {
    const connections = createConnections(table, 'list', clock);
    const many = Array.from({ length: 30 }, (_, index) => ({ id: `c-${String(index).padStart(2, '0')}=`, ...holder }));
    for (const each of many) await connections.add(each, clock());
    await createConnections(table, 'other', clock).add({ id: 'x', ...holder }, clock());
    expect(await connections.list()).toEqual(many);
    expect(await connections.find('c-07=')).toEqual(many[7]);
    await connections.remove('c-07=');
    await connections.remove('c-07=');
    expect(await connections.find('c-07=')).toBeUndefined();
    expect(await connections.list()).toHaveLength(29);
  });

  test('that are gone are forgotten, and those that may be opening still are sent the next message', async () => {
    const connections = createConnections(table, 'gone', clock);
    const gone = new Set<string>(['opening', 'left']);
    const sent: string[] = [];
    const sender = {
      async post(id: string, message: string): Promise<Sent> {
        if (gone.has(id)) return 'gone';
        sent.push(`${id} ${message}`);
        return 'sent';
      },
    };
    const broadcast = createBroadcast({ sender, connections, name: 'test', now: clock });
    const ids = async () => (await connections.list()).map(({ id }) => id);
    const log = logTo(() => {});
    try {
      await connections.add({ id: 'left', ...holder }, clock());
      now += 30_000;
      await connections.add({ id: 'opening', ...holder }, clock());
      await broadcast(await ids(), ['1']);
      expect(await ids()).toEqual(['opening']);
      gone.delete('opening');
      await broadcast(await ids(), ['2']);
      expect(sent).toEqual(['opening 2']);

      gone.add('opening');
      now += 29_999;
      await broadcast(await ids(), ['3']);
      expect(await ids()).toEqual(['opening']);
      now += 1;
      await broadcast([...(await ids()), 'never-was'], ['4']);
      expect(await ids()).toEqual([]);
    } finally {
      logTo(log);
    }
  });

  test('that have lasted for longer than any can are none, though nobody told of their end', async () => {
    const connections = createConnections(table, 'old', clock);
    await connections.add({ id: 'c', ...holder }, clock());
    now = START + 2 * 3_600_000;
    expect(await connections.list()).toHaveLength(1);
    now += 61_000;
    expect(await connections.list()).toEqual([]);
    expect(await connections.find('c')).toBeUndefined();
  });
});
