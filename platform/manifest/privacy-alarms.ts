import type { AlarmDeclaration } from './domain.ts';

/** What users notice of each way in which a domain cannot open what is theirs. */
export interface PrivacyImpacts {
  /** KMS or the table of keys is not reached. */
  readonly keysUnavailable: string;
  /** A value did not open: it was moved, cut or changed, or KMS denies its key. */
  readonly unopened: string;
  /** Who reads could not be recorded, and so nothing was opened. */
  readonly unrecorded: string;
}

const counted = { statistic: 'sum', threshold: 1, comparison: 'greater-or-equal', periodMinutes: 5 } as const;
const AT_ONCE = { breachingPeriods: 1, evaluationPeriods: 1 };
/** A refusal in two of three periods is no chance hit. */
const REPEATED = { breachingPeriods: 2, evaluationPeriods: 3 };

/** The alarms of every function that opens personal data. */
export function privacyAlarms(domain: string, impacts: PrivacyImpacts): readonly AlarmDeclaration[] {
  const { keysUnavailable, unopened, unrecorded } = impacts;
  return [
    {
      name: `${domain}-keys-unavailable`,
      impact: keysUnavailable,
      metric: { source: 'problems', name: 'keys_unavailable', codes: ['keys_unavailable'] },
      ...counted,
      ...REPEATED,
    },
    {
      name: `${domain}-unopened`,
      impact: unopened,
      metric: { source: 'problems', name: 'unopened_fields', errors: ['UnopenedField', 'KeyUnusable'] },
      ...counted,
      ...AT_ONCE,
    },
    {
      name: `${domain}-unrecorded`,
      impact: unrecorded,
      metric: { source: 'problems', name: 'unrecorded_accesses', errors: ['AccessNotRecorded', 'UnrecordedPlace'] },
      ...counted,
      ...AT_ONCE,
    },
  ];
}
