import type { Sql, Transaction } from '../../../platform/db/database.ts';
import type { Role } from '../../../platform/tokens/caller.ts';

/** What is known of an account before anybody has proved to be its owner. */
export interface FoundAccount {
  readonly id: string;
  /** Undefined for one that logs in at a provider only. */
  readonly passwordHash: string | undefined;
}

/** The account with a contact; undefined where there is none, or it is deleted. */
export async function accountOf(sql: Sql, contactHash: Uint8Array): Promise<FoundAccount | undefined> {
  return found(await sql<FoundRow[]>`${byContact(sql, contactHash)}`);
}

/**
 * As `accountOf`, and held alone until the transaction ends: with this contact, and this password. Whoever logs somebody in or
 * changes what they log in with asks first, before any other lock (docs/adr/0072-what-is-held-when-it-is-given.md).
 */
export async function holdAccountOf(tx: Transaction, contactHash: Uint8Array): Promise<FoundAccount | undefined> {
  return found(await tx<FoundRow[]>`${byContact(tx, contactHash)} for no key update`);
}

interface FoundRow {
  readonly id: string;
  readonly passwordHash: string | null;
}

function byContact(sql: Sql, contactHash: Uint8Array) {
  return sql`
    select id, password_hash as "passwordHash" from users
    where (email_hash = ${contactHash} or phone_hash = ${contactHash}) and account_status <> 'deleted'`;
}

function found([row]: readonly FoundRow[]): FoundAccount | undefined {
  return row && { id: row.id, passwordHash: row.passwordHash ?? undefined };
}

export interface NewAccount {
  readonly id: string;
  readonly contact: { readonly kind: 'email' | 'phone'; readonly sealed: Uint8Array; readonly hash: Uint8Array };
  readonly passwordHash: string | undefined;
  readonly nickname: string;
  readonly locale: 'ko-KR' | 'en-US';
  /** As the seed's column says it beside the history of consents. */
  readonly privacyConsent: { readonly version: string; readonly given: boolean };
}

/** @returns whether it was inserted: not where another account has the contact */
export async function insertAccount(tx: Transaction, account: NewAccount, now: Date): Promise<boolean> {
  const { id, contact, passwordHash, nickname, locale, privacyConsent } = account;
  const [email, emailHash, phone, phoneHash] =
    contact.kind === 'email' ? [contact.sealed, contact.hash, null, null] : [null, null, contact.sealed, contact.hash];
  const inserted = await tx`
    insert into users (id, email, email_hash, phone_number, phone_hash, password_hash, nickname, locale,
      verification_status, privacy_consent, created_at, updated_at)
    values (${id}, ${email}, ${emailHash}, ${phone}, ${phoneHash}, ${passwordHash ?? null}, ${nickname}, ${locale},
      'verified', ${tx.json(privacyConsent)}, ${now}, ${now})
    on conflict do nothing`;
  return inserted.count === 1;
}

/** What an account may do now: while it is suspended, what every member may. */
export async function rolesOf(sql: Sql, userId: string): Promise<readonly Role[]> {
  const rows = await sql<{ role: Role }[]>`
    select role from user_roles join users on users.id = user_id
    where user_id = ${userId} and account_status = 'active' order by role`;
  return ['member', ...rows.map(({ role }) => role)];
}

export async function updatePassword(tx: Transaction, userId: string, passwordHash: string, now: Date): Promise<void> {
  await tx`update users set password_hash = ${passwordHash}, updated_at = ${now} where id = ${userId}`;
}
