import { describe, expect, test } from 'vitest';
import { readingsFunction } from './readings-function.ts';

const { database, call, clock, device, latest } = await readingsFunction();

const NOW = clock.now.getTime();
const iso = (at: number) => new Date(at).toISOString();

describe('latest values', () => {
  const place = 'seoul-2f-lounge';
  const path = `/v1/iot/latest?locationId=${place}`;

  test('of a device are one of each type, with how it is', async () => {
    const id = await device({ locationId: 'seoul-1f-hall' });
    await latest(id, 'temperature', 21.25, NOW - 9);
    await latest(id, 'humidity', 40, NOW - 99);
    await database.sql`update iot_devices set last_heartbeat = ${new Date(NOW - 180_001)} where id = ${id}`;
    const { json, text } = await call('GET', `/v1/iot/devices/${id}/latest`);
    const received = (type: string, value: number, at: number) => ({
      type,
      unit: 'Cel',
      value,
      reliabilityScore: 0.75,
      userPresence: null,
      recordedAt: iso(at),
      receivedAt: iso(at + 40),
    });
    expect(json, text).toEqual({
      deviceId: id,
      locationId: 'seoul-1f-hall',
      deviceType: 'multi',
      status: 'active',
      connectivity: 'offline',
      lastHeartbeat: iso(NOW - 180_001),
      readings: [received('humidity', 40, NOW - 99), received('temperature', 21.25, NOW - 9)],
    });
  });

  test('of a location are those of its devices that are not retired, in pages', async () => {
    const ids = [];
    for (let at = 0; at < 5; at++) {
      const id = await device({ locationId: place });
      if (at > 0) await latest(id, 'light', at, NOW);
      await database.sql`update iot_devices set created_at = ${new Date(NOW + at)} where id = ${id}`;
      ids.unshift(id);
    }
    await database.sql`update iot_devices set retired_at = now(), status = 'inactive' where id = ${ids.pop()!}`;
    const first = await call('GET', `${path}&limit=3`);
    const next = await call('GET', `${path}&limit=3&cursor=${first.json.nextCursor}`);
    const found = [...first.json.devices, ...next.json.devices];
    expect(found.map(({ deviceId }) => deviceId)).toEqual(ids);
    expect(found.map(({ readings }) => readings.map(({ value }: { value: number }) => value))).toEqual([
      [4],
      [3],
      [2],
      [1],
    ]);
    expect(found[0].connectivity).toBe('never_seen');
    expect(next.json.nextCursor).toBeNull();
  });

  test('of a location without devices are none', async () => {
    const { json } = await call('GET', '/v1/iot/latest?locationId=nowhere');
    expect(json).toEqual({ devices: [], nextCursor: null });
  });
});
