import type { Sql, Transaction } from '../../../../platform/db/database.ts';
import { refusedCredentials } from '../../../../platform/http/authorise.ts';

export interface SuspensionRow {
  readonly status: 'active' | 'suspended';
  /** When the user asked for it; null where an operator did. */
  readonly since: Date | null;
}

/** @throws DomainError `unauthenticated` where the account is gone */
export async function findSuspension(sql: Sql, userId: string): Promise<SuspensionRow> {
  const [row] = await sql<SuspensionRow[]>`
    select account_status as status, processing_suspended_at as since from users
    where id = ${userId} and account_status <> 'deleted'`;
  if (row === undefined) throw refusedCredentials('invalid_token');
  return row;
}

/** Suspends an active account at its user's wish, or resumes one; gives whether that changed anything. */
export async function saveSuspension(tx: Transaction, userId: string, since: Date | null, now: Date): Promise<boolean> {
  const { count } =
    since === null
      ? await tx`
          update users set account_status = 'active', processing_suspended_at = null, updated_at = ${now}
          where id = ${userId} and account_status = 'suspended' and processing_suspended_at is not null`
      : await tx`
          update users set account_status = 'suspended', processing_suspended_at = ${since}, updated_at = ${now}
          where id = ${userId} and account_status = 'active'`;
  return count === 1;
}
