import { holdAccountAlone } from '../../../../platform/accounts/account-state.ts';
import type { Transaction } from '../../../../platform/db/database.ts';
import { DomainError } from '../../../../platform/errors/domain-error.ts';
import { append } from '../../../../platform/events/event-store.ts';
import type { WriteHandler } from '../../../../platform/http/write-route.ts';
import type { ConsentKind } from '../../consents/consent.ts';
import { recordConsent } from '../../consents/store.ts';
import { consentWithdrawn, userStream } from '../../events.ts';
import type { MeDependencies } from '../dependencies.ts';
import { userTables } from '../user-tables.ts';
import { consentAnswer } from './answer.ts';
import { privacyConsentNeeded, type withdrawConsent } from './contract.ts';
import { lastDecisions } from './store.ts';

/**
 * Records that a consent holds no longer, and deletes what was there by it alone. What is not given stays as it is: nothing is
 * added to its history.
 */
export function withdrawConsentHandler({ newId }: Pick<MeDependencies, 'newId'>): WriteHandler<typeof withdrawConsent> {
  return async ({ params: { kind } }, { caller: { userId }, requestId, now }, tx) => {
    if (kind === 'privacy') throw new DomainError(privacyConsentNeeded);
    // Alone: whoever does something by a consent holds the account, and has ended before the consent does.
    await holdAccountAlone(tx, userId, 'allowed');
    const current = () => lastDecisions(tx, userId).then(last => last.find(decision => decision.kind === kind));
    const before = await current();
    if (before?.given !== true) return consentAnswer(kind, before);
    const at = now();
    const { version } = before;
    await recordConsent(tx, { id: newId(), kind, version, given: false }, { userId, at });
    await deleteRows(tx, userId, kind);
    await append(tx, userStream(userId), 'any', [consentWithdrawn.of({ kind, version })], {
      occurredAt: at,
      metadata: { requestId },
    });
    return consentAnswer(kind, await current());
  };
}

async function deleteRows(tx: Transaction, userId: string, kind: ConsentKind): Promise<void> {
  for (const { name, byConsent } of userTables) {
    if (byConsent?.kind === kind) await tx`delete from ${tx(name)} where ${byConsent.rowsOf(tx, userId)}`;
  }
}
