import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { DomainError } from '../../../platform/errors/domain-error.ts';
import { historyUnavailable } from '../../../platform/timeseries/kinds.ts';
import { insertReadings } from '../timeseries/sensor-readings.ts';
import { readingsFunction } from './readings-function.ts';

const { database, owner, call, functionWith, clock, device, aggregate, latest } = await readingsFunction();

const NOW = clock.now.getTime();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const iso = (at: number) => new Date(at).toISOString();

beforeAll(async () => {
  await owner.sql`select ensure_partitions('2026-04-01', '2026-05-31')`;
});

/** Readings of a device: when, and what. */
const put = (deviceId: string, readings: readonly (readonly [at: number, value: number])[], type = 'temperature') =>
  insertReadings(
    database,
    readings.map(([recordedAt, value]) => ({
      deviceId,
      type,
      recordedAt,
      value,
      unit: 'Cel',
      accuracy: 0.5,
      reliabilityScore: 0.9,
      ambientConditions: { humidity: 40 },
      userPresence: true,
    })),
  );

const history = (deviceId: string, query: string) => call('GET', `/v1/iot/devices/${deviceId}/readings?${query}`);
const raw = (deviceId: string, query = '') => history(deviceId, `type=temperature&resolution=raw&${query}`);

describe('raw history', () => {
  test('of the last hour is there when nothing is said, the latest first', async () => {
    const id = await device();
    await put(id, [
      [NOW, 21.5],
      [NOW - HOUR, 1],
      [NOW - 1, 20.1234],
      // By a clock that is ahead.
      [NOW + 4 * MINUTE, 22],
    ]);
    const { status, json, text } = await raw(id);
    expect(status, text).toBe(200);
    expect(json).toEqual({
      deviceId: id,
      type: 'temperature',
      unit: 'Cel',
      resolution: 'raw',
      from: iso(NOW + 5 * MINUTE - HOUR),
      to: iso(NOW + 5 * MINUTE),
      nextCursor: null,
      readings: [NOW + 4 * MINUTE, NOW, NOW - 1].map((at, place) => ({
        recordedAt: iso(at),
        value: [22, 21.5, 20.1234][place],
        accuracy: 0.5,
        reliabilityScore: 0.9,
        ambientConditions: { humidity: 40 },
        userPresence: true,
      })),
    });
  });

  test('comes in pages, whose cursors lose nothing and repeat nothing while the clock goes on and readings come', async () => {
    const id = await device();
    const all = Array.from({ length: 25 }, (_, at) => NOW - at * 7);
    await put(
      id,
      all.map(at => [at, 1]),
    );
    const found: string[] = [];
    let cursor: string | null = null;
    try {
      do {
        const { json, text } = await raw(id, `limit=10${cursor === null ? '' : `&cursor=${cursor}`}`);
        if (json.readings === undefined) throw new Error(text);
        found.push(...json.readings.map((each: { recordedAt: string }) => each.recordedAt));
        cursor = json.nextCursor;
        clock.now = new Date(clock.now.getTime() + 2 * MINUTE);
        await put(id, [[clock.now.getTime(), 2]]);
      } while (cursor !== null);
    } finally {
      clock.now = new Date(NOW);
    }
    expect(found).toEqual(all.map(iso));
  });

  test('takes a cursor with its own range alone', async () => {
    const id = await device();
    await put(id, [
      [NOW, 1],
      [NOW - 1, 2],
      [NOW - 2, 3],
    ]);
    const range = `from=${iso(NOW - 1_000)}&to=${iso(NOW + 1)}`;
    const { json } = await raw(id, `${range}&limit=1`);
    const rest = await raw(id, `${range}&cursor=${json.nextCursor}`);
    expect(rest.json.readings.map(({ value }: { value: number }) => value)).toEqual([2, 3]);
    for (const other of [
      `from=${iso(NOW - 2_000)}&to=${iso(NOW + 1)}&cursor=${json.nextCursor}`,
      `from=${iso(NOW - 1_000)}&to=${iso(NOW - 1)}&cursor=${json.nextCursor}`,
      'cursor=x',
      `cursor=${Buffer.from('[5,4]').toString('base64url')}`,
      `cursor=${Buffer.from(JSON.stringify([0, NOW])).toString('base64url')}`,
    ]) {
      const { status, json: problem } = await raw(id, other);
      expect([status, problem.errors?.[0]], other).toEqual([
        400,
        expect.objectContaining({ path: 'cursor', code: 'invalid_value' }),
      ]);
    }
  });

  test('that cannot be read now is told to come back', async () => {
    const away = functionWith({
      readLatest: async () => {
        throw new DomainError(historyUnavailable, {}, { 'retry-after': '5' });
      },
    });
    const id = await device();
    const { status, json, headers } = await away('GET', `/v1/iot/devices/${id}/readings?type=light&resolution=raw`);
    expect([status, json.code, headers['retry-after']]).toEqual([503, 'history_unavailable', '5']);
    const aggregates = await away('GET', `/v1/iot/devices/${id}/readings?type=light&resolution=1m`);
    expect(aggregates.status).toBe(200);
  });
});

describe('minutes and hours', () => {
  const minute = Math.floor(NOW / MINUTE) * MINUTE;
  const hour = Math.floor(NOW / HOUR) * HOUR;

  test('have counts, averages, minima, maxima and sums, exact to ten-thousandths', async () => {
    const id = await device();
    await aggregate(id, '1m', minute, [0.1, 0.2, 0.0001]);
    await aggregate(id, '1m', minute - 2 * MINUTE, [21, 21, 22]);
    const { json, text } = await history(id, 'type=temperature&resolution=1m');
    expect(json.buckets, text).toEqual([
      { start: iso(minute), count: 3, average: 0.1, min: 0.0001, max: 0.2, sum: 0.3001 },
      { start: iso(minute - 2 * MINUTE), count: 3, average: 21.3333, min: 21, max: 22, sum: 64 },
    ]);
    expect(json).toMatchObject({ resolution: '1m', unit: 'Cel', nextCursor: null });
  });

  test('are widened to whole ones, and come in pages', async () => {
    const id = await device();
    const starts = [0, 1, 2, 3].map(at => hour - at * HOUR);
    for (const start of starts) await aggregate(id, '1h', start, [1]);
    const range = `from=${iso(hour - 2 * HOUR + 1)}&to=${iso(hour + 1)}`;
    const first = await history(id, `type=temperature&resolution=1h&limit=2&${range}`);
    expect(first.json).toMatchObject({ from: iso(hour - 2 * HOUR), to: iso(hour + HOUR) });
    const next = await history(id, `type=temperature&resolution=1h&limit=2&${range}&cursor=${first.json.nextCursor}`);
    const found = [...first.json.buckets, ...next.json.buckets].map(({ start }: { start: string }) => start);
    expect(found).toEqual(starts.slice(0, 3).map(iso));
    expect(next.json.nextCursor).toBeNull();
  });

  test('without readings are an empty list', async () => {
    const { status, json } = await history(await device(), 'type=light&resolution=1h');
    expect([status, json.buckets]).toEqual([200, []]);
  });
});

describe('what is asked wrongly is told:', () => {
  test('a device that does not exist', async () => {
    for (const path of [`${randomUUID()}/latest`, `${randomUUID()}/readings?type=light&resolution=raw`]) {
      const { status, json } = await call('GET', `/v1/iot/devices/${path}`);
      expect([status, json.code]).toEqual([404, 'device_not_found']);
    }
  });

  test('a type that the device does not have, until it has sent one', async () => {
    const id = await device({ type: 'humidity' });
    const { status, json } = await raw(id);
    expect([status, json.errors]).toEqual([
      400,
      [{ in: 'query', path: 'type', code: 'type_not_measured', detail: expect.stringContaining('humidity') }],
    ]);
    await latest(id, 'temperature', 21, NOW);
    expect((await raw(id)).status).toBe(200);
  });

  test.each([
    ['a range that ends before it begins', 'resolution=raw', NOW, NOW, 'to', 'invalid_span'],
    ['raw readings of more than 7 days', 'resolution=raw', NOW - 7 * DAY - 1, NOW, 'from', 'span_too_long'],
    ['minutes of more than 7 days', 'resolution=1m', NOW - 7 * DAY - 1, NOW, 'from', 'span_too_long'],
    ['hours of more than 366 days', 'resolution=1h', NOW - 366 * DAY - 1, NOW, 'from', 'span_too_long'],
  ])('%s', async (_, query, from, to, path, code) => {
    const { status, json } = await history(await device(), `type=temperature&${query}&from=${iso(from)}&to=${iso(to)}`);
    expect([status, json.errors]).toEqual([400, [{ in: 'query', path, code, detail: expect.any(String) }]]);
    const longest = await history(await device(), `type=temperature&${query}&from=${iso(from + 1)}&to=${iso(to)}`);
    expect(longest.status).toBe(code === 'invalid_span' ? 400 : 200);
  });

  test.each([
    ['from', 'from=0000-01-01T00:00:00Z&to=0000-01-01T01:00:00Z', ['from', 'to']],
    ['from', 'from=0001-01-01T00:00:00%2B09:00&to=0001-01-01T00:30:00%2B09:00', ['from', 'to']],
    ['to', 'to=9999-12-31T23:59:59Z', ['to']],
  ])('a %s in a year that the database has not', async (_, range, paths) => {
    for (const resolution of ['raw', '1h']) {
      const { status, json } = await history(await device(), `type=light&resolution=${resolution}&${range}`);
      expect(status).toBe(400);
      expect(json.errors).toMatchObject(paths.map(path => ({ path, code: 'date_out_of_range' })));
    }
  });

  test('a cursor of a time that no clock has', async () => {
    const cursor = Buffer.from(JSON.stringify([8.64e15 - 1, 8.64e15 + 1])).toString('base64url');
    const { status, json } = await raw(await device(), `cursor=${cursor}`);
    expect([status, json.errors]).toMatchObject([400, [{ path: 'cursor', code: 'invalid_value' }]]);
  });

  test.each([
    ['resolution', 'type=temperature&resolution=1d'],
    ['type', 'type=smell&resolution=raw'],
    ['from', 'type=light&resolution=raw&from=yesterday'],
    ['to', 'type=light&resolution=raw&to=2026-05-03T00:00:00'],
    ['limit', 'type=light&resolution=raw&limit=1501'],
    ['limit', 'type=light&resolution=raw&limit=0'],
  ])('a wrong %s', async (path, query) => {
    const { status, json } = await history(await device(), query);
    expect([status, json.errors.map((each: { path: string }) => each.path)]).toEqual([400, [path]]);
  });
});
