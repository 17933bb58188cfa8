import type { Transaction } from '../../../platform/db/database.ts';
import type { FieldCipher } from '../../../platform/encryption/field-cipher.ts';
import { DomainError } from '../../../platform/errors/domain-error.ts';
import { append } from '../../../platform/events/event-store.ts';
import type { InputOf } from '../../../platform/http/operation.ts';
import type { RequestContext } from '../../../platform/http/request-context.ts';
import type { ConsentRow } from '../consents/store.ts';
import { recordConsent } from '../consents/store.ts';
import { identityLinked, userSignedUp, userStream } from '../events.ts';
import type { SessionMethod } from '../sessions/session.ts';
import { linkIdentity } from '../sessions/social/store.ts';
import type { createAccount } from './contract.ts';
import { accountExists } from './kinds.ts';
import { insertAccount, type NewAccount } from './store.ts';
import { useVerification } from './verifications/store.ts';

export type SignUp = InputOf<typeof createAccount>['body'];

/** A consent on its way into the history; the guardian's contact beside each that a guardian gives. */
interface PreparedConsent extends ConsentRow {
  readonly guardianContact: Uint8Array | undefined;
}

/** A sign-up with everything sealed: what is left is one transaction. */
export interface PreparedSignUp {
  readonly account: NewAccount;
  readonly consents: readonly PreparedConsent[];
}

export interface Preparation {
  readonly userId: string;
  readonly contactHash: Uint8Array;
  readonly passwordHash: string | undefined;
  readonly language: RequestContext['language'];
}

/** Seals what is personal under the new user's key, which is there already. */
export async function prepareSignUp(
  { cipher, newId }: { readonly cipher: Pick<FieldCipher, 'seal'>; newId(): string },
  { contact, nickname, consents, guardian }: SignUp,
  { userId, contactHash: hash, passwordHash, language }: Preparation,
): Promise<PreparedSignUp> {
  const column = contact.kind === 'email' ? 'email' : 'phone_number';
  const sealed = await cipher.seal({ userId, table: 'users', column, rowId: userId }, contact.value);
  const { version, given } = consents.find(({ kind }) => kind === 'privacy')!;
  return {
    account: {
      id: userId,
      contact: { kind: contact.kind, sealed, hash },
      passwordHash,
      nickname,
      locale: language === 'ko' ? 'ko-KR' : 'en-US',
      privacyConsent: { version, given },
    },
    consents: await Promise.all(
      consents.map(async consent => {
        const id = newId();
        const place = { userId, table: 'consents', column: 'encrypted_guardian_contact', rowId: id };
        return { ...consent, id, guardianContact: guardian && (await cipher.seal(place, guardian.contact.value)) };
      }),
    ),
  };
}

/**
 * Makes the account: the verifications used up, the user, each consent, the identity, the event.
 * @returns how its first session is opened
 * @throws DomainError `account_exists`, `verification_refused`, `social_login_refused`, `identity_taken`
 */
export async function signUp(
  tx: Transaction,
  { account, consents }: PreparedSignUp,
  { contact, verification, guardian, socialLogin }: SignUp,
  now: Date,
  requestId: string,
): Promise<SessionMethod> {
  await useVerification(tx, verification, now);
  if (guardian !== undefined) await useVerification(tx, guardian.verification, now);
  if (!(await insertAccount(tx, account, now))) throw new DomainError(accountExists);
  for (const { guardianContact, ...consent } of consents) {
    const decision = { userId: account.id, at: now, ...(guardianContact !== undefined && { guardianContact }) };
    await recordConsent(tx, consent, decision);
  }
  const method = socialLogin === undefined ? 'password' : await linkIdentity(tx, socialLogin, account.id, now);
  const event = userSignedUp.of({
    contact: contact.kind,
    method,
    underFourteen: guardian !== undefined,
    consents: consents.map(({ kind, version, given }) => ({ kind, version, given })),
  });
  await append(tx, userStream(account.id), 'none', [event], { occurredAt: now, metadata: { requestId } });
  return method;
}

/**
 * Links a social log-in to the account of whoever has just proved its contact by our code.
 * @throws DomainError `verification_refused`, `social_login_refused`, `identity_taken`
 */
export async function linkToAccount(
  tx: Transaction,
  userId: string,
  { verification, socialLogin }: SignUp,
  now: Date,
  requestId: string,
): Promise<Exclude<SessionMethod, 'password'>> {
  await useVerification(tx, verification, now);
  const provider = await linkIdentity(tx, socialLogin!, userId, now);
  const event = identityLinked.of({ provider });
  await append(tx, userStream(userId), 'any', [event], { occurredAt: now, metadata: { requestId } });
  return provider;
}
