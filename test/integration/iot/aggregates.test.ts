import { describe, expect, test } from 'vitest';
import { readingsFunction } from './readings-function.ts';

const { call, clock, device, aggregate } = await readingsFunction();

const NOW = clock.now.getTime();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const iso = (at: number) => new Date(at).toISOString();

describe('aggregates across devices', () => {
  const minute = Math.floor(NOW / MINUTE) * MINUTE;
  const ask = (query: string) => call('GET', `/v1/iot/aggregates?${query}`);

  test('let each device count the same, and say so', async () => {
    const place = 'busan-1f-tea';
    const [often, seldom] = [await device({ locationId: place }), await device({ locationId: place })];
    await aggregate(often, '1m', minute, [20, 20, 20, 20, 20, 20, 20, 20, 20, 20]);
    await aggregate(seldom, '1m', minute, [23, 23.1]);
    await aggregate(seldom, '1m', minute - MINUTE, [-1, 2]);
    await aggregate(often, '1m', minute, [60], 'humidity');
    await aggregate(await device(), '1m', minute, [99]);
    const { json, text } = await ask(`locationId=${place}&type=temperature&resolution=1m`);
    expect(json, text).toEqual({
      locationId: place,
      type: 'temperature',
      unit: 'Cel',
      resolution: '1m',
      from: iso(minute - 6 * HOUR + 5 * MINUTE),
      to: iso(minute + 6 * MINUTE),
      devices: 2,
      weighting: 'devices',
      buckets: [
        { start: iso(minute), devices: 2, count: 12, average: 21.525, min: 20, max: 23.1, sum: 246.1 },
        { start: iso(minute - MINUTE), devices: 1, count: 2, average: 0.5, min: -1, max: 2, sum: 1 },
      ],
    });
  });

  test('of a place without devices, or of a range without readings, are none', async () => {
    const place = 'jeju-1f';
    const query = `locationId=${place}&type=light&resolution=1h`;
    expect((await ask(query)).json).toMatchObject({ devices: 0, buckets: [] });
    await device({ locationId: place });
    expect((await ask(query)).json).toMatchObject({ devices: 1, buckets: [] });
  });

  test.each([
    ['1m', DAY],
    ['1h', 62 * DAY],
  ])('by %s have a longest range', async (resolution, longest) => {
    const from = (ms: number) =>
      ask(`locationId=x&type=light&resolution=${resolution}&from=${iso(NOW - ms)}&to=${iso(NOW)}`);
    expect((await from(longest)).status).toBe(200);
    expect((await from(longest + 1)).json.errors).toMatchObject([{ path: 'from', code: 'span_too_long' }]);
  });
});
