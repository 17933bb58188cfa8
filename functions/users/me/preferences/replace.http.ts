import { holdAccount } from '../../../../platform/accounts/account-state.ts';
import { append } from '../../../../platform/events/event-store.ts';
import type { WriteHandler } from '../../../../platform/http/write-route.ts';
import { preferencesChanged, userStream } from '../../events.ts';
import type { MeDependencies } from '../dependencies.ts';
import type { replacePreferences } from './contract.ts';
import { savePreferences } from './store.ts';

/** Replaces the preferences of who asks. */
export function replacePreferencesHandler({
  newId,
}: Pick<MeDependencies, 'newId'>): WriteHandler<typeof replacePreferences> {
  return async ({ body }, { caller: { userId }, requestId, now }, tx) => {
    await holdAccount(tx, userId, 'allowed');
    const at = now();
    await savePreferences(tx, newId(), userId, body, at);
    await append(tx, userStream(userId), 'any', [preferencesChanged.of({})], {
      occurredAt: at,
      metadata: { requestId },
    });
    return body;
  };
}
