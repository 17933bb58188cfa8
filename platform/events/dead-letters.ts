import { createHash } from 'node:crypto';
import type { Transaction } from '../db/database.ts';
import type { StreamBatch, StreamRecord } from '../streams/stream-function.ts';
import type { Poison } from './poison.ts';

/** Whose dead letters, and of which shard. */
export interface DeadLetterPlace extends Pick<StreamBatch, 'stream' | 'shard'> {
  readonly consumer: string;
}

/** Why: a `Poison`, or a refusal for a reason of the consumer's own. */
export interface SetAsideFor extends Pick<Poison, 'event' | 'behind'> {
  readonly code: string;
}

/** A record that is to be set aside, and why. */
export interface Refused {
  readonly record: StreamRecord;
  readonly poison: SetAsideFor;
}

/** The driver takes a list of bytes for bytes, unless it is told. */
const BYTEA = 17;

/** By what a record is known when it comes again: its bytes are the same, its sequence number is another. */
export function digestOf({ bytes }: StreamRecord): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Those of the records that an operator has sent again, and that have not come yet: held until the transaction ends.
 * @returns ids by digest
 */
export async function holdResent(
  tx: Transaction,
  consumer: string,
  records: readonly StreamRecord[],
): Promise<Map<string, string>> {
  const digests = [...new Set(records.map(digestOf))];
  const rows = await tx<{ id: string; digest: string }[]>`
    select id, encode(digest, 'hex') as digest from dead_letters
    where consumer = ${consumer} and state = 'resent'
      and digest in (select decode(each, 'hex') from unnest(${digests}::text[]) as each)
    order by id for update`;
  return new Map(rows.map(({ id, digest }) => [digest, id]));
}

/** Closes dead letters that have taken effect. */
export async function closeDeadLetters(tx: Transaction, ids: readonly string[], now: Date): Promise<void> {
  await tx`update dead_letters set state = 'done', closed_at = ${now} where id = any(${ids}::uuid[])`;
}

/** Opens dead letters again that were sent again, and were refused again. */
export async function reopenDeadLetters(
  tx: Transaction,
  refused: readonly { readonly id: string; readonly poison: SetAsideFor }[],
): Promise<void> {
  const behind = refused.map(({ poison }) => poison.behind);
  await tx`
    update dead_letters as letter set (state, failures, reason, error_class, error_code) =
      ('open', letter.failures + 1, refused.reason, refused.error_class, refused.error_code)
    from unnest(
      ${refused.map(({ id }) => id)}::uuid[], ${refused.map(({ poison }) => poison.code)}::text[],
      ${behind.map(({ errorClass }) => errorClass)}::text[], ${behind.map(({ errorCode }) => errorCode)}::text[]
    ) as refused (id, reason, error_class, error_code)
    where letter.id = refused.id`;
}

/**
 * Sets records aside. One that is there already, by its place or by its bytes, stays the one it is.
 * @returns how many are new
 */
export async function addDeadLetters(
  tx: Transaction,
  { consumer, stream, shard }: DeadLetterPlace,
  refused: readonly Refused[],
  now: Date,
): Promise<number> {
  const behind = refused.map(({ poison }) => poison.behind);
  const column = <Value>(value: (each: Refused) => Value) => refused.map(value);
  const { count } = await tx`
    insert into dead_letters (
      consumer, stream, shard, sequence_number, partition_key, event_stream, event_version, event_type, record,
      reason, error_class, error_code, dead_lettered_at
    )
    select ${consumer}, ${stream}, ${shard}, refused.*, ${now}::timestamptz
    from unnest(
      ${column(({ record }) => record.sequenceNumber)}::text[],
      ${column(({ record }) => record.partitionKey.replaceAll('\0', ''))}::text[],
      ${column(({ poison }) => poison.event?.streamId ?? null)}::text[],
      ${column(({ poison }) => poison.event?.version ?? null)}::integer[],
      ${column(({ poison }) => poison.event?.type ?? null)}::text[],
      ${tx.array(
        column(({ record }) => record.bytes),
        BYTEA,
      )},
      ${column(({ poison }) => poison.code)}::text[],
      ${behind.map(({ errorClass }) => errorClass)}::text[],
      ${behind.map(({ errorCode }) => errorCode)}::text[]
    ) as refused
    on conflict do nothing`;
  return count;
}
