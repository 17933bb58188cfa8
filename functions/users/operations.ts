import type { Operation } from '../../platform/http/operation.ts';
import { createAccount } from './accounts/contract.ts';
import { createPasswordReset } from './accounts/password-resets/contract.ts';
import { createVerification } from './accounts/verifications/contract.ts';
import { listConsentTexts } from './consents/contract.ts';
import { getJwks } from './jwks/contract.ts';
import { createApiKey, listApiKeys, revokeApiKey } from './keys/contract.ts';
import { meOperations } from './me/operations.ts';
import {
  createSession,
  deleteCurrentSession,
  deleteSession,
  deleteSessions,
  listSessions,
} from './sessions/contract.ts';
import { createRefresh } from './sessions/refresh/contract.ts';
import { createSocialLogin, createSocialSession } from './sessions/social/contract.ts';

/** The operations of this domain. */
export const usersOperations: readonly Operation[] = [
  listConsentTexts,
  createVerification,
  createAccount,
  createPasswordReset,
  createSession,
  createRefresh,
  createSocialLogin,
  createSocialSession,
  listSessions,
  deleteSession,
  deleteCurrentSession,
  deleteSessions,
  ...meOperations,
  createApiKey,
  listApiKeys,
  revokeApiKey,
  getJwks,
];
