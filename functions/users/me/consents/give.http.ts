import { holdAccountAlone } from '../../../../platform/accounts/account-state.ts';
import { InvalidRequest } from '../../../../platform/errors/field-issue.ts';
import { append } from '../../../../platform/events/event-store.ts';
import type { WriteHandler } from '../../../../platform/http/write-route.ts';
import { CONSENT_VERSIONS, outdatedConsent } from '../../consents/consent.ts';
import { recordConsent } from '../../consents/store.ts';
import { consentGiven, userStream } from '../../events.ts';
import type { MeDependencies } from '../dependencies.ts';
import { consentAnswer } from './answer.ts';
import type { giveConsent } from './contract.ts';
import { lastDecisions } from './store.ts';

/** Records a consent to the text in force. */
export function giveConsentHandler({ newId }: Pick<MeDependencies, 'newId'>): WriteHandler<typeof giveConsent> {
  return async ({ params: { kind }, body: { version } }, { caller: { userId }, requestId, now }, tx) => {
    if (version !== CONSENT_VERSIONS[kind]) {
      throw new InvalidRequest([{ in: 'body', path: 'version', ...outdatedConsent }]);
    }
    // Alone, since the account's own row says what holds now: two that shared it would wait for each other to change it.
    await holdAccountAlone(tx, userId, 'allowed');
    const at = now();
    await recordConsent(tx, { id: newId(), kind, version, given: true }, { userId, at });
    await append(tx, userStream(userId), 'any', [consentGiven.of({ kind, version })], {
      occurredAt: at,
      metadata: { requestId },
    });
    const last = await lastDecisions(tx, userId);
    return consentAnswer(
      kind,
      last.find(decision => decision.kind === kind),
    );
  };
}
