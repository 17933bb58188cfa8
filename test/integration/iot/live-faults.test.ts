import { afterEach, beforeAll, expect, test } from 'vitest';
import { createLiveAudience } from '../../../functions/iot/live/live-audience.ts';
import { liveSocket } from '../../../functions/iot/live/socket.ts';
import type { Sender, Sent } from '../../../platform/sockets/sender.ts';
import { socketFunction } from '../../../platform/sockets/socket-function.ts';
import { type LiveWorld, liveWorld } from './live-world.ts';

/** The live feed where API Gateway does not do as it is asked. */

let world: LiveWorld;
beforeAll(async () => {
  world = await liveWorld();
});

afterEach(async () => {
  for (const id of await ids()) await world.connections.remove(id);
});

const now = () => new Date(world.time.now);
const ids = async () => (await world.connections.list()).map(({ id }) => id);

/** A connection of somebody who may hear, or may no longer. */
async function connection(id: string, { ended = false } = {}): Promise<void> {
  const holder = await world.holder('tea');
  await world.connections.add({ id, ...holder }, now());
  if (ended) {
    await world.owner
      .sql`update sessions set ended_at = now(), end_reason = 'logged_out' where id = ${holder.sessionId}`;
  }
}

/** Asks for the latest values on a connection; gives the status and the line that is written of it. */
async function askLatest(id: string, sender: Sender) {
  const handler = socketFunction({
    name: 'live',
    handlers: () =>
      liveSocket({
        sql: world.database.sql,
        tickets: world.tickets,
        connections: world.connections,
        sender,
        origins: [],
        messagesOfConnection: {
          consume: async () => ({ allowed: true, limit: 30, remaining: 29, retryAfterSeconds: 0 }),
        },
        now,
      }),
  });
  const { statusCode } = await handler(
    {
      requestContext: {
        routeKey: '$default',
        eventType: 'MESSAGE',
        connectionId: id,
        connectedAt: world.time.now,
        requestId: 'r',
      },
      body: '{"type":"latest"}',
    },
    { awsRequestId: 'r' },
  );
  return { statusCode, line: JSON.parse(world.lines.at(-1)!) };
}

const answering = (outcome: Sent): Sender => ({ post: async () => outcome, disconnect: async () => {} });

test('latest values that could not be sent are a failure of ours, unless whoever asked has left', async () => {
  await connection('c-asks');
  const dropped = await askLatest('c-asks', answering('dropped'));
  expect(dropped).toMatchObject({ statusCode: 500, line: { socket: 'MESSAGE', socket_failures: 1 } });
  for (const outcome of ['gone', 'sent'] as const) {
    const { statusCode, line } = await askLatest('c-asks', answering(outcome));
    expect([outcome, statusCode, line.socket_failures]).toEqual([outcome, 200, 0]);
  }
});

test('a connection that may hear no longer and could not be closed is tried again, and hears nothing', async () => {
  await connection('c-ended', { ended: true });
  await connection('c-stays');
  let away = true;
  const closed: string[] = [];
  const sender: Sender = {
    post: async () => 'sent',
    async disconnect(id) {
      if (away) throw new Error('away');
      closed.push(id);
    },
  };
  let elapsed = 0;
  const { sql } = world.database;
  const { connections } = world;
  const audience = createLiveAudience({
    ...{ sql, connections, sender, now },
    elapsed: () => elapsed,
    sleep: () => new Promise(() => {}),
  });
  const hearing = async () => [...(await audience()).listeners.values()].flat();

  expect(await hearing()).toEqual(['c-stays']);
  expect((await askLatest('c-ended', sender)).statusCode).toBe(500);
  expect(await ids()).toEqual(['c-ended', 'c-stays']);
  away = false;
  elapsed += 10_000;
  expect(await hearing()).toEqual(['c-stays']);
  expect(closed).toEqual(['c-ended']);
  expect(await ids()).toEqual(['c-stays']);
});
