import type { Database } from '../../../platform/db/database.ts';
import { append } from '../../../platform/events/event-store.ts';
import type { Handler } from '../../../platform/http/route.ts';
import { webhookDeleted, webhookStream } from '../events.ts';
import type { deleteWebhook } from './contract.ts';
import { deleteWebhookRow } from './store.ts';

/** Deletes a webhook. */
export function deleteWebhookHandler({
  database,
}: {
  readonly database: Pick<Database, 'transaction'>;
}): Handler<typeof deleteWebhook> {
  return async ({ params: { webhookId } }, { caller, requestId, now }) => {
    await database.transaction(async tx => {
      await deleteWebhookRow(tx, webhookId);
      await append(tx, webhookStream(webhookId), 'any', [webhookDeleted.of({ webhookId })], {
        occurredAt: now(),
        metadata: { requestId, actor: caller.userId },
      });
    });
    return undefined;
  };
}
