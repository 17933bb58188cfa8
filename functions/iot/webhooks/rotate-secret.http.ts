import type { Database } from '../../../platform/db/database.ts';
import { append } from '../../../platform/events/event-store.ts';
import type { Handler } from '../../../platform/http/route.ts';
import { webhookSecretRotated, webhookStream } from '../events.ts';
import { webhookWithSecretAnswer } from './answer.ts';
import type { rotateWebhookSecret } from './contract.ts';
import type { WebhookSecrets } from './secrets.ts';
import { lockWebhook, rotateSecret } from './store.ts';

/** For whoever receives messages to take the new one up. */
const OVERLAP_MS = 86_400_000;

/** Gives a webhook a new secret. */
export function rotateWebhookSecretHandler({
  database,
  webhookSecrets,
}: {
  readonly database: Pick<Database, 'transaction'>;
  readonly webhookSecrets: WebhookSecrets;
}): Handler<typeof rotateWebhookSecret> {
  return async ({ params: { webhookId } }, { caller, requestId, now }) => {
    const at = now();
    const row = await database.transaction(async tx => {
      await lockWebhook(tx, webhookId);
      const rotated = await rotateSecret(tx, webhookId, new Date(at.getTime() + OVERLAP_MS), at);
      await append(tx, webhookStream(webhookId), 'any', [webhookSecretRotated.of({ webhookId })], {
        occurredAt: at,
        metadata: { requestId, actor: caller.userId },
      });
      return rotated;
    });
    return webhookWithSecretAnswer(row, await webhookSecrets.of(webhookId, row.secret_version));
  };
}
