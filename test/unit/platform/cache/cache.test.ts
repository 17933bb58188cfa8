import { beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import { type Cache, type CacheEvent, type CacheReading, createCache } from '../../../../platform/cache/cache.ts';
import { cacheMetrics } from '../../../../platform/cache/cache-metrics.ts';
import { createMemoryLevel, type MemoryLevel } from './memory-level.ts';

const key = { name: 'key', tags: ['tag'], lifetimeMs: 3_600_000 };
const schema = z.object({ n: z.number() });

let time: number;
let level: MemoryLevel;
let cache: Cache;
let other: Cache;
let computed: number;
let events: CacheEvent[];

beforeEach(() => {
  time = Date.UTC(2026, 0, 1);
  level = createMemoryLevel();
  const now = () => new Date(time);
  cache = createCache({ shared: level, now });
  other = createCache({ shared: level, now });
  computed = 0;
  events = [];
});

function reading(more: Partial<CacheReading<{ n: number }>> = {}): CacheReading<{ n: number }> {
  return { schema, compute: async () => ({ n: ++computed }), observe: event => events.push(event), ...more };
}

test('a value is computed once, then comes from the process, and in another process from the shared level', async () => {
  for (let n = 0; n < 3; n++) expect(await cache.get(key, reading())).toEqual({ n: 1 });
  expect(await other.get(key, reading())).toEqual({ n: 1 });
  expect(await other.get(key, reading())).toEqual({ n: 1 });
  expect(events).toEqual(['miss', 'l1', 'l1', 'l2', 'l1']);
});

test('an invalidated tag makes its values be computed again, in every process', async () => {
  await cache.get(key, reading());
  await other.get(key, reading());
  await cache.invalidate('tag');
  expect(await other.get(key, reading())).toEqual({ n: 2 });
  expect(await cache.get(key, reading())).toEqual({ n: 2 });
  expect(events).toEqual(['miss', 'l2', 'miss', 'l2']);
});

test('a tag that is lost does not make a value valid again', async () => {
  await cache.get(key, reading());
  await cache.invalidate('tag');
  level.tags.clear();
  expect(await cache.get(key, reading())).toEqual({ n: 2 });
});

test('the process holds a value for 5 minutes, the shared level for its lifetime', async () => {
  await cache.get(key, reading());
  time += 5 * 60_000 - 1;
  await cache.get(key, reading());
  time += 1;
  await cache.get(key, reading());
  expect(events).toEqual(['miss', 'l1', 'l2']);
  time = Date.UTC(2026, 0, 1, 1);
  expect(await cache.get(key, reading())).toEqual({ n: 2 });
});

test('a lifetime counts from before the computation', async () => {
  const slow = reading({
    compute: async () => {
      time += 3_000_000;
      return { n: ++computed };
    },
  });
  await cache.get(key, slow);
  time += 600_000;
  expect(await cache.get(key, reading())).toEqual({ n: 2 });
});

test('readings at one time compute once, whichever turn of the event loop they begin in', async () => {
  const waiting: (() => void)[] = [];
  const slow = reading({
    compute: () => new Promise(resolve => waiting.push(() => resolve({ n: ++computed }))),
  });
  const readings: Promise<{ n: number }>[] = [];
  for (let turn = 0; turn < 10; turn++) {
    for (let n = 0; n < 100; n++) readings.push(cache.get(key, slow));
    await new Promise(setImmediate);
  }
  expect(waiting).toHaveLength(1);
  for (const finish of waiting) finish();
  expect(new Set(await Promise.all(readings))).toEqual(new Set([{ n: 1 }]));
  expect(level.calls.read).toBeLessThanOrEqual(10);
});

test('a reading that begins after an invalidation does not share a computation that began before it', async () => {
  const waiting: (() => void)[] = [];
  let source = 'old';
  const slow = {
    schema: z.string(),
    observe: () => {},
    compute: () => {
      const seen = source;
      return new Promise<string>(resolve => waiting.push(() => resolve(seen)));
    },
  };
  const before = cache.get(key, slow);
  await new Promise(setImmediate);
  source = 'new';
  await cache.invalidate('tag');
  const after = cache.get(key, slow);
  await new Promise(setImmediate);
  // The older computation ends last: it must not be what is kept.
  for (const finish of waiting.reverse()) finish();
  expect(await Promise.all([before, after])).toEqual(['old', 'new']);
  expect(await cache.get(key, { ...slow, compute: async () => 'new' })).toBe('new');
});

test('what a computation throws reaches all who wait for it, and is not kept', async () => {
  const failing = reading({ compute: () => Promise.reject(new Error('no database')) });
  const outcomes = await Promise.allSettled([cache.get(key, failing), cache.get(key, failing)]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await cache.get(key, reading())).toEqual({ n: 1 });
});

test('without the shared level every value is computed, once for readings of one turn', async () => {
  await cache.get(key, reading());
  level.failure = new Error('down');
  expect(await cache.get(key, reading())).toEqual({ n: 2 });
  await Promise.all(Array.from({ length: 1000 }, () => cache.get(key, reading())));
  expect(computed).toBe(3);
  expect(events.filter(event => event === 'l2_down')).toHaveLength(2);
  expect(events.filter(event => event === 'miss')).toHaveLength(1 + 1 + 1000);
});

test('an invalidation that does not reach the shared level is thrown to its caller', async () => {
  level.failure = new Error('down');
  await expect(cache.invalidate('tag')).rejects.toThrow('down');
});

test('a value that cannot be written to the shared level is given all the same', async () => {
  level.write = () => Promise.reject(new Error('throttled'));
  expect(await cache.get(key, reading())).toEqual({ n: 1 });
  expect(await cache.get(key, reading())).toEqual({ n: 1 });
  expect(events).toEqual(['l2_down', 'miss', 'l1']);
});

test('a kept value of another shape is computed again', async () => {
  await cache.get(key, reading());
  const wider = z.object({ n: z.number(), m: z.number() });
  const value = await other.get(key, { schema: wider, compute: async () => ({ n: 1, m: 2 }), observe: () => {} });
  expect(value).toEqual({ n: 1, m: 2 });
});

test('a value is what its JSON says, the first time too, and frozen throughout', async () => {
  const loose = z.looseObject({});
  const compute = async () => ({ date: new Date(0), gone: undefined, list: [{ a: 1 }] });
  const value = await cache.get(key, { schema: loose, compute, observe: () => {} });
  expect(value).toEqual({ date: '1970-01-01T00:00:00.000Z', list: [{ a: 1 }] });
  expect(Object.isFrozen((value as { list: object[] }).list[0])).toBe(true);
});

test('a codec changes what the shared level holds; what it cannot open is computed again', async () => {
  const codec = (secret: string) => ({
    seal: async (text: string) => `${secret}:${Buffer.from(text).toString('hex')}`,
    open: async (sealed: string) => {
      const [by, hex] = sealed.split(':');
      if (by !== secret) throw new Error('another key');
      return Buffer.from(hex!, 'hex').toString();
    },
  });
  await cache.get(key, reading({ codec: codec('a') }));
  expect(level.values.get('key')!.text).not.toContain('n');
  expect(await other.get(key, reading({ codec: codec('a') }))).toEqual({ n: 1 });
  const third = createCache({ shared: level, now: () => new Date(time) });
  expect(await third.get(key, reading({ codec: codec('b') }))).toEqual({ n: 2 });
});

test('a value too large for the process stays in the shared level, one too large for both is not kept', async () => {
  const text = (length: number) => ({
    schema: z.string(),
    compute: async () => {
      computed++;
      return 'x'.repeat(length);
    },
    observe: (event: CacheEvent) => events.push(event),
  });
  for (let n = 0; n < 2; n++) await cache.get(key, text(100 * 1024));
  expect(events).toEqual(['miss', 'l2']);
  await cache.invalidate('tag');
  for (let n = 0; n < 2; n++) await cache.get(key, text(400 * 1024));
  expect(events).toEqual(['miss', 'l2', 'miss', 'miss']);
});

test('a value held in the process is not asked for again', async () => {
  await cache.get(key, reading());
  const asked: boolean[] = [];
  const { read } = level;
  level.read = (of, wanted) => {
    asked.push(wanted.value);
    return read(of, wanted);
  };
  await cache.get(key, reading());
  await other.invalidate('tag');
  await cache.get(key, reading());
  expect(asked).toEqual([false, false, true]);
});

test('events are counted as metrics of the request', async () => {
  const measures: unknown[] = [];
  const observe = cacheMetrics({ measure: (...measure) => measures.push(measure) });
  await cache.get(key, reading({ observe }));
  await cache.get(key, reading({ observe }));
  expect(measures).toEqual([
    ['cache_misses', 1, 'Count'],
    ['cache_l1_hits', 1, 'Count'],
  ]);
});
