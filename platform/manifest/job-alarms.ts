import type { AlarmDeclaration } from './domain.ts';

/** What users notice of each way in which a job does not do its work. */
export interface JobImpacts {
  /** A run failed, and so did its retries. */
  readonly failed: string;
  /** No run has ended well for longer than its period. */
  readonly notRun: string;
}

const MINUTES_OF_AN_HOUR = 60;

/**
 * The alarms of a scheduled job.
 *
 * @param latestAfterHours by when a run has to have ended well after the one before: its period, and time for retries.
 * At most 168: CloudWatch looks no further back than seven days.
 */
export function jobAlarms(
  job: string,
  latestAfterHours: number,
  { failed, notRun }: JobImpacts,
): readonly AlarmDeclaration[] {
  return [
    {
      name: `${job}-failed`,
      impact: failed,
      // Counted when Lambda gives up, after its retries: an attempt that fails at a lock held by others is no news.
      metric: { source: 'lambda', name: 'AsyncEventsDropped' },
      statistic: 'sum',
      threshold: 1,
      comparison: 'greater-or-equal',
      periodMinutes: 5,
      breachingPeriods: 1,
      evaluationPeriods: 1,
    },
    {
      name: `${job}-not-run`,
      impact: notRun,
      metric: { source: 'heal7', name: 'job_runs' },
      statistic: 'sum',
      threshold: 1,
      comparison: 'less',
      silenceBreaches: true,
      // By the hour, since days of CloudWatch begin in UTC.
      periodMinutes: MINUTES_OF_AN_HOUR,
      breachingPeriods: latestAfterHours,
      evaluationPeriods: latestAfterHours,
    },
  ];
}
