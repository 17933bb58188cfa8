import type { AlertTopic } from '../../../platform/alert-topic/alert-topic.ts';
import { post } from '../../../platform/outbound/post.ts';
import type { Targets } from '../../../platform/outbound/target.ts';
import type { WebhookSecrets } from '../webhooks/secrets.ts';
import { signedHeaders } from '../webhooks/signature.ts';
import type { ClaimedDelivery, Receiver, WebhookReceiver } from './delivery-queue.ts';
import { noticeOf } from './notice.ts';
import type { Attempted } from './outcomes.ts';

/** Makes one attempt. Never throws: what went wrong is its outcome. */
export type Attempt = (
  receiver: Receiver,
  delivery: ClaimedDelivery,
  now: Date,
  timeoutMs: number,
) => Promise<Attempted>;

export interface Channels {
  readonly secrets: WebhookSecrets;
  readonly targets: Targets;
  readonly topic: AlertTopic;
}

export function attemptThrough({ secrets, targets, topic }: Channels): Attempt {
  return (receiver, delivery, now, timeoutMs) =>
    receiver === 'topic' ? toTopic(delivery) : toWebhook(receiver, delivery, now, timeoutMs);

  async function toTopic({ id, body }: ClaimedDelivery): Promise<Attempted> {
    try {
      await topic.publish(noticeOf(id, body));
      return { outcome: 'delivered', status: null };
    } catch {
      return { outcome: 'not_published', status: null };
    }
  }

  async function toWebhook(
    { webhookId, url, secretVersion, previousSecretUntil }: WebhookReceiver,
    { id, body }: ClaimedDelivery,
    now: Date,
    timeoutMs: number,
  ): Promise<Attempted> {
    const overlap = previousSecretUntil !== null && previousSecretUntil > now;
    const versions = overlap ? [secretVersion, secretVersion - 1] : [secretVersion];
    let keys: readonly Uint8Array[];
    try {
      keys = await Promise.all(versions.map(version => secrets.of(webhookId, version)));
    } catch {
      return { outcome: 'not_signed', status: null };
    }
    return post(url, {
      headers: {
        'content-type': 'application/json',
        'user-agent': 'HEAL7-Webhooks/1.0',
        ...signedHeaders({ id, at: now, body }, keys),
      },
      ...{ body, timeoutMs, targets },
    });
  }
}
