import type { Database } from '../../../platform/db/database.ts';
import { DomainError } from '../../../platform/errors/domain-error.ts';
import { append } from '../../../platform/events/event-store.ts';
import type { Handler } from '../../../platform/http/route.ts';
import { apiKeyRevoked, userStream } from '../events.ts';
import type { revokeApiKey } from './contract.ts';
import { apiKeyNotFound } from './kinds.ts';
import { revokeApiKeyRow } from './store.ts';

/** Revokes a key; one that is revoked already stays so. */
export function revokeApiKeyHandler({ database }: { readonly database: Database }): Handler<typeof revokeApiKey> {
  return async ({ params: { keyId } }, { caller: { userId }, now, requestId }) => {
    const at = now();
    await database.transaction(async tx => {
      const found = await revokeApiKeyRow(tx, userId, keyId, at);
      if (found === 'unknown') throw new DomainError(apiKeyNotFound);
      if (found === 'revoked before') return;
      await append(tx, userStream(userId), 'any', [apiKeyRevoked.of({ keyId })], {
        occurredAt: at,
        metadata: { requestId },
      });
    });
    return undefined;
  };
}
