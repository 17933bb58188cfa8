import type { Database, Transaction } from '../../../../platform/db/database.ts';
import { DomainError } from '../../../../platform/errors/domain-error.ts';
import { append } from '../../../../platform/events/event-store.ts';
import type { RequestContext } from '../../../../platform/http/request-context.ts';
import type { Handler } from '../../../../platform/http/route.ts';
import type { WriteHandler } from '../../../../platform/http/write-route.ts';
import type { UserCaller } from '../../../../platform/tokens/caller.ts';
import { processingResumed, processingSuspended, userStream } from '../../events.ts';
import { type getSuspension, type resumeProcessing, suspendedByOperator, type suspendProcessing } from './contract.ts';
import { findSuspension, type SuspensionRow, saveSuspension } from './store.ts';

/** Whether processing is suspended, and since when. */
export function getSuspensionHandler({ sql }: Pick<Database, 'sql'>): Handler<typeof getSuspension> {
  return async (_, { caller: { userId } }) => answerOf(await findSuspension(sql, userId));
}

/** Suspends processing. An account that is suspended already stays as it is. */
export const suspendProcessingHandler: WriteHandler<typeof suspendProcessing> = (_, context, tx) =>
  change(tx, context, context.now());

/** Resumes what the user has suspended; not what an operator has. */
export const resumeProcessingHandler: WriteHandler<typeof resumeProcessing> = async (_, context, tx) => {
  const suspension = await change(tx, context, null);
  if (suspension.suspended) throw new DomainError(suspendedByOperator);
  return suspension;
};

async function change(tx: Transaction, context: RequestContext<UserCaller>, since: Date | null) {
  const { caller, requestId, now } = context;
  const at = now();
  if (await saveSuspension(tx, caller.userId, since, at)) {
    const event = since === null ? processingResumed.of({}) : processingSuspended.of({});
    await append(tx, userStream(caller.userId), 'any', [event], { occurredAt: at, metadata: { requestId } });
  }
  return answerOf(await findSuspension(tx, caller.userId));
}

function answerOf({ status, since }: SuspensionRow) {
  return { suspended: status === 'suspended', since: since?.toISOString() ?? null };
}
