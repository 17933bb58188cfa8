import type { Transaction } from '../../../platform/db/database.ts';
import { append } from '../../../platform/events/event-store.ts';
import type { RequestContext } from '../../../platform/http/request-context.ts';
import { ACCESS_TOKEN_SECONDS, type AccessTokens } from '../../../platform/tokens/access-token.ts';
import type { Role } from '../../../platform/tokens/caller.ts';
import { rolesOf } from '../accounts/store.ts';
import { sessionOpened, userStream } from '../events.ts';
import { newSecretToken } from '../secret-token.ts';
import { insertRefreshToken } from './refresh/store.ts';
import { deviceOf, SESSION_MS, type SessionMethod } from './session.ts';
import { insertSession, type Session } from './store.ts';

/** A session with what its client gets of it: nothing of that is stored. */
export interface OpenedSession {
  readonly userId: string;
  readonly roles: readonly Role[];
  readonly session: Pick<Session, 'id' | 'method' | 'device' | 'createdAt' | 'expiresAt'>;
  readonly refreshToken: string;
  readonly refreshTokenExpiresAt: Date;
}

export interface Opening {
  readonly userId: string;
  readonly method: SessionMethod;
  newId(): string;
}

/**
 * Opens a session, always a new one: nothing that a client sends decides its id or its tokens. The transaction holds the account
 * alone, or has made it: it is there, and what let its user in still does.
 */
export async function openSession(
  tx: Transaction,
  { userId, method, newId }: Opening,
  { userAgent, requestId }: Pick<RequestContext, 'userAgent' | 'requestId'>,
  now: Date,
): Promise<OpenedSession> {
  const session: Session = {
    id: newId(),
    method,
    device: deviceOf(userAgent),
    createdAt: now,
    lastUsedAt: now,
    expiresAt: new Date(now.getTime() + SESSION_MS),
  };
  const refreshToken = newSecretToken();
  await insertSession(tx, userId, session);
  const refreshTokenExpiresAt = await insertRefreshToken(tx, session, refreshToken, now);
  await tx`update users set last_login_at = ${now}, updated_at = ${now} where id = ${userId}`;
  const event = sessionOpened.of({ sessionId: session.id, method });
  await append(tx, userStream(userId), 'any', [event], { occurredAt: now, metadata: { requestId } });
  return { userId, roles: await rolesOf(tx, userId), session, refreshToken, refreshTokenExpiresAt };
}

/** A session as its client is answered, with an access token: after the commit, since KMS signs it. */
export async function sessionAnswer(tokens: Pick<AccessTokens, 'issue'>, opened: OpenedSession, now: Date) {
  const { userId, roles, session, refreshToken, refreshTokenExpiresAt } = opened;
  const { id, method, device, createdAt, expiresAt } = session;
  return {
    accessToken: await tokens.issue({ userId, sessionId: id, roles }, now),
    tokenType: 'Bearer' as const,
    expiresIn: ACCESS_TOKEN_SECONDS,
    refreshToken,
    refreshTokenExpiresAt: refreshTokenExpiresAt.toISOString(),
    session: { id, method, device, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() },
  };
}
