import { timingSafeEqual } from 'node:crypto';
import { DomainError } from '../../../../platform/errors/domain-error.ts';
import type { Handler } from '../../../../platform/http/route.ts';
import {
  LoginRefused,
  ProviderUnavailable,
  type SocialIdentity,
  type SocialProvider,
} from '../../../../platform/social-login/social-provider.ts';
import type { AccountsDependencies } from '../../dependencies.ts';
import { openSession, sessionAnswer } from '../open-session.ts';
import type { createSocialSession } from './contract.ts';
import { providerNotOffered, providerUnavailable, socialLoginRefused } from './kinds.ts';
import { loginSecrets } from './login-secrets.ts';
import { holdAccountOfIdentity, keepForSignUp, takeAnswer } from './store.ts';

/** Logs in whom a provider has let in, if an account is linked. */
export function createSocialSessionHandler(dependencies: AccountsDependencies): Handler<typeof createSocialSession> {
  const { newId } = dependencies;
  return async ({ params: { provider: name }, body: { login, callback: query } }, context) => {
    const { database, social, encryption, tokens } = dependencies;
    const provider = social.providers[name];
    if (provider === undefined) throw new DomainError(providerNotOffered);
    const callback = new URLSearchParams(query);
    // Before the log-in is used up: an answer that is not this client's does not end what it has begun.
    if (!isOurs(callback, login)) throw new DomainError(socialLoginRefused);
    const now = context.now();
    const redirectUri = await takeAnswer(database.sql, login, name, now);
    const identity = await identified(provider, callback, redirectUri, login);

    const subjectHash = await encryption.blindIndex.of('identity', `${name} ${identity.subject}`);
    const opened = await database.transaction(async tx => {
      const userId = await holdAccountOfIdentity(tx, name, subjectHash);
      return userId === undefined ? undefined : openSession(tx, { userId, method: name, newId }, context, now);
    });
    if (opened === undefined) {
      const expiresAt = await keepForSignUp(database.sql, login, subjectHash, now);
      const suggested = { email: identity.email ?? null, nickname: identity.nickname ?? null };
      return { status: 'sign_up_required', login, expiresAt: expiresAt.toISOString(), suggested };
    }
    return { status: 'logged_in', tokens: await sessionAnswer(tokens, opened, now) };
  };
}

function isOurs(callback: URLSearchParams, login: string): boolean {
  const given = Buffer.from(callback.get('state') ?? '');
  const expected = Buffer.from(loginSecrets(login).state);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

async function identified(
  provider: SocialProvider,
  callback: URLSearchParams,
  redirectUri: string,
  login: string,
): Promise<SocialIdentity> {
  try {
    return await provider.identify(callback, redirectUri, loginSecrets(login));
  } catch (error) {
    if (error instanceof LoginRefused) throw new DomainError(socialLoginRefused);
    if (error instanceof ProviderUnavailable) throw new DomainError(providerUnavailable);
    throw error;
  }
}
