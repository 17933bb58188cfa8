import { holdAccountAlone } from '../../../platform/accounts/account-state.ts';
import { DomainError } from '../../../platform/errors/domain-error.ts';
import type { WriteHandler } from '../../../platform/http/write-route.ts';
import type { deleteCurrentSession, deleteSession, deleteSessions } from './contract.ts';
import { sessionNotFound } from './kinds.ts';
import { forgetDevices } from './known-devices.ts';
import { endSessions } from './store.ts';

/** Ends one session of whoever asks. */
export const deleteSessionHandler: WriteHandler<typeof deleteSession> = async ({ params }, context, tx) => {
  const { userId } = context.caller;
  const ending = { userId, sessionId: params.sessionId, reason: 'logged_out' } as const;
  const ended = await endSessions(tx, ending, context.now(), context.requestId);
  if (ended === 0) throw new DomainError(sessionNotFound);
  return undefined;
};

/** Logs out. One that is logged out already is told the same. */
export const deleteCurrentSessionHandler: WriteHandler<typeof deleteCurrentSession> = async (_, context, tx) => {
  const { userId, sessionId } = context.caller;
  await endSessions(tx, { userId, sessionId, reason: 'logged_out' }, context.now(), context.requestId);
  return undefined;
};

/** Logs out everywhere. The account is held first: a log-in from a device that is known holds that device meanwhile. */
export const deleteSessionsHandler: WriteHandler<typeof deleteSessions> = async (_, context, tx) => {
  const { userId } = context.caller;
  await holdAccountAlone(tx, userId, 'allowed');
  await endSessions(tx, { userId, reason: 'logged_out_everywhere' }, context.now(), context.requestId);
  await forgetDevices(tx, userId);
  return undefined;
};
