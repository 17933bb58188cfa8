import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { StatusInput } from '../../../functions/iot/readings/payload.ts';
import type { Database } from '../../../platform/db/database.ts';
import { testDatabase } from '../database.ts';
import { ingesting, START } from './ingesting.ts';

let database: Database;
let world: Awaited<ReturnType<typeof ingesting>>;

beforeAll(async () => {
  ({ database } = await testDatabase());
  world = await ingesting(database);
});

/** What a device says in a message: each field, or nothing of it. */
type Said = Omit<StatusInput, 'sentAt'>;

const said: fc.Arbitrary<Said> = fc.record(
  {
    batteryLevel: fc.constantFrom(5, 14, 15, 20, 25, 90),
    signalStrength: fc.constantFrom(-80, -61),
    firmwareVersion: fc.constantFrom('2.1.0', '2.2.0'),
    configVersion: fc.constantFrom(1, 2, 3),
    fault: fc.constantFrom('sensor_open', 'sensor_stuck'),
  },
  { requiredKeys: [] },
);

/** Delivers to two devices at once, in batches that end before these positions. */
async function delivered(messages: readonly Said[], ends: readonly number[], columns: object) {
  const take = world.worker();
  const ids = [await world.device(columns), await world.device(columns)];
  const records = messages.flatMap((payload, at) =>
    ids.map(id => world.message(id, { sentAt: 1, ...payload }, { kind: 'status', receivedAt: START + at })),
  );
  for (const [at, end] of [...ends, records.length].entries()) await take(records.slice(ends[at - 1] ?? 0, end));
  return Promise.all(ids.map(keptOf));
}

/** How a device is, and which of its alerts are open. */
async function keptOf(id: string) {
  const [device] = await database.sql`
    select status, battery_level, signal_strength, firmware_version, applied_config_version, fault, last_status_at
    from iot_devices where id = ${id}`;
  const alerts = await database.sql`
    select kind, fault, opened_at, opened_value from sensor_alerts where device_id = ${id} and cleared_at is null order by kind`;
  return { device, alerts: [...alerts] };
}

test('what a status alone says of firmware and configuration is kept, though a later one in its batch does not', async () => {
  const [one] = await delivered([{ firmwareVersion: '2.1.0', batteryLevel: 20 }, { configVersion: 3 }, {}], [], {});
  expect(one!.device).toMatchObject({
    ...{ firmware_version: '2.1.0', applied_config_version: 3, battery_level: null },
    last_status_at: new Date(START + 2),
  });
});

test('a battery that was told to be low is, though a later status in its batch says nothing of it', async () => {
  for (const later of [{}, { batteryLevel: 20 }]) {
    const [one] = await delivered([{ batteryLevel: 14 }, later], [], {});
    expect(one!.alerts).toMatchObject([{ kind: 'low_battery', opened_at: new Date(START), opened_value: '14.0000' }]);
  }
});

test('however statuses are cut into batches, devices and the alerts that are open are the same', async () => {
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 15 }), { maxLength: 6 });
  const columns = fc.constantFrom(
    {},
    { status: 'maintenance' },
    { firmware_version: '1.0.0', applied_config_version: 9 },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(said, { minLength: 1, maxLength: 8 }), cuts, columns, async (messages, at, before) => {
      const ends = at.filter(end => end < messages.length * 2).toSorted((one, other) => one - other);
      const inOne = await delivered(messages, [], before);
      expect(await delivered(messages, ends, before)).toEqual(inOne);
      expect(inOne[0]).toEqual(inOne[1]);
    }),
    { numRuns: 60 },
  );
});
