import { credentialHash, newDeviceSecret } from '../../functions/iot/devices/credential.ts';
import type { ReadingType } from '../../functions/iot/readings/reading-types.ts';
import type { Sql } from '../../platform/db/database.ts';
import type { SimulationArguments } from './arguments.ts';
import { sensorTypes } from './message.ts';

/** A device of the registry, with what only it knows. */
export interface SimulatedDevice {
  readonly id: string;
  readonly secret: string;
  readonly types: readonly ReadingType[];
}

/**
 * Registers the devices of a simulation: under the same serial numbers each time, so that the next run has the same ones,
 * with new credentials. Rows as the registry makes them, all at once: 10,000 calls of its API would take minutes.
 */
export async function registerDevices(
  sql: Sql,
  { devices, rate, array, location }: SimulationArguments,
): Promise<readonly SimulatedDevice[]> {
  const planned = Array.from({ length: devices }, (_, n) => ({
    serial: `${location}-${String(n + 1).padStart(5, '0')}`,
    secret: newDeviceSecret(),
    types: sensorTypes(n),
    // On a grid, two metres apart.
    position: { x: (n % 20) * 2, y: Math.floor(n / 20) * 2, z: 2.4, description: `Simulated device ${n + 1}` },
  }));
  const rows = await sql<{ serial: string; id: string }[]>`
    insert into iot_devices as device (
      device_serial, device_type, location_id, installation_position, manufacturer, model, firmware_version,
      sampling_interval_seconds, credential_hash, credential_rotated_at
    )
    select planned.serial, planned.type, ${location}, planned.position::jsonb, 'HEAL7', 'simulated', '1.0.0',
      ${Math.max(1, Math.round((devices * array) / rate))}, decode(planned.hash, 'hex'), now()
    from unnest(
      ${planned.map(({ serial }) => serial)}::text[],
      ${planned.map(({ types }) => (types.length === 1 ? types[0]! : 'multi'))}::text[],
      ${planned.map(({ position }) => JSON.stringify(position))}::text[],
      ${planned.map(({ secret }) => Buffer.from(credentialHash(secret)).toString('hex'))}::text[]
    ) as planned (serial, type, position, hash)
    on conflict (device_serial) do update set
      status = 'active', fault = null, retired_at = null, sampling_interval_seconds = excluded.sampling_interval_seconds,
      credential_hash = excluded.credential_hash, credential_rotated_at = excluded.credential_rotated_at,
      config_version = device.config_version + 1, updated_at = now()
    returning device_serial as serial, id`;
  const ids = new Map(rows.map(({ serial, id }) => [serial, id]));
  return planned.map(({ serial, secret, types }) => ({ id: ids.get(serial)!, secret, types }));
}

/** Switches the devices off: ones that are silent and in use would be taken for offline, with an alert for each. */
export async function switchOff(sql: Sql, devices: readonly SimulatedDevice[]): Promise<void> {
  const ids = devices.map(({ id }) => id);
  await sql`update iot_devices set status = 'inactive', updated_at = now() where id = any(${ids}::uuid[])`;
}
