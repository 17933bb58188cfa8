import type { Sql, Transaction } from '../../../platform/db/database.ts';
import { DomainError } from '../../../platform/errors/domain-error.ts';
import type { ListPosition } from '../../../platform/http/sealed-cursor.ts';
import type { StreamName } from '../../../platform/streams/streams.ts';
import { deadLetterClosed, deadLetterNotFound } from './kinds.ts';

export type DeadLetterState = 'open' | 'resent' | 'done' | 'discarded';

export interface DeadLetterRow {
  readonly id: string;
  readonly consumer: string;
  readonly stream: StreamName;
  readonly shard: string;
  readonly sequence_number: string;
  readonly event_stream: string | null;
  readonly event_version: number;
  readonly event_type: string;
  readonly reason: string;
  readonly error_class: string | null;
  readonly error_code: string | null;
  readonly state: DeadLetterState;
  readonly failures: number;
  readonly dead_lettered_at: Date;
  readonly resent_at: Date | null;
  readonly closed_at: Date | null;
}

export interface DeadLetterFilter {
  readonly consumer?: string | undefined;
  readonly state?: DeadLetterState | undefined;
}

/** The newest first. */
export function listRows(
  sql: Sql,
  { consumer, state }: DeadLetterFilter,
  limit: number,
  after?: ListPosition,
): Promise<readonly DeadLetterRow[]> {
  return sql<DeadLetterRow[]>`
    select ${columns(sql)} from dead_letters
    where true
      ${consumer === undefined ? sql`` : sql`and consumer = ${consumer}`}
      ${state === undefined ? sql`` : sql`and state = ${state}`}
      ${after === undefined ? sql`` : sql`and (dead_lettered_at, id) < (${after.at}, ${after.id}::uuid)`}
    order by dead_lettered_at desc, id desc limit ${limit}`;
}

/** @throws DomainError `dead_letter_not_found` */
export async function findRow(sql: Sql, id: string): Promise<DeadLetterRow> {
  const [row] = await sql<DeadLetterRow[]>`select ${columns(sql)} from dead_letters where id = ${id}`;
  if (row === undefined) throw new DomainError(deadLetterNotFound);
  return row;
}

/** The record of a dead letter that is there. */
export async function findRecord(sql: Sql, id: string): Promise<Uint8Array> {
  const [row] = await sql<{ record: Uint8Array }[]>`select record from dead_letters where id = ${id}`;
  if (row === undefined) throw new DomainError(deadLetterNotFound);
  return row.record;
}

/**
 * Gives one up that is not closed.
 * @throws DomainError `dead_letter_not_found`, `dead_letter_closed` where it has taken effect
 */
export async function discard(tx: Transaction, id: string, now: Date): Promise<void> {
  const { count } = await tx`
    update dead_letters set state = 'discarded', closed_at = ${now} where id = ${id} and state in ('open', 'resent')`;
  if (count > 0) return;
  const { state } = await findRow(tx, id);
  if (state !== 'discarded') throw new DomainError(deadLetterClosed, { state });
}

function columns(sql: Sql) {
  return sql`id, consumer, stream, shard, sequence_number, event_stream, event_version, event_type, reason, error_class,
    error_code, state, failures, dead_lettered_at, resent_at, closed_at`;
}
