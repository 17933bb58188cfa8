import type { Sql, Transaction } from '../../../platform/db/database.ts';
import { append } from '../../../platform/events/event-store.ts';
import { sessionsEnded, userStream } from '../events.ts';
import type { Device, EndReason, SessionMethod } from './session.ts';

export interface Session {
  readonly id: string;
  readonly method: SessionMethod;
  readonly device: Device;
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  readonly expiresAt: Date;
}

export async function insertSession(tx: Transaction, userId: string, session: Session): Promise<void> {
  const { id, method, device, createdAt, lastUsedAt, expiresAt } = session;
  await tx`
    insert into sessions (id, user_id, method, device, created_at, last_used_at, expires_at)
    values (${id}, ${userId}, ${method}, ${device}, ${createdAt}, ${lastUsedAt}, ${expiresAt})`;
}

/** Sessions that can be refreshed: more than these nobody looks through. */
const MOST_LISTED = 100;

/** A user's open sessions, the one used last first. */
export async function openSessions(sql: Sql, userId: string, now: Date): Promise<readonly Session[]> {
  return sql<Session[]>`
    select id, method, device, created_at as "createdAt", last_used_at as "lastUsedAt", expires_at as "expiresAt"
    from sessions where user_id = ${userId} and ended_at is null and expires_at > ${now}
    order by last_used_at desc, id limit ${MOST_LISTED}`;
}

/** Which sessions to end: one, or all there are. */
export interface Ending {
  readonly userId: string;
  readonly sessionId?: string;
  readonly reason: EndReason;
}

/**
 * Ends sessions: their refresh tokens are good no more, their access tokens within 15 minutes. Says so as an event.
 * @returns how many were open
 */
export async function endSessions(
  tx: Transaction,
  { userId, sessionId, reason }: Ending,
  now: Date,
  requestId: string,
): Promise<number> {
  const ended = await tx<{ id: string }[]>`
    update sessions set ended_at = ${now}, end_reason = ${reason}
    where user_id = ${userId} and ended_at is null ${sessionId === undefined ? tx`` : tx`and id = ${sessionId}`}
    returning id`;
  if (ended.length > 0) {
    const event = sessionsEnded.of({ sessionIds: ended.map(({ id }) => id), reason });
    await append(tx, userStream(userId), 'any', [event], { occurredAt: now, metadata: { requestId } });
  }
  return ended.length;
}
