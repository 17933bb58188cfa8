import type { Handler } from '../../../platform/http/route.ts';
import type { AccountsDependencies } from '../dependencies.ts';
import type { listSessions } from './contract.ts';
import { openSessions } from './store.ts';

/** Lists the sessions of whoever asks. */
export function listSessionsHandler({ database }: AccountsDependencies): Handler<typeof listSessions> {
  return async (_, context) => {
    const { userId, sessionId } = context.caller;
    const sessions = await openSessions(database.sql, userId, context.now());
    return {
      sessions: sessions.map(({ id, method, device, createdAt, lastUsedAt, expiresAt }) => ({
        id,
        method,
        device,
        createdAt: createdAt.toISOString(),
        lastUsedAt: lastUsedAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
        current: id === sessionId,
      })),
    };
  };
}
