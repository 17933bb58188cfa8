import type { Sql, Transaction } from '../../../platform/db/database.ts';

/** A key as its owner sees it. */
export interface ApiKeyRow {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly requests_per_minute: number;
  readonly requests_per_day: number;
  readonly created_at: Date;
  readonly revoked_at: Date | null;
}

export async function insertApiKey(
  tx: Transaction,
  ownerId: string,
  row: ApiKeyRow & { readonly key_hash: Uint8Array },
): Promise<void> {
  await tx`insert into api_keys ${tx({ ...row, owner_id: ownerId })}`;
}

/** Keys in use; nobody adds one to the account before the transaction ends. */
export async function countApiKeys(tx: Transaction, ownerId: string): Promise<number> {
  await tx`select id from users where id = ${ownerId} for update`;
  const [{ keys }] = await tx<[{ keys: number }]>`
    select count(*)::int as keys from api_keys where owner_id = ${ownerId} and revoked_at is null`;
  return keys;
}

/** The newest first. */
export function listApiKeyRows(sql: Sql, ownerId: string, limit: number): Promise<readonly ApiKeyRow[]> {
  return sql<ApiKeyRow[]>`
    select id, name, prefix, requests_per_minute, requests_per_day, created_at, revoked_at from api_keys
    where owner_id = ${ownerId} order by created_at desc, id desc limit ${limit}`;
}

/** @returns whether it is revoked now, was before, or is no key of the owner's. */
export async function revokeApiKeyRow(
  tx: Transaction,
  ownerId: string,
  keyId: string,
  now: Date,
): Promise<'revoked' | 'revoked before' | 'unknown'> {
  const { count } = await tx`
    update api_keys set revoked_at = ${now} where id = ${keyId} and owner_id = ${ownerId} and revoked_at is null`;
  if (count === 1) return 'revoked';
  const known = await tx`select 1 from api_keys where id = ${keyId} and owner_id = ${ownerId}`;
  return known.count === 1 ? 'revoked before' : 'unknown';
}
