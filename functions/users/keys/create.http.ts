import { holdAccount } from '../../../platform/accounts/account-state.ts';
import type { Database } from '../../../platform/db/database.ts';
import { DomainError } from '../../../platform/errors/domain-error.ts';
import { append } from '../../../platform/events/event-store.ts';
import type { Handler } from '../../../platform/http/route.ts';
import { newApiKey } from '../../../platform/tokens/api-key.ts';
import { NEW_KEY_LIMITS } from '../../../platform/tokens/api-key-limits.ts';
import { apiKeyCreated, userStream } from '../events.ts';
import { apiKeyAnswer } from './answer.ts';
import type { createApiKey } from './contract.ts';
import { tooManyApiKeys } from './kinds.ts';
import { countApiKeys, insertApiKey } from './store.ts';

/** An app in two stages, with a key in use and the next one. */
const MOST_KEYS = 10;

/** Makes a key. Without `Idempotency-Key`: its answer would have to be kept, and the key is kept nowhere. */
export function createApiKeyHandler({
  database,
  newId,
}: {
  readonly database: Database;
  newId(): string;
}): Handler<typeof createApiKey> {
  return async ({ body: { name } }, { caller: { userId }, now, requestId }) => {
    const { text, prefix, hash } = newApiKey();
    const at = now();
    const row = {
      id: newId(),
      name,
      prefix,
      requests_per_minute: NEW_KEY_LIMITS.perMinute,
      requests_per_day: NEW_KEY_LIMITS.perDay,
      created_at: at,
      revoked_at: null,
    };
    await database.transaction(async tx => {
      if ((await countApiKeys(tx, userId)) >= MOST_KEYS) throw new DomainError(tooManyApiKeys, { most: MOST_KEYS });
      await holdAccount(tx, userId, 'refused');
      await insertApiKey(tx, userId, { ...row, key_hash: hash });
      await append(tx, userStream(userId), 'any', [apiKeyCreated.of({ keyId: row.id })], {
        occurredAt: at,
        metadata: { requestId },
      });
    });
    return { ...apiKeyAnswer(row), key: text };
  };
}
