import type { Transaction } from '../../../platform/db/database.ts';
import type { Consent } from './consent.ts';

/** Who decided, and when. */
export interface Decision {
  readonly userId: string;
  readonly at: Date;
  /** Encrypted contact of the guardian who consented for a child, by the consent's row id: undefined for oneself. */
  readonly guardianContact?: Uint8Array;
}

export interface ConsentRow extends Consent {
  readonly id: string;
}

/** Adds a decision to the history, and keeps the columns of `users` that say what holds now. */
export async function recordConsent(
  tx: Transaction,
  { id, kind, version, given }: ConsentRow,
  { userId, at, guardianContact }: Decision,
): Promise<void> {
  await tx`
    insert into consents (id, user_id, kind, version, given, given_by, encrypted_guardian_contact, decided_at)
    values (${id}, ${userId}, ${kind}, ${version}, ${given}, ${guardianContact === undefined ? 'self' : 'guardian'},
      ${guardianContact ?? null}, ${at})`;
  if (kind === 'privacy') {
    await tx`update users set privacy_consent = ${tx.json({ version, given })}, updated_at = ${at} where id = ${userId}`;
  }
  if (kind === 'marketing') {
    await tx`update users set marketing_consent = ${given}, updated_at = ${at} where id = ${userId}`;
  }
}
