import type { AlarmDeclaration } from './domain.ts';

/** What users notice of each way in which a pipeline does not do its work. */
export interface PipelineImpacts {
  /** A step failed past its retries, or took too long with all of them. */
  readonly failed: string;
  /** No execution has ended well for longer than its period. */
  readonly notRun: string;
}

const MINUTES_OF_AN_HOUR = 60;

const AT_ONCE = {
  statistic: 'sum',
  threshold: 1,
  comparison: 'greater-or-equal',
  periodMinutes: 5,
  breachingPeriods: 1,
  evaluationPeriods: 1,
} as const;

/**
 * The alarms of a pipeline, by what Step Functions counts of its executions.
 *
 * @param latestAfterHours by when one has to have ended well after the one before: its period, and time for all attempts of
 * all steps. At most 168: CloudWatch looks no further back than seven days.
 */
export function pipelineAlarms(
  pipeline: string,
  latestAfterHours: number,
  { failed, notRun }: PipelineImpacts,
): readonly AlarmDeclaration[] {
  return [
    {
      name: `${pipeline}-failed`,
      impact: failed,
      metric: { source: 'states', name: 'ExecutionsFailed' },
      ...AT_ONCE,
    },
    {
      name: `${pipeline}-timed-out`,
      impact: failed,
      metric: { source: 'states', name: 'ExecutionsTimedOut' },
      ...AT_ONCE,
    },
    {
      name: `${pipeline}-not-run`,
      impact: notRun,
      metric: { source: 'states', name: 'ExecutionsSucceeded' },
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
