import { hash } from 'node:crypto';
import type { Transaction } from '../db/database.ts';
import { DomainError } from '../errors/domain-error.ts';
import { idempotencyInProgress, idempotencyKeyReused } from '../errors/kinds.ts';
import type { Answer } from '../http/answer.ts';
import { type IdempotencyScope, readStored, type Seal, writeStored } from './stored-answer.ts';

/** How long an answer is given again. */
const KEPT_MS = 24 * 60 * 60 * 1000;

/** What came of a request under a key. */
export interface Carried {
  readonly answer: Answer;
  /** Whether it is what was kept of the first request, and nothing was carried out. */
  readonly replayed: boolean;
}

/** Tells an answer given again from a first one. */
export function markReplayed(answer: Answer): Answer {
  return { ...answer, headers: { ...answer.headers, 'idempotency-replayed': 'true' } };
}

export interface KeyedRequest {
  readonly scope: IdempotencyScope;
  /** SHA-256 of all that decides what is done: address and body. */
  readonly hash: string;
  readonly now: Date;
}

/**
 * Carries out a write once for its key, in the write's own transaction: the answer is kept if and only if its effects are.
 * A crash before the commit leaves nothing, and after it the next request with this key is given the answer again. What
 * `work` throws is not kept: a retry runs again.
 * @param keep gives what is kept of an answer: all of it, unless said
 * @throws DomainError `idempotency_in_progress` while another transaction works under the key,
 * `idempotency_key_reused` where it came with another request in the last 24 h.
 */
export async function once(
  tx: Transaction,
  { scope, hash: requestHash, now }: KeyedRequest,
  seal: Seal,
  work: () => Promise<Answer>,
  keep: (answer: Answer) => Answer = answer => answer,
): Promise<Carried> {
  const { caller, route, key } = scope;
  // Two statements in one round trip: the second sees what was committed until the first had the lock.
  const [[lock], [row]] = await Promise.all([
    tx<{ mine: boolean }[]>`select pg_try_advisory_xact_lock(${lockNumber(scope)}::bigint) as mine`,
    tx<{ stored: Uint8Array }[]>`
      select stored from idempotency_keys
      where caller = ${caller} and route = ${route} and key = ${key} and expires_at > ${now}`,
  ]);
  if (row !== undefined) {
    const { requestHash: earlier, answer } = readStored(await seal.open(row.stored, scope));
    if (earlier !== requestHash) throw new DomainError(idempotencyKeyReused);
    return { answer, replayed: true };
  }
  // Only now: those who are given the same answer again do not stand in each other's way.
  if (!lock!.mine) throw new DomainError(idempotencyInProgress, {}, { 'retry-after': '1' });

  const answer = await work();
  const stored = await seal.protect(writeStored({ requestHash, answer: keep(answer) }), scope);
  const written = await tx`
    insert into idempotency_keys (caller, route, key, stored, created_at, expires_at)
    values (${caller}, ${route}, ${key}, ${stored}, ${now}, ${new Date(now.getTime() + KEPT_MS)})
    on conflict (caller, route, key) do update set (stored, created_at, expires_at) =
      (excluded.stored, excluded.created_at, excluded.expires_at)
    where idempotency_keys.expires_at <= ${now}`;
  // Cannot be under the lock; if it were, the effects above would be the second ones.
  if (written.count !== 1) throw new DomainError(idempotencyInProgress, {}, { 'retry-after': '1' });
  return { answer, replayed: false };
}

/** 64 bits of a hash, as PostgreSQL's advisory locks are numbered. Two keys that share one would only wait for each other. */
function lockNumber({ caller, route, key }: IdempotencyScope): string {
  const text = JSON.stringify(['idempotency', caller, route, key]);
  return hash('sha256', text, 'buffer').readBigInt64BE().toString();
}
