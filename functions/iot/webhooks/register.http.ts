import type { Database } from '../../../platform/db/database.ts';
import { InvalidRequest } from '../../../platform/errors/field-issue.ts';
import { append } from '../../../platform/events/event-store.ts';
import type { Handler } from '../../../platform/http/route.ts';
import { type TargetFault, type Targets, targetFault } from '../../../platform/outbound/target.ts';
import { webhookRegistered, webhookStream } from '../events.ts';
import { webhookWithSecretAnswer } from './answer.ts';
import type { registerWebhook } from './contract.ts';
import type { WebhookSecrets } from './secrets.ts';
import { insertWebhook } from './store.ts';

const FIRST_VERSION = 1;

const words: Readonly<Record<TargetFault, { readonly ko: string; readonly en: string }>> = {
  invalid_url: {
    ko: '올바른 URL이 아닙니다. #이 있는 주소도 쓸 수 없습니다.',
    en: 'Not a URL, or one with a fragment.',
  },
  not_https: { ko: 'https:// 주소만 쓸 수 있습니다.', en: 'Only https:// addresses can be used.' },
  credentials_in_url: {
    ko: '주소에 사용자 이름이나 비밀번호를 넣을 수 없습니다. 메시지는 서명으로 확인해 주세요.',
    en: 'No user name or password in the address: messages are signed.',
  },
  private_address: {
    ko: '인터넷에서 닿을 수 있는 주소여야 합니다.',
    en: 'It has to be an address of the internet.',
  },
};

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
    if (fault !== undefined) throw new InvalidRequest([{ in: 'body', path: 'url', code: fault, detail: words[fault] }]);
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
