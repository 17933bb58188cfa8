import { holdAccount } from '../../../../platform/accounts/account-state.ts';
import { userCharts } from '../../../../platform/cache/keys.ts';
import { append } from '../../../../platform/events/event-store.ts';
import type { Handler } from '../../../../platform/http/route.ts';
import { personDeleted, userStream } from '../../events.ts';
import type { MeDependencies } from '../dependencies.ts';
import type { deletePerson } from './contract.ts';
import { deletePersonRow } from './store.ts';

/** Deletes a person, and with the row every chart and interpretation of them. */
export function deletePersonHandler({
  database,
  cache,
}: Pick<MeDependencies, 'database' | 'cache'>): Handler<typeof deletePerson> {
  return async ({ params: { personId } }, { caller: { userId }, requestId, now }) => {
    await database.transaction(async tx => {
      await holdAccount(tx, userId, 'allowed');
      await deletePersonRow(tx, userId, personId);
      await append(tx, userStream(userId), 'any', [personDeleted.of({ personId })], {
        occurredAt: now(),
        metadata: { requestId },
      });
    });
    await cache.invalidate(userCharts(userId));
    return undefined;
  };
}
