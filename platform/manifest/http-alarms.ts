import type { AlarmDeclaration } from './domain.ts';

/** What users notice of each kind of failure. */
export interface Impacts {
  /** The function itself fails: it crashes, or does not answer in time. */
  readonly errors: string;
  /** It answers, with our own fault. */
  readonly faults: string;
  /** It may not run more copies at once. */
  readonly throttles: string;
}

const PERIOD_MINUTES = 5;
/** One is one too many. */
const AT_ONCE = { breachingPeriods: 1, evaluationPeriods: 1 };
/** A fault in two of three periods is no chance hit. */
const REPEATED = { breachingPeriods: 2, evaluationPeriods: 3 };

/** The alarms of every function that answers requests. */
export function httpAlarms(domain: string, { errors, faults, throttles }: Impacts): readonly AlarmDeclaration[] {
  const any = {
    statistic: 'sum',
    threshold: 1,
    comparison: 'greater-or-equal',
    periodMinutes: PERIOD_MINUTES,
  } as const;
  return [
    { name: `${domain}-errors`, impact: errors, metric: { source: 'lambda', name: 'Errors' }, ...any, ...AT_ONCE },
    { name: `${domain}-5xx`, impact: faults, metric: { source: 'heal7', name: 'http_5xx' }, ...any, ...REPEATED },
    {
      name: `${domain}-throttles`,
      impact: throttles,
      metric: { source: 'lambda', name: 'Throttles' },
      ...any,
      ...AT_ONCE,
    },
  ];
}
