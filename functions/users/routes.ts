import { type Route, route } from '../../platform/http/route.ts';
import { writeRoute } from '../../platform/http/write-route.ts';
import { createAccount } from './accounts/contract.ts';
import { createAccountHandler } from './accounts/create.http.ts';
import { createPasswordReset } from './accounts/password-resets/contract.ts';
import { createPasswordResetHandler } from './accounts/password-resets/create.http.ts';
import { createVerification } from './accounts/verifications/contract.ts';
import { createVerificationHandler } from './accounts/verifications/create.http.ts';
import { listConsentTexts } from './consents/contract.ts';
import { listConsentTextsHandler } from './consents/list.http.ts';
import type { UsersDependencies } from './dependencies.ts';
import { getJwks } from './jwks/contract.ts';
import { getJwksHandler } from './jwks/get.http.ts';
import { keyRoutes } from './keys/routes.ts';
import { meRoutes } from './me/routes.ts';
import {
  createSession,
  deleteCurrentSession,
  deleteSession,
  deleteSessions,
  listSessions,
} from './sessions/contract.ts';
import { createSessionHandler } from './sessions/create.http.ts';
import { deleteCurrentSessionHandler, deleteSessionHandler, deleteSessionsHandler } from './sessions/delete.http.ts';
import { listSessionsHandler } from './sessions/list.http.ts';
import { createRefresh } from './sessions/refresh/contract.ts';
import { createRefreshHandler } from './sessions/refresh/create.http.ts';
import { createSocialLogin, createSocialSession } from './sessions/social/contract.ts';
import { createSocialSessionHandler } from './sessions/social/create.http.ts';
import { createSocialLoginHandler } from './sessions/social/start.http.ts';

/** The operations of this domain, bound to their handlers. */
export function usersRoutes({ accounts, me, tokens }: UsersDependencies): readonly Route[] {
  return [
    route(listConsentTexts, listConsentTextsHandler),
    route(createVerification, createVerificationHandler(accounts)),
    route(createAccount, createAccountHandler(accounts)),
    route(createPasswordReset, createPasswordResetHandler(accounts)),
    route(createSession, createSessionHandler(accounts)),
    route(createRefresh, createRefreshHandler(accounts)),
    route(createSocialLogin, createSocialLoginHandler(accounts)),
    route(createSocialSession, createSocialSessionHandler(accounts)),
    route(listSessions, listSessionsHandler(accounts)),
    writeRoute(deleteSession, me, deleteSessionHandler),
    writeRoute(deleteCurrentSession, me, deleteCurrentSessionHandler),
    writeRoute(deleteSessions, me, deleteSessionsHandler),
    ...meRoutes(me),
    ...keyRoutes(me),
    route(getJwks, getJwksHandler(tokens)),
  ];
}
