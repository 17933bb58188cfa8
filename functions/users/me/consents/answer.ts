import { CONSENT_VERSIONS, type ConsentKind } from '../../consents/consent.ts';
import type { DecisionRow } from './store.ts';

/** A consent as it is answered, from the last decision on it. */
export function consentAnswer(kind: ConsentKind, last: DecisionRow | undefined) {
  const given = last?.given ?? false;
  const currentVersion = CONSENT_VERSIONS[kind];
  return {
    kind,
    required: kind === 'privacy',
    given,
    version: last?.version ?? null,
    currentVersion,
    isCurrent: given && last?.version === currentVersion,
    decidedAt: last?.at.toISOString() ?? null,
  };
}
