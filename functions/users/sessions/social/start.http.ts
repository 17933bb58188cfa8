import { DomainError } from '../../../../platform/errors/domain-error.ts';
import { InvalidRequest } from '../../../../platform/errors/field-issue.ts';
import type { Handler } from '../../../../platform/http/route.ts';
import { tooMany } from '../../../../platform/rate-limit/limiter.ts';
import { ProviderUnavailable } from '../../../../platform/social-login/social-provider.ts';
import type { AccountsDependencies } from '../../dependencies.ts';
import { newSecretToken } from '../../secret-token.ts';
import { networkOf } from '../network.ts';
import { type createSocialLogin, unknownRedirectUri } from './contract.ts';
import { providerNotOffered, providerUnavailable } from './kinds.ts';
import { loginSecrets } from './login-secrets.ts';
import { insertSocialLogin } from './store.ts';

/** Begins a log-in at a provider. */
export function createSocialLoginHandler(dependencies: AccountsDependencies): Handler<typeof createSocialLogin> {
  return async ({ params: { provider: name }, body: { redirectUri } }, context) => {
    const { database, social, limits } = dependencies;
    const provider = social.providers[name];
    if (provider === undefined) throw new DomainError(providerNotOffered);
    if (!social.redirectUris.includes(redirectUri)) {
      throw new InvalidRequest([{ in: 'body', path: 'redirectUri', ...unknownRedirectUri }]);
    }
    const use = await limits.socialLoginsOfNetwork.consume(networkOf(context.clientAddress));
    if (!use.allowed) throw tooMany(use);

    const login = newSecretToken();
    const authorizationUrl = await provider.authorizationUrl(redirectUri, loginSecrets(login)).catch(error => {
      throw error instanceof ProviderUnavailable ? new DomainError(providerUnavailable) : error;
    });
    const expiresAt = await insertSocialLogin(database.sql, { login, provider: name, redirectUri }, context.now());
    return { login, authorizationUrl, expiresAt: expiresAt.toISOString() };
  };
}
