import type { Transaction } from '../../../../platform/db/database.ts';
import { DomainError } from '../../../../platform/errors/domain-error.ts';
import { accountExists } from '../../accounts/kinds.ts';

/** A contact as it is stored: sealed for its column, and what it is found by. */
interface StoredContact {
  readonly kind: 'email' | 'phone';
  readonly sealed: Uint8Array;
  readonly hash: Uint8Array;
}

/** @throws DomainError `account_exists` where another account has the contact: its owner is told, who has proved to be that */
export async function updateContact(tx: Transaction, userId: string, { kind, sealed, hash }: StoredContact, at: Date) {
  const change = kind === 'email' ? { email: sealed, email_hash: hash } : { phone_number: sealed, phone_hash: hash };
  const [taken] = await tx`
    select from users where ${kind === 'email' ? tx`email_hash` : tx`phone_hash`} = ${hash} and id <> ${userId}`;
  if (taken !== undefined) throw new DomainError(accountExists);
  await tx`update users set ${tx({ ...change, updated_at: at })} where id = ${userId}`;
}
