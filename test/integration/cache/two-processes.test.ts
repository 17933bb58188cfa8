import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../../local/engines/free-port.ts';
import { createWitness } from '../../unit/platform/cache/witness.ts';
import { seededRandom } from '../../unit/seeded-random.ts';
import { type Child, startChild } from '../child.ts';
import { type CacheProcess, startCacheProcess } from './cache-processes.ts';

/** `CACHE_SEED=$RANDOM npm test` tries other orders. */
const SEED = Number(process.env.CACHE_SEED ?? 20_261_122);
/** Actions under way at once. */
const AT_ONCE = 12;

let folder: string;
let engine: Child;
let endpoint: string;
let processes: CacheProcess[] = [];

const startEngine = async (port: number) => {
  engine = await startChild(new URL('../dynamodb-process.ts', import.meta.url), String(port), join(folder, 'tables'));
  endpoint = engine.ready as string;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heal7-cache-'));
  await startEngine(await freePort());
});
afterEach(async () => {
  await Promise.all(processes.map(({ kill }) => kill()));
  processes = [];
});
afterAll(async () => {
  await engine.kill();
  await rm(folder, { recursive: true, force: true });
});

async function startTwo(compute: (name: string) => Promise<number>, kind: 'sound' | 'broken' = 'sound'): Promise<void> {
  processes = await Promise.all([0, 1].map(() => startCacheProcess(endpoint, compute, kind)));
}

test('1,000 readings at once of a key that nobody has kept compute it twice at most', async () => {
  let computations = 0;
  await startTwo(async () => ++computations);
  const key = { name: 'miss', tags: ['miss'], lifetimeMs: 3_600_000 };
  await Promise.all(processes.map(({ read }) => read(key, 500)));
  expect(computations).toBeGreaterThan(0);
  expect(computations).toBeLessThanOrEqual(2);

  // And in readings that each begin in a turn of the event loop of their own.
  computations = 0;
  const single = { ...key, name: 'single misses' };
  await Promise.all(Array.from({ length: 1000 }, (_, n) => processes[n % 2]!.read(single)));
  expect(computations).toBeGreaterThan(0);
  expect(computations).toBeLessThanOrEqual(2);
});

/** Three keys, each with a tag of its own and one in common, each watched. */
function watchedKeys(prefix: string) {
  return ['a', 'b', 'c'].map(letter => {
    const name = `${prefix}:${letter}`;
    return { key: { name, tags: [name, prefix], lifetimeMs: 3_600_000 }, witness: createWitness() };
  });
}

type WatchedKeys = ReturnType<typeof watchedKeys>;

/** The source: what a key is worth now, said a little later, so that invalidations may come in between. */
function sourceOf(keys: WatchedKeys): (name: string) => Promise<number> {
  return async name => {
    const value = keys.find(({ key }) => key.name === name)!.witness.current();
    for (let turns = value % 4; turns > 0; turns--) await new Promise(setImmediate);
    return value;
  };
}

function violationsOf(keys: WatchedKeys): readonly string[] {
  return keys.flatMap(({ witness }) => witness.violations);
}

/** Random actions of both processes on all keys, several under way at once. Gives how many of each kind succeeded. */
async function interleave(keys: WatchedKeys, actions: number, during: () => unknown = () => {}) {
  const random = seededRandom(SEED);
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]!;
  const counts = { actions: 0, reads: 0, writes: 0, invalidations: 0, failed: 0 };

  const act = async () => {
    const { key, witness } = pick(keys);
    const { read, invalidate } = pick(processes);
    const chance = random();
    if (chance < 0.6) {
      await witness.read(() => read(key));
      counts.reads++;
    } else if (chance < 0.8) {
      witness.write();
      counts.writes++;
    } else {
      const tag = chance < 0.97 ? key.name : key.tags[1]!;
      const invalidated = invalidate(tag);
      const affected = keys.filter(({ key: { tags } }) => tags.includes(tag));
      // One that fails promises nothing.
      const outcomes = await Promise.allSettled(affected.map(each => each.witness.invalidate(() => invalidated)));
      counts[outcomes[0]!.status === 'fulfilled' ? 'invalidations' : 'failed']++;
    }
  };
  const worker = async () => {
    while (counts.actions < actions) {
      counts.actions++;
      await act();
      await during();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return counts;
}

test('10,000 writes, invalidations and readings in random order never give a value older than the last invalidation', async () => {
  const keys = watchedKeys('random');
  await startTwo(sourceOf(keys));
  const { reads, writes, invalidations, failed } = await interleave(keys, 10_000);
  expect(violationsOf(keys)).toEqual([]);
  expect(failed).toBe(0);
  expect(Math.min(reads, writes, invalidations)).toBeGreaterThan(1500);
}, 55_000);

test('the same orders find a cache that does without the version check', async () => {
  const keys = watchedKeys('broken');
  await startTwo(sourceOf(keys), 'broken');
  await interleave(keys, 300);
  expect(violationsOf(keys)).not.toEqual([]);
});

test('while the shared level is killed and started again, no reading fails and none is old', async () => {
  const keys = watchedKeys('killed');
  await startTwo(sourceOf(keys));
  const port = Number(new URL(endpoint).port);
  let actions = 0;
  let turn: Promise<unknown> = Promise.resolve();
  const counts = await interleave(keys, 3000, async () => {
    actions++;
    // One after another: on a busy machine a start takes longer than a thousand actions.
    if (actions % 1000 === 250) turn = turn.then(() => engine.kill());
    if (actions % 1000 === 500) turn = turn.then(() => startEngine(port));
    if (actions % 250 === 0) await turn;
  });
  expect(violationsOf(keys)).toEqual([]);
  expect(counts.failed).toBeGreaterThan(0);
  expect(counts.invalidations).toBeGreaterThan(0);
  expect(counts.reads).toBeGreaterThan(1500);
}, 55_000);

test('a value held in the process is not given while the shared level is down, nor after', async () => {
  let source = 1;
  await startTwo(async () => source);
  const [here, there] = processes as [CacheProcess, CacheProcess];
  const key = { name: 'held', tags: ['held'], lifetimeMs: 3_600_000 };
  expect(await here.read(key)).toBe(1);
  source = 2;
  await there.invalidate('held');
  const port = Number(new URL(endpoint).port);
  await engine.kill();
  expect(await here.read(key)).toBe(2);
  source = 3;
  await expect(there.invalidate('held')).rejects.toThrow();
  expect(await here.read(key)).toBe(3);
  await startEngine(port);
  expect(await here.read(key)).toBeGreaterThanOrEqual(2);
  await there.invalidate('held');
  expect(await here.read(key)).toBe(3);
});
