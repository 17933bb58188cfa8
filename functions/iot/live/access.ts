import type { Sql } from '../../../platform/db/database.ts';
import type { Connection } from '../../../platform/sockets/connections.ts';
import type { Role } from '../../../platform/tokens/caller.ts';
import { sessionsWithRole } from '../../../platform/tokens/sessions-with-role.ts';

/** Whoever may ask for a ticket. */
export const liveRoles = ['operator', 'admin'] as const satisfies readonly Role[];

/**
 * Those of some connections whose holders may still hear: who logged out, was suspended or is no operator any more hears nothing
 * further, though the connection would last for two hours.
 */
export async function permittedConnections(
  sql: Sql,
  connections: readonly Connection[],
  now: Date,
): Promise<readonly Connection[]> {
  const sessionIds = [...new Set(connections.map(({ sessionId }) => sessionId))];
  const sessions = await sessionsWithRole(sql, sessionIds, liveRoles, now);
  return connections.filter(({ sessionId }) => sessions.has(sessionId));
}
