import type { Sql, Transaction } from '../../../platform/db/database.ts';
import { DomainError } from '../../../platform/errors/domain-error.ts';
import type { ListPosition } from '../../../platform/http/sealed-cursor.ts';
import type { ReadingType } from '../readings/reading-types.ts';
import type { AlertKind, ClearReason } from './alert-kinds.ts';
import { alertNotFound } from './kinds.ts';

/** An alert as it stands in its row. */
export interface AlertRow {
  readonly id: string;
  readonly device_id: string;
  readonly location_id: string;
  readonly kind: AlertKind;
  readonly reading_type: ReadingType | null;
  readonly limit_value: number | null;
  readonly fault: string | null;
  readonly opened_at: Date;
  readonly opened_value: number | null;
  readonly raised_at: Date;
  readonly last_breach_at: Date | null;
  readonly worst_value: number | null;
  readonly breaches: number | null;
  readonly cleared_at: Date | null;
  readonly cleared_value: number | null;
  readonly clear_reason: ClearReason | null;
  readonly acknowledged_at: Date | null;
}

export interface AlertFilter {
  readonly state?: 'open' | 'cleared' | undefined;
  readonly acknowledged?: boolean | undefined;
  readonly locationId?: string | undefined;
  readonly deviceId?: string | undefined;
  readonly kind?: AlertKind | undefined;
}

/** The latest raised first. */
export function listAlertRows(
  sql: Sql,
  { state, acknowledged, locationId, deviceId, kind }: AlertFilter,
  limit: number,
  after?: ListPosition,
): Promise<readonly AlertRow[]> {
  return sql<AlertRow[]>`
    select ${columns(sql)} from sensor_alerts
    where true
      ${state === undefined ? sql`` : state === 'open' ? sql`and cleared_at is null` : sql`and cleared_at is not null`}
      ${acknowledged === undefined ? sql`` : acknowledged ? sql`and acknowledged_at is not null` : sql`and acknowledged_at is null`}
      ${locationId === undefined ? sql`` : sql`and location_id = ${locationId}`}
      ${deviceId === undefined ? sql`` : sql`and device_id = ${deviceId}`}
      ${kind === undefined ? sql`` : sql`and kind = ${kind}`}
      ${after === undefined ? sql`` : sql`and (raised_at, id) < (${after.at}, ${after.id}::uuid)`}
    order by raised_at desc, id desc limit ${limit}`;
}

/**
 * Takes note of an alert.
 * @returns the alert, and whether nobody had before
 * @throws DomainError `alert_not_found`
 */
export async function acknowledge(
  tx: Transaction,
  id: string,
  now: Date,
): Promise<{ readonly row: AlertRow; readonly first: boolean }> {
  const [taken] = await tx<AlertRow[]>`
    update sensor_alerts set acknowledged_at = ${now} where id = ${id} and acknowledged_at is null
    returning ${columns(tx)}`;
  if (taken !== undefined) return { row: taken, first: true };
  const [row] = await tx<AlertRow[]>`select ${columns(tx)} from sensor_alerts where id = ${id}`;
  if (row === undefined) throw new DomainError(alertNotFound);
  return { row, first: false };
}

/** Values are exact as double precision: decimals with at most ten digits. */
function columns(sql: Sql) {
  return sql`id, device_id, location_id, kind, reading_type, limit_value::float8, fault, opened_at, opened_value::float8,
    raised_at, last_breach_at, worst_value::float8, breaches, cleared_at, cleared_value::float8, clear_reason,
    acknowledged_at`;
}
