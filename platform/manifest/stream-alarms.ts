import type { AlarmDeclaration } from './domain.ts';

/** What users notice of each way in which a function that streams start does not do its work. */
export interface StreamImpacts {
  /** Batches fail, and are tried again: nothing is lost, and nothing after them in their shard takes effect. */
  readonly failed: string;
  /** What has happened takes effect minutes late. */
  readonly behind: string;
  /** Records that it could make nothing of were set aside; the others took effect. Absent: it sets none aside. */
  readonly deadLetters?: string;
}

/** Of what takes effect within seconds, this late is noticed. */
const LATE_MS = 300_000;
const PERIOD_MINUTES = 5;
/** One is one too many. */
const AT_ONCE = { breachingPeriods: 1, evaluationPeriods: 1 };
/** A database that fails over fails some batches, and none ten minutes later. */
const REPEATED = { breachingPeriods: 2, evaluationPeriods: 3 };

/**
 * The alarms of a function that streams start: NAME-failed, NAME-behind, NAME-dead-letters and NAME-given-up, a section of the
 * runbook each.
 *
 * @param name of the declared function
 */
export function streamAlarms(
  name: string,
  { failed, behind, deadLetters }: StreamImpacts,
): readonly AlarmDeclaration[] {
  const any = {
    statistic: 'sum',
    threshold: 1,
    comparison: 'greater-or-equal',
    periodMinutes: PERIOD_MINUTES,
  } as const;
  return [
    { name: `${name}-failed`, impact: failed, metric: { source: 'batches', name: 'failed' }, ...any, ...REPEATED },
    {
      name: `${name}-behind`,
      impact: behind,
      metric: { source: 'lambda', name: 'IteratorAge' },
      ...any,
      // Of all shards: one that is held up drowns in the average of those that are not.
      statistic: 'maximum',
      threshold: LATE_MS,
      comparison: 'greater',
      ...REPEATED,
    },
    ...(deadLetters === undefined
      ? []
      : [
          {
            name: `${name}-dead-letters`,
            impact: deadLetters,
            metric: { source: 'heal7', name: 'dead_letters' },
            ...any,
            ...AT_ONCE,
          } as const,
        ]),
    {
      name: `${name}-given-up`,
      impact:
        'Events whose batch failed for too long were passed over: what they change waits until they are sent again.',
      metric: { source: 'sqs', name: 'ApproximateNumberOfMessagesVisible' },
      ...any,
      statistic: 'maximum',
      ...AT_ONCE,
    },
  ];
}
