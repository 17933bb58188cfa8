import type { Database } from '../../../platform/db/database.ts';
import { DomainError } from '../../../platform/errors/domain-error.ts';
import type { Handler } from '../../../platform/http/route.ts';
import { deliverAgain, listDeliveryRows } from '../deliveries/delivery-log.ts';
import { deliveryAnswer } from './answer.ts';
import type { redeliverToWebhook } from './contract.ts';
import { deliveryNotFound, webhookDisabledProblem } from './kinds.ts';
import { lockWebhook } from './store.ts';

/** Makes a delivery due again. */
export function redeliverToWebhookHandler({
  database,
}: {
  readonly database: Pick<Database, 'transaction'>;
}): Handler<typeof redeliverToWebhook> {
  return async ({ params: { webhookId, deliveryId } }, { now }) =>
    database.transaction(async tx => {
      const { state } = await lockWebhook(tx, webhookId);
      if (state === 'disabled') throw new DomainError(webhookDisabledProblem);
      await deliverAgain(tx, webhookId, deliveryId, now());
      const [row] = await listDeliveryRows(tx, { webhookId, deliveryId }, 1);
      if (row === undefined) throw new DomainError(deliveryNotFound);
      return deliveryAnswer(row);
    });
}
