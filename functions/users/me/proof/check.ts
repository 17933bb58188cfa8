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
 * @returns what the transaction that it is for begins with: the account is held alone until the end, with the password or the
 * contact that proved it, and a code is used up. It throws as below where that is another by then.
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
  const { passwordHash, contactHash } = found(await sql<Provable[]>`${provable(sql, userId)}`);
  if (verification === undefined) {
    const { matches } = await passwords.verify(password!, passwordHash ?? undefined);
    if (!matches) throw new DomainError(passwordRefused);
    return async tx => {
      if ((await hold(tx, userId)).passwordHash !== passwordHash) throw new DomainError(passwordRefused);
    };
  }
  if (contactHash === null) throw new DomainError(verificationRefused);
  await checkVerification(sql, verification, { purpose, contactHash }, now);
  return async tx => {
    const held = await hold(tx, userId);
    if (held.contactHash === null || Buffer.compare(held.contactHash, contactHash) !== 0) {
      throw new DomainError(verificationRefused);
    }
    await useVerification(tx, verification, now);
  };
}

/** What somebody can prove to be an account's owner by. */
interface Provable {
  readonly passwordHash: string | null;
  /** Where codes for it are sent. */
  readonly contactHash: Uint8Array | null;
}

function provable(sql: Sql, userId: string) {
  return sql`
    select password_hash as "passwordHash", coalesce(email_hash, phone_hash) as "contactHash"
    from users where id = ${userId} and account_status <> 'deleted'`;
}

/** `for update` at once, as a change of contact and an erasure need it: two that had less would wait for each other's. */
async function hold(tx: Transaction, userId: string): Promise<Provable> {
  return found(await tx<Provable[]>`${provable(tx, userId)} for update`);
}

function found([account]: readonly Provable[]): Provable {
  if (account === undefined) throw refusedCredentials('invalid_token');
  return account;
}
