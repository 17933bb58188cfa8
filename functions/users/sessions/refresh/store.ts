import type { Transaction } from '../../../../platform/db/database.ts';
import { tokenHash } from '../../secret-token.ts';
import { REFRESH_TOKEN_MS } from '../session.ts';
import type { Session } from '../store.ts';

/** @returns until when it can be used: not for longer than its session */
export async function insertRefreshToken(
  tx: Transaction,
  session: Pick<Session, 'id' | 'expiresAt'>,
  token: string,
  now: Date,
): Promise<Date> {
  const expiresAt = new Date(Math.min(now.getTime() + REFRESH_TOKEN_MS, session.expiresAt.getTime()));
  await tx`
    insert into refresh_tokens (token_hash, session_id, issued_at, expires_at)
    values (${tokenHash(token)}, ${session.id}, ${now}, ${expiresAt})`;
  return expiresAt;
}

/** An open session, of an account that is there. */
type RefreshableSession = Pick<Session, 'id' | 'method' | 'device' | 'createdAt' | 'expiresAt'> & {
  readonly userId: string;
};

/** What became of a refresh token that is handed in. */
export type Exchange =
  | { readonly outcome: 'exchanged'; readonly session: RefreshableSession }
  /** It has been exchanged before, at `usedAt`. */
  | { readonly outcome: 'used before'; readonly usedAt: Date; readonly session: RefreshableSession }
  /** Unknown or expired, or its session has ended. */
  | { readonly outcome: 'refused' };

/**
 * Uses a refresh token up. Its session is held until the transaction ends, so that it cannot be ended meanwhile; of
 * transactions with one token the first exchanges it and the others wait, and find it used.
 */
export async function exchangeRefreshToken(tx: Transaction, token: string, now: Date): Promise<Exchange> {
  const hash = tokenHash(token);
  const [session] = await tx<RefreshableSession[]>`
    select s.id, s.method, s.device, s.created_at as "createdAt", s.expires_at as "expiresAt", s.user_id as "userId"
    from refresh_tokens t join sessions s on s.id = t.session_id join users u on u.id = s.user_id
    where t.token_hash = ${hash} and t.expires_at > ${now} and s.expires_at > ${now} and s.ended_at is null
      and u.account_status <> 'deleted'
    for update of s`;
  if (session === undefined) return { outcome: 'refused' };
  const used = await tx`update refresh_tokens set used_at = ${now} where token_hash = ${hash} and used_at is null`;
  if (used.count === 1) {
    await tx`update sessions set last_used_at = ${now} where id = ${session.id}`;
    return { outcome: 'exchanged', session };
  }
  const [row] = await tx<[{ usedAt: Date }]>`
    select used_at as "usedAt" from refresh_tokens where token_hash = ${hash}`;
  return { outcome: 'used before', usedAt: row.usedAt, session };
}
