import { DomainError } from '../../../platform/errors/domain-error.ts';
import type { RequestContext } from '../../../platform/http/request-context.ts';
import type { Handler } from '../../../platform/http/route.ts';
import { contactHash } from '../contact.ts';
import type { AccountsDependencies } from '../dependencies.ts';
import { newSecretToken } from '../secret-token.ts';
import { insertDevice } from '../sessions/known-devices.ts';
import { openSession, sessionAnswer } from '../sessions/open-session.ts';
import { mayBeUnderFourteen } from './age.ts';
import type { createAccount } from './contract.ts';
import { accountExists, guardianConsentRequired } from './kinds.ts';
import { linkToAccount, prepareSignUp, type SignUp, signUp } from './sign-up.ts';
import { accountOf, holdAccountOf } from './store.ts';
import { checkVerification } from './verifications/store.ts';

/** Signs up. Whoever comes past the code has proved the contact, and may be told whether it has an account. */
export function createAccountHandler(dependencies: AccountsDependencies): Handler<typeof createAccount> {
  return async ({ body }, context) => {
    const { database, encryption } = dependencies;
    const now = context.now();
    if (mayBeUnderFourteen(body.birthYear, now) && body.guardian === undefined) {
      throw new DomainError(guardianConsentRequired);
    }
    const hash = await contactHash(encryption.blindIndex, body.contact);
    await checkVerification(database.sql, body.verification, { purpose: 'sign-up', contactHash: hash }, now);
    if (body.guardian !== undefined) {
      const guardianHash = await contactHash(encryption.blindIndex, body.guardian.contact);
      const expected = { purpose: 'guardian', contactHash: guardianHash } as const;
      await checkVerification(database.sql, body.guardian.verification, expected, now);
    }
    if ((await accountOf(database.sql, hash)) !== undefined) {
      if (body.socialLogin === undefined) throw new DomainError(accountExists);
      const answer = await linked(dependencies, body, hash, context, now);
      // Else the account has been erased meanwhile, or has another contact: nobody has this one.
      if (answer !== undefined) return answer;
    }
    return created(dependencies, body, hash, context, now);
  };
}

async function created(
  { database, encryption, passwords, tokens, newId }: AccountsDependencies,
  body: SignUp,
  hash: Uint8Array,
  context: RequestContext,
  now: Date,
) {
  const userId = newId();
  const passwordHash = body.password === undefined ? undefined : await passwords.hash(body.password);
  // First, and outside of the transaction: without a key nothing can be sealed, and one without an account opens nothing.
  await encryption.keys.create(userId);
  const preparation = { userId, contactHash: hash, passwordHash, language: context.language };
  const prepared = await prepareSignUp({ cipher: encryption.cipher, newId }, body, preparation);
  const deviceToken = body.password === undefined ? undefined : newSecretToken();
  const opened = await database.transaction(async tx => {
    const method = await signUp(tx, prepared, body, now, context.requestId);
    if (deviceToken !== undefined) await insertDevice(tx, userId, deviceToken, now);
    return openSession(tx, { userId, method, newId }, context, now);
  });
  return { ...(await sessionAnswer(tokens, opened, now)), ...(deviceToken !== undefined && { deviceToken }) };
}

const providerNames = { kakao: 'Kakao', naver: 'Naver', google: 'Google' } as const;

async function linked(
  { database, messenger, tokens, newId }: AccountsDependencies,
  body: SignUp,
  hash: Uint8Array,
  context: RequestContext,
  now: Date,
) {
  const opened = await database.transaction(async tx => {
    const account = await holdAccountOf(tx, hash);
    if (account === undefined) return undefined;
    const method = await linkToAccount(tx, account.id, body, now, context.requestId);
    return openSession(tx, { userId: account.id, method, newId }, context, now);
  });
  if (opened === undefined) return undefined;
  const { kind, value: to } = body.contact;
  const provider = providerNames[opened.session.method as keyof typeof providerNames];
  const notice = { to, channel: kind === 'email' ? 'email' : 'sms', language: context.language } as const;
  // It is linked, whether or not the news of it arrives.
  await messenger
    .send({ ...notice, template: 'identity-linked', values: { provider } })
    .catch(() => context.measure('notices_not_sent', 1, 'Count'));
  return sessionAnswer(tokens, opened, now);
}
