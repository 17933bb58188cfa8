import { holdAccount } from '../../../../platform/accounts/account-state.ts';
import { DomainError } from '../../../../platform/errors/domain-error.ts';
import { append } from '../../../../platform/events/event-store.ts';
import type { Handler } from '../../../../platform/http/route.ts';
import { exportRequested, userStream } from '../../events.ts';
import type { MeDependencies } from '../dependencies.ts';
import { exportAnswer } from './answer.ts';
import { type createExport, tooManyExports } from './contract.ts';
import { listExportRows, requestExport } from './store.ts';

const MOST_EXPORTS = 5;

/** Asks for an export. */
export function createExportHandler({
  database,
  newId,
  startExport,
}: Pick<MeDependencies, 'database' | 'newId' | 'startExport'>): Handler<typeof createExport> {
  return async (_, { caller: { userId }, requestId, now }) => {
    const id = newId();
    const row = await database.transaction(async tx => {
      await holdAccount(tx, userId, 'allowed');
      const at = now();
      const requested = await requestExport(tx, id, userId, at);
      if (requested.id !== id) return requested;
      if ((await listExportRows(tx, userId, at)).length > MOST_EXPORTS) {
        throw new DomainError(tooManyExports, { most: MOST_EXPORTS });
      }
      await append(tx, userStream(userId), 'any', [exportRequested.of({ exportId: id })], {
        occurredAt: at,
        metadata: { requestId },
      });
      return requested;
    });
    startExport?.({ id: row.id, userId }, requestId);
    return exportAnswer(row);
  };
}
