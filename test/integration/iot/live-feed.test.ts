import { randomBytes } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type LiveMessage, liveMessage } from '../../../functions/iot/live/messages.ts';
import { connect, type SocketClient, statusOf } from '../sockets/client.ts';
import { type LiveWorld, liveWorld, OWN_ORIGIN } from './live-world.ts';

const EVENTUALLY = { timeout: 5_000 };

let world: LiveWorld;
beforeAll(async () => {
  world = await liveWorld();
});

const clients: SocketClient[] = [];
afterEach(async () => {
  for (const { socket } of clients.splice(0)) socket.terminate();
  await vi.waitFor(async () => expect(await world.connections.list()).toEqual([]), EVENTUALLY);
});

async function listen(
  location: string,
): Promise<SocketClient & { readonly holder: { readonly sessionId: string; readonly userId: string } }> {
  const holder = await world.holder(location);
  const client = await connect(await world.ticketUrl(holder));
  clients.push(client);
  return { ...client, holder };
}

function read(messages: readonly string[]): readonly LiveMessage[] {
  return messages.map(message => liveMessage.parse(JSON.parse(message)));
}

const valuesIn = (messages: readonly string[]) =>
  read(messages).map(message => ('readings' in message ? message.readings.map(({ value }) => value) : message.type));

describe('a client', () => {
  test('gets the latest values of its location when it asks, and new ones by themselves', async () => {
    const [tea, hall] = [await world.device('tea-1'), await world.device('hall-1')];
    const at = new Date(world.time.now);
    for (const [device, value] of [
      [tea, 21.5],
      [hall, 9],
    ] as const) {
      await world.owner.sql`
        insert into sensor_latest (device_id, reading_type, value, unit, reliability_score, recorded_at, received_at)
        values (${device}, 'temperature', ${value}, 'Cel', 0.8, ${at}, ${at})`;
    }
    const client = await listen('tea-1');
    client.send('{"type":"latest"}');
    expect(read(await client.heard(1))).toEqual([
      {
        type: 'latest',
        locationId: 'tea-1',
        part: 1,
        parts: 1,
        readings: [
          {
            deviceId: tea,
            type: 'temperature',
            unit: 'Cel',
            value: 21.5,
            reliabilityScore: 0.8,
            userPresence: null,
            recordedAt: at.toISOString(),
            receivedAt: at.toISOString(),
          },
        ],
      },
    ]);
    await world.hear([tea, 22], [hall, 10]);
    await world.hear([hall, 11]);
    await world.hear([tea, 23]);
    expect(valuesIn((await client.heard(3)).slice(1))).toEqual([[22], [23]]);
  });

  test('hears devices that are moved to its location or registered there, and none that was switched off', async () => {
    const [there, off] = [await world.device('tea-2'), await world.device('tea-2', 'inactive')];
    const elsewhere = await world.device('hall-2');
    const client = await listen('tea-2');
    await world.hear([there, 1], [off, 2], [elsewhere, 3]);
    expect(valuesIn(await client.heard(1))).toEqual([[1]]);
    await world.owner.sql`update iot_devices set location_id = 'tea-2' where id = ${elsewhere}`;
    await world.owner.sql`update iot_devices set location_id = 'hall-2' where id = ${there}`;
    world.time.elapsed += 10_000;
    await world.hear([there, 4], [elsewhere, 5]);
    expect(valuesIn(await client.heard(2))).toEqual([[1], [5]]);
  });

  test('is one of many: all get the same, and one that has gone costs nobody a value', async () => {
    const device = await world.device('tea-3');
    const [one, other, gone] = [await listen('tea-3'), await listen('tea-3'), await listen('tea-3')];
    // Its end is not told: what is stored of it stays.
    const stored = (await world.connections.list()).find(({ sessionId }) => sessionId === gone.holder.sessionId)!;
    gone.socket.terminate();
    await vi.waitFor(async () => expect(await world.connections.list()).toHaveLength(2), EVENTUALLY);
    await world.connections.add(stored, new Date(world.time.now - 60_000));
    await world.hear([device, 7]);
    expect([valuesIn(await one.heard(1)), valuesIn(await other.heard(1))]).toEqual([[[7]], [[7]]]);
    expect(await world.connections.list()).toHaveLength(2);
    const line = world.lines.map(each => JSON.parse(each)).findLast(each => each.event === 'socket-messages');
    expect(line).toMatchObject({ sent_socket_messages: 2, gone_socket_connections: 1, dropped_socket_messages: 0 });
  });
});

describe('an attack', () => {
  test('from the page of somebody else is refused, also with a ticket that is good', async () => {
    const url = await world.ticketUrl(await world.holder('tea'));
    for (const origin of [
      'https://evil.example',
      'https://console.example.com.evil.example',
      'null',
      `${OWN_ORIGIN}/`,
    ]) {
      expect(await statusOf(url, { headers: { origin } })).toBe(403);
    }
    expect(await statusOf(url, { headers: { origin: OWN_ORIGIN } })).toBe(101);
  });

  test('without a ticket, with a guessed one, a used one or an old one is refused', async () => {
    expect(await statusOf(world.url)).toBe(401);
    const guesses = Array.from({ length: 20 }, () => `${world.url}?ticket=${randomBytes(32).toString('base64url')}`);
    for (const guess of [
      ...guesses,
      `${world.url}?ticket=`,
      `${world.url}?ticket=%00`,
      `${world.url}?ticket=a&ticket=b`,
    ]) {
      expect(await statusOf(guess)).toBe(401);
    }
    const used = await world.ticketUrl(await world.holder('tea'));
    expect([await statusOf(used), await statusOf(used)]).toEqual([101, 401]);
    const old = await world.ticketUrl(await world.holder('tea'));
    world.time.now += 60_000;
    expect(await statusOf(old)).toBe(401);
    const refused = world.lines.map(line => JSON.parse(line)).filter(({ refused }) => refused === 'no_such_ticket');
    expect(refused.length).toBeGreaterThanOrEqual(25);
    expect(refused.every(line => line.refused_socket_connections === 1 && line.socket_failures === 0)).toBe(true);
  });

  test('with one ticket ten times at once lets one in', async () => {
    const url = await world.ticketUrl(await world.holder('tea'));
    const statuses = await Promise.all(Array.from({ length: 10 }, () => statusOf(url)));
    expect(statuses.toSorted()).toEqual([101, ...Array(9).fill(401)]);
  });

  test('with a ticket of another location hears nothing of this one', async () => {
    const [tea, hall] = [await world.device('tea-4'), await world.device('hall-4')];
    const [client, spy] = [await listen('tea-4'), await listen('hall-4')];
    spy.send('{"type":"latest","locationId":"tea-4"}');
    await world.hear([tea, 8]);
    expect(valuesIn(await client.heard(1))).toEqual([[8]]);
    await world.hear([hall, 9]);
    const heard = valuesIn(await spy.heard(2));
    expect(heard.toSorted()).toEqual([[9], 'error'].toSorted());
  });

  test('of messages without end is cut off, and of what is none told so', async () => {
    const client = await listen('tea');
    for (const nonsense of ['', '{', 'null', '[]', '{"type":"latest","x":1}', `"${'x'.repeat(10_000)}"`]) {
      client.send(nonsense);
    }
    expect(new Set(valuesIn(await client.heard(6)))).toEqual(new Set(['error']));
    for (let message = 0; message < 100; message++) client.send('{"type":"latest"}');
    expect(await client.closed).toBe(1000);
    expect(client.messages.length).toBeLessThanOrEqual(30);
    await vi.waitFor(async () => expect(await world.connections.list()).toEqual([]), EVENTUALLY);
  });

  test('of a message that is larger than any closes the connection, and no other', async () => {
    const [client, other] = [await listen('tea-5'), await listen('tea-5')];
    const device = await world.device('tea-5');
    client.send('x'.repeat(1_000_000));
    expect(await client.closed).toBe(1009);
    await world.hear([device, 3]);
    expect(valuesIn(await other.heard(1))).toEqual([[3]]);
  });

  test('of a client that does not read holds nobody up', async () => {
    const device = await world.device('tea-6');
    const [slow, quick] = [await listen('tea-6'), await listen('tea-6')];
    slow.socket.pause();
    for (let second = 1; second <= 20; second++) await world.hear([device, second]);
    expect(valuesIn(await quick.heard(20))).toEqual(Array.from({ length: 20 }, (_, index) => [index + 1]));
  });

  test('by whoever has logged out, or is no operator any more, hears nothing further', async () => {
    const device = await world.device('tea-7');
    const [loggedOut, demoted, other] = [await listen('tea-7'), await listen('tea-7'), await listen('tea-7')];
    await world.hear([device, 1]);
    await Promise.all([loggedOut, demoted, other].map(client => client.heard(1)));
    await world.owner
      .sql`update sessions set ended_at = now(), end_reason = 'logged_out' where id = ${loggedOut.holder.sessionId}`;
    await world.owner.sql`delete from user_roles where user_id = ${demoted.holder.userId}`;
    // Who asks is told at once.
    loggedOut.send('{"type":"latest"}');
    expect(await loggedOut.closed).toBe(1000);
    world.time.elapsed += 10_000;
    await world.hear([device, 2]);
    expect(await demoted.closed).toBe(1000);
    expect(valuesIn(await other.heard(2))).toEqual([[1], [2]]);
    expect([loggedOut, demoted].map(({ messages }) => messages.length)).toEqual([1, 1]);
  });

  test('leaves no ticket in any log line', async () => {
    const { ticket } = await world.tickets.issue(await world.holder('tea'));
    await statusOf(`${world.url}?ticket=${ticket}`, { headers: { origin: 'https://evil.example' } });
    await statusOf(`${world.url}?ticket=${ticket}`);
    await statusOf(`${world.url}?ticket=${ticket}`);
    expect(world.lines.join('\n')).not.toContain(ticket);
  });
});

test('values are sent while the database is away, to those who were known, and nothing is thrown', async () => {
  const device = await world.device('tea-8');
  const client = await listen('tea-8');
  await world.hear([device, 1]);
  await client.heard(1);
  await world.owner.sql`alter table sessions rename to sessions_away`;
  try {
    world.time.elapsed += 20_000;
    expect(await world.hear([device, 2])).not.toHaveProperty('stopped');
    expect(valuesIn(await client.heard(2))).toEqual([[1], [2]]);
  } finally {
    await world.owner.sql`alter table sessions_away rename to sessions`;
  }
});
