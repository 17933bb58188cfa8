import type { Transaction } from '../../../../platform/db/database.ts';
import { DomainError } from '../../../../platform/errors/domain-error.ts';
import { append } from '../../../../platform/events/event-store.ts';
import type { Handler } from '../../../../platform/http/route.ts';
import { rolesOf } from '../../accounts/store.ts';
import type { AccountsDependencies } from '../../dependencies.ts';
import { refreshTokenReused, userStream } from '../../events.ts';
import { newSecretToken } from '../../secret-token.ts';
import { CHALLENGE, refreshTokenJustUsed, refreshTokenRefused } from '../kinds.ts';
import { type OpenedSession, sessionAnswer } from '../open-session.ts';
import { endSessions } from '../store.ts';
import type { createRefresh } from './contract.ts';
import { exchangeRefreshToken, insertRefreshToken } from './store.ts';

/**
 * A client that asks twice at once, or again because an answer was lost, is no thief: for so long a token's second use is
 * refused without more. It gives no token either, so that a family never has two that are good.
 */
const GRACE_MS = 10_000;

type Outcome = { readonly outcome: 'refused' | 'just used' | 'reused' } | { readonly opened: OpenedSession };

/** Exchanges a refresh token. Roles are read again: what an operator has changed holds from here on. */
export function createRefreshHandler(dependencies: AccountsDependencies): Handler<typeof createRefresh> {
  return async ({ body: { refreshToken } }, context) => {
    const now = context.now();
    // What is found out has to be committed before it is thrown: a reused token ends its session.
    const result = await dependencies.database.transaction(tx => refresh(tx, refreshToken, now, context.requestId));
    if ('opened' in result) return sessionAnswer(dependencies.tokens, result.opened, now);
    if (result.outcome === 'just used') throw new DomainError(refreshTokenJustUsed);
    if (result.outcome === 'reused') context.measure('refresh_tokens_reused', 1, 'Count');
    throw new DomainError(refreshTokenRefused, {}, CHALLENGE);
  };
}

async function refresh(tx: Transaction, token: string, now: Date, requestId: string): Promise<Outcome> {
  const exchange = await exchangeRefreshToken(tx, token, now);
  if (exchange.outcome === 'refused') return { outcome: 'refused' };
  const { session } = exchange;
  if (exchange.outcome === 'used before') {
    if (now.getTime() - exchange.usedAt.getTime() < GRACE_MS) return { outcome: 'just used' };
    const event = refreshTokenReused.of({ sessionId: session.id });
    await append(tx, userStream(session.userId), 'any', [event], { occurredAt: now, metadata: { requestId } });
    const ending = { userId: session.userId, sessionId: session.id, reason: 'refresh_token_reused' } as const;
    await endSessions(tx, ending, now, requestId);
    return { outcome: 'reused' };
  }
  const refreshToken = newSecretToken();
  const refreshTokenExpiresAt = await insertRefreshToken(tx, session, refreshToken, now);
  const roles = await rolesOf(tx, session.userId);
  return { opened: { userId: session.userId, roles, session, refreshToken, refreshTokenExpiresAt } };
}
