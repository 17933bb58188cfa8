import type { Sql, Transaction } from '../../../platform/db/database.ts';
import { tokenHash } from '../secret-token.ts';
import { KNOWN_DEVICE_MS } from './session.ts';

/** Wrong passwords a device may send before it is a stranger. */
const MOST_DEVICE_FAILURES = 10;

/**
 * Whether a token is of a device that has logged in to the account before. Counts a failure first, which a right password
 * takes back: passwords sent at once are as few as those sent one by one.
 */
export async function isKnownDevice(
  sql: Sql,
  token: string | undefined,
  contactHash: Uint8Array,
  now: Date,
): Promise<boolean> {
  // Asked without a token too: what is done does not depend on what was sent.
  const known = await sql`
    update known_devices set failures = failures + 1
    where token_hash = ${tokenHash(token ?? '')} and expires_at > ${now} and failures < ${MOST_DEVICE_FAILURES}
      and user_id = (
        select id from users
        where (email_hash = ${contactHash} or phone_hash = ${contactHash}) and account_status <> 'deleted'
      )`;
  return known.count === 1;
}

/** The right password came from a known device. */
export async function trustDevice(tx: Transaction, token: string, now: Date): Promise<void> {
  const expiresAt = new Date(now.getTime() + KNOWN_DEVICE_MS);
  await tx`update known_devices set failures = 0, expires_at = ${expiresAt} where token_hash = ${tokenHash(token)}`;
}

export async function insertDevice(tx: Transaction, userId: string, token: string, now: Date): Promise<void> {
  await tx`
    insert into known_devices (token_hash, user_id, created_at, expires_at)
    values (${tokenHash(token)}, ${userId}, ${now}, ${new Date(now.getTime() + KNOWN_DEVICE_MS)})`;
}

/** Every device is a stranger again. */
export async function forgetDevices(tx: Transaction, userId: string): Promise<void> {
  await tx`delete from known_devices where user_id = ${userId}`;
}
