import type { Database } from '../../../platform/db/database.ts';
import { type Route, route } from '../../../platform/http/route.ts';
import type { Targets } from '../../../platform/outbound/target.ts';
import {
  deleteWebhook,
  listWebhookDeliveries,
  listWebhooks,
  redeliverToWebhook,
  registerWebhook,
  rotateWebhookSecret,
  updateWebhook,
} from './contract.ts';
import { deleteWebhookHandler } from './delete.http.ts';
import { listWebhooksHandler } from './list.http.ts';
import { listWebhookDeliveriesHandler } from './list-deliveries.http.ts';
import { redeliverToWebhookHandler } from './redeliver.http.ts';
import { registerWebhookHandler } from './register.http.ts';
import { rotateWebhookSecretHandler } from './rotate-secret.http.ts';
import type { WebhookSecrets } from './secrets.ts';
import { updateWebhookHandler } from './update.http.ts';

/** `webhookOperations` at work. */
export function webhookRoutes(dependencies: {
  readonly database: Database;
  readonly webhookSecrets: WebhookSecrets;
  webhookTargets(): Targets;
  newId(): string;
}): readonly Route[] {
  return [
    route(registerWebhook, registerWebhookHandler(dependencies)),
    route(listWebhooks, listWebhooksHandler(dependencies)),
    route(updateWebhook, updateWebhookHandler(dependencies)),
    route(rotateWebhookSecret, rotateWebhookSecretHandler(dependencies)),
    route(deleteWebhook, deleteWebhookHandler(dependencies)),
    route(listWebhookDeliveries, listWebhookDeliveriesHandler(dependencies)),
    route(redeliverToWebhook, redeliverToWebhookHandler(dependencies)),
  ];
}
