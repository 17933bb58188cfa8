import type { Sql, Transaction } from '../../../../platform/db/database.ts';
import { refusedCredentials } from '../../../../platform/http/authorise.ts';

export interface ProfileRow {
  readonly email: Uint8Array | null;
  readonly phone_number: Uint8Array | null;
  readonly nickname: string;
  readonly profile_image_url: string | null;
  readonly locale: string;
  readonly timezone: string;
  readonly account_status: 'active' | 'suspended';
  readonly roles: readonly string[];
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** Columns that a user may change by hand; those left out stay. */
export interface ProfileChange {
  readonly nickname?: string | undefined;
  readonly profile_image_url?: string | null | undefined;
  readonly locale?: string | undefined;
  readonly timezone?: string | undefined;
}

/** @throws DomainError `unauthenticated` where the account is gone */
export async function findProfile(sql: Sql, userId: string): Promise<ProfileRow> {
  const [row] = await sql<ProfileRow[]>`
    select email, phone_number, nickname, profile_image_url, locale, timezone, account_status, created_at, updated_at,
      array(select role::text from user_roles where user_id = users.id order by role) as roles
    from users where id = ${userId} and account_status <> 'deleted'`;
  if (row === undefined) throw refusedCredentials('invalid_token');
  return row;
}

/** @throws DomainError `unauthenticated` where the account is gone */
export async function updateProfileRow(tx: Transaction, userId: string, change: ProfileChange, now: Date) {
  const { count } = await tx`
    update users set ${tx({ ...change, updated_at: now })} where id = ${userId} and account_status <> 'deleted'`;
  if (count === 0) throw refusedCredentials('invalid_token');
}
