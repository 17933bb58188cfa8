import { afterEach, beforeEach, expect, test } from 'vitest';
import { type AudienceDependencies, createAudience } from '../../../../../functions/iot/live/audience.ts';
import { logTo } from '../../../../../platform/observability/log-sink.ts';
import type { Connection } from '../../../../../platform/sockets/connections.ts';
import { ManualClock } from './manual-clock.ts';

const lines: string[] = [];
let formerLog: ReturnType<typeof logTo>;
beforeEach(() => {
  lines.length = 0;
  formerLog = logTo(line => lines.push(line));
});
afterEach(() => void logTo(formerLog));

const one: Connection = { id: 'c-1', topic: 'tea', userId: 'u', sessionId: 's-1' };
const other: Connection = { id: 'c-2', topic: 'hall', userId: 'u', sessionId: 's-2' };
const places = new Map([
  ['d-tea', 'tea'],
  ['d-hall', 'hall'],
]);

/** What there is, changed by tests, and how often it was asked for. */
function started(changes: Partial<AudienceDependencies> = {}) {
  const clock = new ManualClock();
  const world = {
    open: [] as Connection[],
    ended: new Set<string>(),
    away: false,
    lists: 0,
    checks: 0,
    places: 0,
    answer: Promise.resolve([] as Connection[]),
  };
  const ask = createAudience({
    connections: async () => {
      world.lists++;
      if (world.away) throw new Error('away');
      return world.open;
    },
    permitted: async open => {
      world.checks++;
      return open.filter(({ sessionId }) => !world.ended.has(sessionId));
    },
    devicesAt: async locations => {
      world.places++;
      return new Map([...places].filter(([, location]) => locations.includes(location)));
    },
    now: clock.now,
    sleep: clock.sleep,
    ...changes,
  });
  const listeners = async () => Object.fromEntries((await ask()).listeners);
  return { clock, world, ask, listeners };
}

test('while nobody listens, one query a second is all, however many ask', async () => {
  const { clock, world, ask } = started();
  for (let second = 0; second < 3; second++) {
    await Promise.all(Array.from({ length: 100 }, ask));
    await clock.pass(1_000);
  }
  expect(world).toMatchObject({ lists: 3, checks: 0, places: 0 });
});

test('a connection is known within a second, with the devices of its location', async () => {
  const { clock, world, ask, listeners } = started();
  expect(await listeners()).toEqual({});
  world.open = [one];
  expect(await listeners()).toEqual({});
  await clock.pass(1_000);
  expect(await listeners()).toEqual({ tea: ['c-1'] });
  expect([...(await ask()).locationOf]).toEqual([['d-tea', 'tea']]);
  world.open = [one, other];
  await clock.pass(1_000);
  expect(await listeners()).toEqual({ tea: ['c-1'], hall: ['c-2'] });
  world.open = [other];
  await clock.pass(1_000);
  expect(await listeners()).toEqual({ hall: ['c-2'] });
});

test('the database is asked when somebody new listens, and else each ten seconds', async () => {
  const { clock, world, ask } = started();
  world.open = [one];
  for (let second = 0; second < 10; second++) {
    await ask();
    await clock.pass(1_000);
  }
  expect(world).toMatchObject({ lists: 10, checks: 1, places: 1 });
  await ask();
  expect(world).toMatchObject({ checks: 2, places: 2 });
});

test('whoever logs out hears nothing more after ten seconds', async () => {
  const { clock, world, listeners } = started();
  world.open = [one, other];
  expect(await listeners()).toEqual({ tea: ['c-1'], hall: ['c-2'] });
  world.ended.add('s-1');
  await clock.pass(10_000);
  expect(await listeners()).toEqual({ hall: ['c-2'] });
});

test('while nobody can be asked, what is known holds for a minute, and then nobody hears anything', async () => {
  const { clock, world, listeners } = started();
  world.open = [one];
  await listeners();
  world.away = true;
  await clock.pass(59_000);
  expect(await listeners()).toEqual({ tea: ['c-1'] });
  await clock.pass(2_000);
  expect(await listeners()).toEqual({});
  expect(lines.map(line => JSON.parse(line).event)).toEqual(['live_audience_unknown', 'live_audience_unknown']);
  world.away = false;
  await clock.pass(1_000);
  expect(await listeners()).toEqual({ tea: ['c-1'] });
});

test('nor does anybody hear anything after that minute while no answer comes', async () => {
  const { clock, world, ask, listeners } = started({ connections: () => world.answer });
  let answer = () => {};
  world.answer = Promise.resolve([one]);
  expect(await listeners()).toEqual({ tea: ['c-1'] });
  world.answer = new Promise(resolve => {
    answer = () => resolve([one]);
  });
  await clock.pass(1_000);
  const asked = listeners();
  await clock.pass(500);
  expect(await asked).toEqual({ tea: ['c-1'] });
  await clock.pass(58_500);
  expect(await listeners()).toEqual({ tea: ['c-1'] });
  await clock.pass(1);
  expect(await listeners()).toEqual({});
  // What is answered is what was asked for a minute ago.
  answer();
  await clock.pass(0);
  await ask();
  expect(await listeners()).toEqual({ tea: ['c-1'] });
});

test('of batches that come while no answer does, those of the first half second wait, and for no longer than it', async () => {
  const { clock, listeners } = started({ connections: () => new Promise(() => {}) });
  const asked = listeners();
  await clock.pass(400);
  const again = listeners();
  await clock.pass(100);
  expect(await Promise.all([asked, again])).toEqual([{}, {}]);
  await clock.pass(2_000);
  for (let batch = 0; batch < 3; batch++) expect(await listeners()).toEqual({});
});

test('an answer that does not come holds nobody up for longer than half a second', async () => {
  let answer = () => {};
  const late = new Promise<Connection[]>(resolve => {
    answer = () => resolve([one]);
  });
  const { clock, listeners } = started({ connections: () => late });
  const asked = listeners();
  await clock.pass(500);
  expect(await asked).toEqual({});
  answer();
  await clock.pass(0);
  expect(await listeners()).toEqual({ tea: ['c-1'] });
});
