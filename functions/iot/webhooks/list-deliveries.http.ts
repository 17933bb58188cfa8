import type { Database } from '../../../platform/db/database.ts';
import { cursorAfter, positionOf } from '../../../platform/http/clear-cursor.ts';
import type { Handler } from '../../../platform/http/route.ts';
import { DEFAULT_ROWS } from '../../../platform/http/sealed-cursor.ts';
import { listDeliveryRows } from '../deliveries/delivery-log.ts';
import { deliveryAnswer } from './answer.ts';
import type { listWebhookDeliveries } from './contract.ts';
import { findWebhook } from './store.ts';

/** What a webhook was told, page by page. */
export function listWebhookDeliveriesHandler({
  database: { sql },
}: {
  readonly database: Pick<Database, 'sql'>;
}): Handler<typeof listWebhookDeliveries> {
  return async ({ params: { webhookId }, query: { state, limit = DEFAULT_ROWS, cursor } }) => {
    const after = cursor === undefined ? undefined : positionOf(cursor);
    await findWebhook(sql, webhookId);
    // One more than asked tells whether there are more.
    const found = await listDeliveryRows(sql, { webhookId, state }, limit + 1, after);
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    const more = last !== undefined && found.length > limit;
    return {
      deliveries: rows.map(deliveryAnswer),
      nextCursor: more ? cursorAfter({ at: last.created_at, id: last.id }) : null,
    };
  };
}
