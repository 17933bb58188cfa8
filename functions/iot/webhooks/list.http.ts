import type { Database } from '../../../platform/db/database.ts';
import type { Handler } from '../../../platform/http/route.ts';
import { webhookAnswer } from './answer.ts';
import type { listWebhooks } from './contract.ts';
import { listWebhookRows } from './store.ts';

/** All webhooks. */
export function listWebhooksHandler({
  database,
}: {
  readonly database: Pick<Database, 'sql'>;
}): Handler<typeof listWebhooks> {
  return async () => ({ webhooks: (await listWebhookRows(database.sql)).map(webhookAnswer) });
}
