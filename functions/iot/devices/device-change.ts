import { isDeepStrictEqual } from 'node:util';
import type { InputOf } from '../../../platform/http/operation.ts';
import type { updateDevice } from './contract.ts';
import type { DeviceChange, DeviceRow, DeviceStatus } from './store.ts';

type Sent = InputOf<typeof updateDevice>['body'];

/** Columns by the fields that change them. */
const columnOf = {
  locationId: 'location_id',
  installationPosition: 'installation_position',
  installedAt: 'installed_at',
  manufacturer: 'manufacturer',
  model: 'model',
  status: 'status',
  samplingIntervalSeconds: 'sampling_interval_seconds',
  alertThresholds: 'alert_thresholds',
} as const satisfies Readonly<Record<keyof Sent, keyof DeviceChange>>;

/** What the device itself works by. */
const CONFIGURATION: ReadonlySet<string> = new Set(['samplingIntervalSeconds', 'alertThresholds']);

/** What an operator's change comes to: the fields that are other than before, and their columns. */
export function deviceChange(row: DeviceRow, sent: Sent): { readonly fields: string[]; readonly change: DeviceChange } {
  const wanted = sent.status === undefined ? sent : { ...sent, status: statusOf(row, sent.status) };
  const fields = (Object.keys(columnOf) as (keyof Sent)[]).filter(
    field => wanted[field] !== undefined && !isDeepStrictEqual(wanted[field], row[columnOf[field]]),
  );
  const change = Object.fromEntries(fields.map(field => [columnOf[field], wanted[field]]));
  const reconfigured = fields.some(field => CONFIGURATION.has(field));
  return { fields, change: { ...change, ...(reconfigured && { config_version: row.config_version + 1 }) } };
}

/** A fault makes an active device one in error, until the device says that it is over. */
function statusOf({ fault }: DeviceRow, wanted: NonNullable<Sent['status']>): DeviceStatus {
  return wanted === 'active' && fault !== null ? 'error' : wanted;
}
