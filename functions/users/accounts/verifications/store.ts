import type { Sql, Transaction } from '../../../../platform/db/database.ts';
import { DomainError } from '../../../../platform/errors/domain-error.ts';
import { tokenHash } from '../../secret-token.ts';
import { verificationRefused } from '../kinds.ts';
import { CODE_MINUTES, codeHash, isCode, MOST_ATTEMPTS, type VerificationPurpose } from './verification.ts';

export interface NewVerification {
  readonly verification: string;
  readonly code: string;
  readonly purpose: VerificationPurpose;
  readonly contactHash: Uint8Array;
}

/** What somebody proves a contact with: the secret they got when they asked, and the code that was sent. */
export interface GivenVerification {
  readonly verification: string;
  readonly code: string;
}

/** @returns until when it can be used */
export async function insertVerification(
  sql: Sql,
  { verification, code, purpose, contactHash }: NewVerification,
  now: Date,
): Promise<Date> {
  const expiresAt = new Date(now.getTime() + CODE_MINUTES * 60_000);
  await sql`
    insert into verifications (token_hash, purpose, contact_hash, code_hash, created_at, expires_at)
    values (${tokenHash(verification)}, ${purpose}, ${contactHash}, ${codeHash(verification, code)}, ${now}, ${expiresAt})`;
  return expiresAt;
}

/**
 * Tries a code. The attempt is counted before it is looked at, in a statement of its own, so that tries sent at once
 * are as few as those sent one by one. It uses nothing up: see `useVerification`.
 * @throws DomainError `verification_refused`, whatever the reason
 */
export async function checkVerification(
  sql: Sql,
  { verification, code }: GivenVerification,
  { purpose, contactHash }: Pick<NewVerification, 'purpose' | 'contactHash'>,
  now: Date,
): Promise<void> {
  const [tried] = await sql<{ hash: Uint8Array }[]>`
    update verifications set attempts = attempts + 1
    where token_hash = ${tokenHash(verification)} and purpose = ${purpose} and contact_hash = ${contactHash}
      and used_at is null and expires_at > ${now} and attempts < ${MOST_ATTEMPTS}
    returning code_hash as hash`;
  if (tried === undefined || !isCode(verification, code, tried.hash)) throw new DomainError(verificationRefused);
}

/**
 * Uses up a verification whose code was right, in the transaction of what it is used for.
 * @throws DomainError `verification_refused` where it has been used meanwhile
 */
export async function useVerification(tx: Transaction, { verification }: GivenVerification, now: Date): Promise<void> {
  const used = await tx`
    update verifications set used_at = ${now} where token_hash = ${tokenHash(verification)} and used_at is null`;
  if (used.count !== 1) throw new DomainError(verificationRefused);
}
