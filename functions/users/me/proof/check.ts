import type * as z from 'zod';
import type { Sql, Transaction } from '../../../../platform/db/database.ts';
import { DomainError } from '../../../../platform/errors/domain-error.ts';
import { refusedCredentials } from '../../../../platform/http/authorise.ts';
import type { Passwords } from '../../../../platform/passwords/password.ts';
import { type Limiter, type LimitRule, tooMany } from '../../../../platform/rate-limit/limiter.ts';
import { verificationRefused } from '../../accounts/kinds.ts';
import { checkVerification, useVerification } from '../../accounts/verifications/store.ts';
import type { VerificationPurpose } from '../../accounts/verifications/verification.ts';
import { passwordRefused, type proofInput } from './input.ts';

/** With a stolen token alone nobody guesses a password: five times in a quarter of an hour. */
export const proofLimit: LimitRule = {
  name: 'proof-by-account',
  limit: 5,
  windowSeconds: 900,
  whenUnavailable: 'refuse',
};

interface ProofDependencies {
  readonly sql: Sql;
  readonly passwords: Pick<Passwords, 'verify'>;
  readonly limiter: Limiter;
}

type Proof = z.output<typeof proofInput>;

/**
 * Holds what was sent against the account: its password, or a code sent to its own contact for the purpose.
 * @returns what has to be done with the proof in the transaction that it is for
 * @throws DomainError `rate_limited`, `password_refused`, `verification_refused`, `busy`
 */
export async function checkProof(
  { sql, passwords, limiter }: ProofDependencies,
  userId: string,
  { password, verification }: Proof,
  purpose: VerificationPurpose,
  now: Date,
): Promise<(tx: Transaction) => Promise<void>> {
  const use = await limiter.consume(userId);
  if (!use.allowed) throw tooMany(use);
  const [account] = await sql<
    { passwordHash: string | null; emailHash: Uint8Array | null; phoneHash: Uint8Array | null }[]
  >`
    select password_hash as "passwordHash", email_hash as "emailHash", phone_hash as "phoneHash"
    from users where id = ${userId} and account_status <> 'deleted'`;
  if (account === undefined) throw refusedCredentials('invalid_token');
  if (verification === undefined) {
    const { matches } = await passwords.verify(password!, account.passwordHash ?? undefined);
    if (!matches) throw new DomainError(passwordRefused);
    return async () => {};
  }
  const contactHash = account.emailHash ?? account.phoneHash;
  if (contactHash === null) throw new DomainError(verificationRefused);
  await checkVerification(sql, verification, { purpose, contactHash }, now);
  return tx => useVerification(tx, verification, now);
}
