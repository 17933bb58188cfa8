import type { Sql, Transaction } from '../../../../platform/db/database.ts';

/** An export without its content. */
export interface ExportRow {
  readonly id: string;
  readonly status: 'requested' | 'ready' | 'failed';
  readonly requestedAt: Date;
  readonly completedAt: Date | null;
  readonly expiresAt: Date;
}

/** For how long an export is kept. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

/** After so many attempts somebody has to look. */
const MOST_ATTEMPTS = 5;

/** Adds a request, unless there is one that has not been made yet: then gives that. */
export async function requestExport(tx: Transaction, id: string, userId: string, now: Date): Promise<ExportRow> {
  const [row] = await tx<ExportRow[]>`
    insert into data_exports (id, user_id, requested_at, expires_at)
    values (${id}, ${userId}, ${now}, ${expiry(now)})
    on conflict (user_id) where status = 'requested' do update set attempts = data_exports.attempts
    returning ${columns(tx)}`;
  return row!;
}

/** The latest first. */
export function listExportRows(sql: Sql, userId: string, now: Date): Promise<readonly ExportRow[]> {
  return sql<ExportRow[]>`
    select ${columns(sql)} from data_exports where user_id = ${userId} and expires_at > ${now}
    order by requested_at desc, id`;
}

export async function findExport(
  sql: Sql,
  userId: string,
  id: string,
  now: Date,
): Promise<(ExportRow & { readonly content: Uint8Array | null }) | undefined> {
  const [row] = await sql<(ExportRow & { readonly content: Uint8Array | null })[]>`
    select ${columns(sql)}, encrypted_content as content from data_exports
    where user_id = ${userId} and id = ${id} and expires_at > ${now}`;
  return row;
}

/** Those still to be made, the oldest first. */
export function listRequested(
  sql: Sql,
  limit: number,
): Promise<readonly { readonly id: string; readonly userId: string }[]> {
  return sql<{ id: string; userId: string }[]>`
    select id, user_id as "userId" from data_exports where status = 'requested' order by requested_at limit ${limit}`;
}

/** Keeps the content, unless the export has been made or erased meanwhile; gives whether it did. */
export async function saveContent(tx: Transaction, id: string, content: Uint8Array, now: Date): Promise<boolean> {
  const { count } = await tx`
    update data_exports
    set status = 'ready', encrypted_content = ${content}, completed_at = ${now}, expires_at = ${expiry(now)}
    where id = ${id} and status = 'requested'`;
  return count === 1;
}

/** Counts an attempt that failed, and gives up after five. */
export async function countFailure(tx: Transaction, id: string): Promise<void> {
  await tx`
    update data_exports
    set attempts = attempts + 1, status = case when attempts + 1 < ${MOST_ATTEMPTS} then status else 'failed' end
    where id = ${id} and status = 'requested'`;
}

/** Deletes those whose time is over; gives how many. */
export async function deleteExpiredExports(sql: Sql, now: Date): Promise<number> {
  const { count } = await sql`delete from data_exports where expires_at <= ${now}`;
  return count;
}

function expiry(now: Date): Date {
  return new Date(now.getTime() + KEPT_MS);
}

function columns(sql: Sql) {
  return sql`id, status, requested_at as "requestedAt", completed_at as "completedAt", expires_at as "expiresAt"`;
}
