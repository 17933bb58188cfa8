import type { Database } from '../../../platform/db/database.ts';
import { InvalidRequest } from '../../../platform/errors/field-issue.ts';
import { append } from '../../../platform/events/event-store.ts';
import type { Handler } from '../../../platform/http/route.ts';
import { type Targets, targetFault } from '../../../platform/outbound/target.ts';
import { webhookRegistered, webhookStream } from '../events.ts';
import { webhookWithSecretAnswer } from './answer.ts';
import type { registerWebhook } from './contract.ts';
import type { WebhookSecrets } from './secrets.ts';
import { insertWebhook } from './store.ts';

const FIRST_VERSION = 1;

/** Registers an address that is told of alerts. */
export function registerWebhookHandler({
  database,
  webhookSecrets,
  webhookTargets,
  newId,
}: {
  readonly database: Pick<Database, 'transaction'>;
  readonly webhookSecrets: WebhookSecrets;
  webhookTargets(): Targets;
  newId(): string;
}): Handler<typeof registerWebhook> {
  return async ({ body: { url, description = null, locationId = null } }, { caller, requestId, now }) => {
    const fault = targetFault(url, webhookTargets());
    if (fault !== undefined) throw new InvalidRequest([{ in: 'body', path: 'url', ...fault }]);
    const at = now();
    const id = newId();
    // Before the transaction: KMS is asked for it.
    const secret = await webhookSecrets.of(id, FIRST_VERSION);
    const row = await database.transaction(async tx => {
      const inserted = await insertWebhook(
        tx,
        { id, url: new URL(url).href, description, location_id: locationId },
        at,
      );
      await append(tx, webhookStream(id), 'none', [webhookRegistered.of({ webhookId: id })], {
        occurredAt: at,
        metadata: { requestId, actor: caller.userId },
      });
      return inserted;
    });
    return webhookWithSecretAnswer(row, secret);
  };
}
