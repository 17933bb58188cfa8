import type { Database } from '../../../platform/db/database.ts';
import { append } from '../../../platform/events/event-store.ts';
import type { Handler } from '../../../platform/http/route.ts';
import { webhookDisabled, webhookEnabled, webhookStream } from '../events.ts';
import { webhookAnswer } from './answer.ts';
import type { updateWebhook } from './contract.ts';
import { disable, enable, findWebhook, lockWebhook } from './store.ts';

/** Disables a webhook, or enables it; what is already so is no change. */
export function updateWebhookHandler({
  database,
}: {
  readonly database: Pick<Database, 'transaction'>;
}): Handler<typeof updateWebhook> {
  return async ({ params: { webhookId }, body: { enabled } }, { caller, requestId, now }) => {
    const at = now();
    const row = await database.transaction(async tx => {
      const before = await lockWebhook(tx, webhookId);
      if ((before.state === 'active') === enabled) return before;
      if (enabled) await enable(tx, webhookId, at);
      else await disable(tx, webhookId, 'operator', at);
      const event = enabled ? webhookEnabled.of({ webhookId }) : webhookDisabled.of({ webhookId, reason: 'operator' });
      await append(tx, webhookStream(webhookId), 'any', [event], {
        occurredAt: at,
        metadata: { requestId, actor: caller.userId },
      });
      return findWebhook(tx, webhookId);
    });
    return webhookAnswer(row);
  };
}
