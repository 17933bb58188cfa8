import { createHash } from 'node:crypto';
import type { Sql } from '../../../platform/db/database.ts';
import { DomainError } from '../../../platform/errors/domain-error.ts';
import { rateLimited } from '../../../platform/errors/kinds.ts';
import { CHALLENGE, verificationRequired } from './kinds.ts';

/**
 * How guessing is slowed down without locking the owner out (docs/adr/0042-guessing-is-slowed-not-locked.md).
 *
 * 1. For one account from one network: three wrong passwords are free, then each has to wait twice as long as the one
 *    before, from a second to 15 minutes.
 * 2. From one network, whatever the accounts: 100 wrong passwords an hour.
 * 3. For one account, wherever from: after 50 wrong passwords in a day, a password alone will not do.
 *
 * A device that has logged in before, or a fresh code, is past all three. Accounts that do not exist are counted likewise.
 * A failure is counted before the password is looked at and taken back when it was right: guesses sent at once are as few
 * as those sent one by one.
 */
const FREE_FAILURES = 3;
const LONGEST_DELAY_S = 900;
const DAY_S = 86_400;
const NETWORK = { most: 100, windowSeconds: 3_600 };
const ACCOUNT = { most: 50, windowSeconds: DAY_S };

/** Whose guess it is: keyed hashes, of the contact and of the network. */
export interface Guess {
  readonly contactHash: Uint8Array;
  readonly networkHash: Uint8Array;
}

/**
 * Lets a guess through, counted.
 * @throws DomainError `rate_limited` with the time to wait, `verification_required`
 */
export async function admitGuess(sql: Sql, guess: Guess, now: Date): Promise<void> {
  const network = await countInWindow(sql, 'network', guess.networkHash, NETWORK, now);
  if (!network.allowed) throw wait(network.until, now);
  const early = await countPair(sql, pairKey(guess), now);
  if (early !== undefined) {
    await takeBack(sql, 'network', guess.networkHash);
    throw wait(early, now);
  }
  const account = await countInWindow(sql, 'account', guess.contactHash, ACCOUNT, now);
  if (!account.allowed) throw new DomainError(verificationRequired, {}, CHALLENGE);
}

/** The guess was right. */
export async function forgetGuess(sql: Sql, guess: Guess): Promise<void> {
  await sql`delete from login_attempts where scope = 'pair' and key = ${pairKey(guess)}`;
  await takeBack(sql, 'account', guess.contactHash);
  await takeBack(sql, 'network', guess.networkHash);
}

function pairKey({ contactHash, networkHash }: Guess): Uint8Array {
  return createHash('sha256').update(contactHash).update(networkHash).digest();
}

/** @returns undefined where the guess may be made; else from when on. */
async function countPair(sql: Sql, key: Uint8Array, now: Date): Promise<Date | undefined> {
  const day = new Date(now.getTime() + DAY_S * 1000);
  const admitted = await sql`
    insert into login_attempts as known (scope, key, failures, next_at, expires_at)
    values ('pair', ${key}, 1, ${now}, ${day})
    on conflict (scope, key) do update set
      failures = case when known.expires_at <= ${now} then 1 else known.failures + 1 end,
      next_at = ${now}::timestamptz + case
        when known.expires_at <= ${now} or known.failures + 1 < ${FREE_FAILURES} then interval '0'
        else make_interval(secs => least(${LONGEST_DELAY_S}::int, power(2, least(known.failures + 1 - ${FREE_FAILURES}::int, 20))))
      end,
      expires_at = ${day}
    where known.next_at <= ${now}`;
  if (admitted.count === 1) return undefined;
  const [row] = await sql<{ nextAt: Date }[]>`
    select next_at as "nextAt" from login_attempts where scope = 'pair' and key = ${key}`;
  return row?.nextAt ?? now;
}

interface Budget {
  readonly most: number;
  readonly windowSeconds: number;
}

/** A window begins with its first failure. */
async function countInWindow(
  sql: Sql,
  scope: 'account' | 'network',
  key: Uint8Array,
  { most, windowSeconds }: Budget,
  now: Date,
): Promise<{ readonly allowed: boolean; readonly until: Date }> {
  const end = new Date(now.getTime() + windowSeconds * 1000);
  const [counted] = await sql<{ failures: number; until: Date }[]>`
    insert into login_attempts as known (scope, key, failures, next_at, expires_at)
    values (${scope}, ${key}, 1, ${now}, ${end})
    on conflict (scope, key) do update set
      failures = case when known.expires_at <= ${now} then 1 else least(known.failures + 1, ${most + 1}::int) end,
      expires_at = case when known.expires_at <= ${now} then ${end} else known.expires_at end
    returning failures, expires_at as until`;
  return { allowed: counted!.failures <= most, until: counted!.until };
}

async function takeBack(sql: Sql, scope: 'account' | 'network', key: Uint8Array): Promise<void> {
  await sql`
    update login_attempts set failures = failures - 1 where scope = ${scope} and key = ${key} and failures > 0`;
}

function wait(until: Date, now: Date): DomainError {
  const retryAfterSeconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000));
  return new DomainError(rateLimited, { retryAfterSeconds }, { 'retry-after': String(retryAfterSeconds) });
}
