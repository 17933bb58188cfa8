import type { Sql, Transaction } from '../../../platform/db/database.ts';
import { DomainError } from '../../../platform/errors/domain-error.ts';
import type { ListPosition } from '../../../platform/http/sealed-cursor.ts';
import type { Behavior } from '../behavior/pattern.ts';
import type { TimeSlot } from '../behavior/time-slots.ts';
import { visitNotFound } from './kinds.ts';

export interface VisitRow {
  readonly id: string;
  readonly location_id: string;
  readonly checked_in_at: Date;
  readonly checked_out_at: Date | null;
  readonly forgotten: boolean;
  readonly comfort_level: number | null;
}

/** Whether a place has a device in use. */
export async function isLocation(sql: Sql, locationId: string): Promise<boolean> {
  const [row] = await sql<{ known: boolean }[]>`
    select exists (select from iot_devices where location_id = ${locationId} and retired_at is null) as known`;
  return row!.known;
}

/** The visit that a user has not ended. */
export async function findOpen(sql: Sql, userId: string): Promise<VisitRow | undefined> {
  const [row] = await sql<VisitRow[]>`
    select ${columns(sql)} from visits where user_id = ${userId} and checked_out_at is null`;
  return row;
}

export async function insertVisit(
  tx: Transaction,
  userId: string,
  visit: { readonly id: string; readonly locationId: string },
  now: Date,
): Promise<VisitRow> {
  const [row] = await tx<[VisitRow]>`
    insert into visits (id, user_id, location_id, checked_in_at, created_at, updated_at)
    values (${visit.id}, ${userId}, ${visit.locationId}, ${now}, ${now}, ${now})
    returning ${columns(tx)}`;
  return row;
}

/** @throws DomainError `visit_not_found`, also for a visit of somebody else */
export async function findVisit(sql: Sql, userId: string, visitId: string): Promise<VisitRow> {
  const [row] = await sql<VisitRow[]>`
    select ${columns(sql)} from visits where user_id = ${userId} and id = ${visitId}`;
  if (row === undefined) throw new DomainError(visitNotFound);
  return row;
}

/** Changes what is given of a visit that is there. */
export async function updateVisit(
  tx: Transaction,
  visitId: string,
  change: { readonly checkedOutAt?: Date; readonly comfortLevel?: number },
  now: Date,
): Promise<VisitRow> {
  const [row] = await tx<[VisitRow]>`
    update visits set checked_out_at = coalesce(${change.checkedOutAt ?? null}, checked_out_at),
      comfort_level = coalesce(${change.comfortLevel ?? null}, comfort_level), updated_at = ${now}
    where id = ${visitId} returning ${columns(tx)}`;
  return row;
}

/** The latest first. */
export function listRows(sql: Sql, userId: string, limit: number, after?: ListPosition): Promise<readonly VisitRow[]> {
  return sql<VisitRow[]>`
    select ${columns(sql)} from visits
    where user_id = ${userId}
      ${after === undefined ? sql`` : sql`and (checked_in_at, id) < (${after.at}, ${after.id}::uuid)`}
    order by checked_in_at desc, id desc limit ${limit}`;
}

export interface PatternRow {
  readonly date: string;
  readonly time_slot: TimeSlot;
  readonly dwell_time_minutes: number;
  readonly interaction_points: Behavior['interactionPoints'];
  readonly movement_pattern: Behavior['movement'];
  readonly preference_indicators: Behavior['preferences'];
  readonly environmental_preferences: Behavior['environment'];
  readonly comfort_level: number | null;
  readonly comfort_source: 'asked' | 'inferred' | null;
}

/** Of the Korean days that a visit touches. */
export function listPatterns(
  sql: Sql,
  userId: string,
  { location_id, checked_in_at, checked_out_at }: VisitRow,
): Promise<readonly PatternRow[]> {
  return sql<PatternRow[]>`
    select visit_date::text as date, time_slot, dwell_time_minutes, interaction_points, movement_pattern,
      preference_indicators, environmental_preferences, comfort_level, comfort_source
    from user_behavior_patterns
    where user_id = ${userId} and location_id = ${location_id}
      and visit_date between korean_date(${checked_in_at}) and korean_date(${checked_out_at ?? checked_in_at})
    order by visit_date, array_position(array['morning', 'afternoon', 'evening']::text[], time_slot::text)`;
}

function columns(sql: Sql) {
  return sql`id, location_id, checked_in_at, checked_out_at, forgotten, comfort_level`;
}
