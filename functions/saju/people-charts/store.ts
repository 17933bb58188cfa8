import type { Sql, Transaction } from '../../../platform/db/database.ts';
import { DomainError } from '../../../platform/errors/domain-error.ts';
import type { ListPosition } from '../../../platform/http/sealed-cursor.ts';
import { personNotFound } from '../../../platform/people/kinds.ts';
import type { SealedBirth } from '../../../platform/people/sealed-person.ts';
import { chartNotFound, personChanged } from './kinds.ts';
import type { ClearScores } from './tens.ts';

/** What is read of a chart without opening it. */
export interface ChartSummary {
  readonly id: string;
  readonly engine_version: string;
  readonly five_elements: ClearScores['fiveElements'];
  readonly accuracy_score: number;
  readonly created_at: Date;
}

export interface ChartRow extends ChartSummary {
  readonly encrypted_chart: Uint8Array;
}

/** What is written of a chart. */
export interface NewChart {
  readonly id: string;
  readonly sealed: Uint8Array;
  readonly engineVersion: string;
  readonly scores: ClearScores;
}

/** What a chart of a person is made from. @throws DomainError `person_not_found`, also for a person of somebody else */
export async function findBirth(sql: Sql, userId: string, personId: string): Promise<SealedBirth> {
  const [row] = await sql<SealedBirth[]>`
    select encrypted_birth_date, encrypted_birth_time, encrypted_birth_location, encrypted_sex
    from user_sensitive_info where user_id = ${userId} and id = ${personId}`;
  if (row === undefined) throw new DomainError(personNotFound);
  return row;
}

/**
 * Holds the person until the transaction ends, with the birth that a chart was made from.
 * @throws DomainError `person_changed` where it is another by now
 */
export async function holdBirth(tx: Transaction, userId: string, personId: string, birth: SealedBirth): Promise<void> {
  const [row] = await tx<{ same: boolean }[]>`
    select (encrypted_birth_date, encrypted_birth_time, encrypted_birth_location, encrypted_sex) is not distinct from
      (${birth.encrypted_birth_date}::bytea, ${birth.encrypted_birth_time}::bytea,
        ${birth.encrypted_birth_location}::bytea, ${birth.encrypted_sex}::bytea) as same
    from user_sensitive_info where user_id = ${userId} and id = ${personId} for update`;
  if (row === undefined) throw new DomainError(personNotFound);
  if (!row.same) throw new DomainError(personChanged);
}

/** Counts the reading where the row says when it was last read. */
export async function countReading(tx: Transaction, userId: string, personId: string, now: Date): Promise<void> {
  await tx`
    update user_sensitive_info set last_accessed_at = ${now}, access_count = access_count + 1
    where user_id = ${userId} and id = ${personId}`;
}

export async function countCharts(tx: Transaction, personId: string): Promise<number> {
  const [{ charts }] = await tx<[{ charts: number }]>`
    select count(*)::int as charts from saju_pillars where person_id = ${personId}`;
  return charts;
}

export async function insertChart(
  tx: Transaction,
  userId: string,
  personId: string,
  { id, sealed, engineVersion, scores }: NewChart,
  now: Date,
): Promise<void> {
  await tx`insert into saju_pillars (
      id, user_id, person_id, calculation_id, encrypted_chart, engine_version, five_elements, element_balance,
      accuracy_score, created_at, updated_at
    ) values (
      ${id}, ${userId}, ${personId}, ${id}, ${sealed}, ${engineVersion}, ${tx.json({ ...scores.fiveElements })},
      ${tx.json({ ...scores.elementBalance })}, ${scores.accuracy}, ${now}, ${now}
    )`;
}

/** Newest first. */
export function listCharts(
  sql: Sql,
  userId: string,
  personId: string,
  limit: number,
  after?: ListPosition,
): Promise<readonly ChartSummary[]> {
  return sql<ChartSummary[]>`
    select ${summary(sql)} from saju_pillars
    where user_id = ${userId} and person_id = ${personId}
      ${after === undefined ? sql`` : sql`and (created_at, id) < (${after.at}, ${after.id}::uuid)`}
    order by created_at desc, id desc limit ${limit}`;
}

/** @throws DomainError `chart_not_found`, also for a chart of somebody else */
export async function findChart(sql: Sql, userId: string, personId: string, chartId: string): Promise<ChartRow> {
  const [row] = await sql<ChartRow[]>`
    select ${summary(sql)}, encrypted_chart from saju_pillars
    where user_id = ${userId} and person_id = ${personId} and id = ${chartId}`;
  if (row === undefined) throw new DomainError(chartNotFound);
  return row;
}

/** The latest of a person. @throws DomainError `chart_not_found` where there is none */
export async function findLatest(sql: Sql, userId: string, personId: string): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    select id from saju_pillars where user_id = ${userId} and person_id = ${personId}
    order by created_at desc, id desc limit 1`;
  if (row === undefined) throw new DomainError(chartNotFound);
  return row.id;
}

function summary(sql: Sql) {
  return sql`id, engine_version, five_elements, accuracy_score::float8 as accuracy_score, created_at`;
}
