import type { Sql, Transaction } from '../../../../platform/db/database.ts';
import { DomainError } from '../../../../platform/errors/domain-error.ts';
import type { SocialProviderName } from '../../../../platform/social-login/social-provider.ts';
import { identityTaken } from '../../accounts/kinds.ts';
import { tokenHash } from '../../secret-token.ts';
import { socialLoginRefused } from './kinds.ts';
import { LOGIN_MINUTES, SIGN_UP_MINUTES } from './login-secrets.ts';

export interface StartedLogin {
  readonly login: string;
  readonly provider: SocialProviderName;
  readonly redirectUri: string;
}

/** @returns until when the provider's answer is taken */
export async function insertSocialLogin(
  sql: Sql,
  { login, provider, redirectUri }: StartedLogin,
  now: Date,
): Promise<Date> {
  const expiresAt = new Date(now.getTime() + LOGIN_MINUTES * 60_000);
  await sql`
    insert into social_logins (token_hash, provider, redirect_uri, created_at, expires_at)
    values (${tokenHash(login)}, ${provider}, ${redirectUri}, ${now}, ${expiresAt})`;
  return expiresAt;
}

/**
 * Takes the provider's answer to a log-in: once, whatever comes of it.
 * @returns the redirect URI it began with
 * @throws DomainError `social_login_refused`
 */
export async function takeAnswer(sql: Sql, login: string, provider: SocialProviderName, now: Date): Promise<string> {
  const [row] = await sql<{ redirectUri: string }[]>`
    update social_logins set answered_at = ${now}
    where token_hash = ${tokenHash(login)} and provider = ${provider} and answered_at is null and expires_at > ${now}
    returning redirect_uri as "redirectUri"`;
  if (row === undefined) throw new DomainError(socialLoginRefused);
  return row.redirectUri;
}

/** The account that an identity logs in to, held alone until the transaction ends. */
export async function holdAccountOfIdentity(
  tx: Transaction,
  provider: SocialProviderName,
  subjectHash: Uint8Array,
): Promise<string | undefined> {
  const [row] = await tx<{ userId: string }[]>`
    select i.user_id as "userId" from user_identities i join users u on u.id = i.user_id
    where i.provider = ${provider} and i.subject_hash = ${subjectHash} and u.account_status <> 'deleted'
    for no key update of u`;
  return row?.userId;
}

/** Keeps who it was, for a sign-up. @returns until when */
export async function keepForSignUp(sql: Sql, login: string, subjectHash: Uint8Array, now: Date): Promise<Date> {
  const expiresAt = new Date(now.getTime() + SIGN_UP_MINUTES * 60_000);
  await sql`
    update social_logins set subject_hash = ${subjectHash}, expires_at = ${expiresAt}
    where token_hash = ${tokenHash(login)}`;
  return expiresAt;
}

/**
 * Links the identity of a log-in to an account and uses the log-in up.
 * @throws DomainError `social_login_refused`, `identity_taken`
 */
export async function linkIdentity(
  tx: Transaction,
  login: string,
  userId: string,
  now: Date,
): Promise<SocialProviderName> {
  const [kept] = await tx<{ provider: SocialProviderName; subjectHash: Uint8Array }[]>`
    update social_logins set completed_at = ${now}
    where token_hash = ${tokenHash(login)} and subject_hash is not null and completed_at is null and expires_at > ${now}
    returning provider, subject_hash as "subjectHash"`;
  if (kept === undefined) throw new DomainError(socialLoginRefused);
  const linked = await tx`
    insert into user_identities (provider, subject_hash, user_id, linked_at)
    values (${kept.provider}, ${kept.subjectHash}, ${userId}, ${now})
    on conflict do nothing`;
  if (linked.count !== 1) throw new DomainError(identityTaken);
  return kept.provider;
}
