import { METRICS_DIMENSIONS, METRICS_NAMESPACE } from './embedded-metrics.ts';

/** A projection that was built again. */
export interface RebuildRecord {
  readonly function: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly projection: string;
  readonly events: number;
  /** Events that it made nothing of. */
  readonly unapplied: number;
  /** Of what was read until then, and of what was built, of the same events. */
  readonly checksums: { readonly live: string; readonly rebuilt: string };
  readonly verdict: 'same' | 'different' | 'not comparable';
  /** Rows that were not as they had to be. */
  readonly changedRows: number;
  /** Dead letters that have taken effect by it. */
  readonly settledDeadLetters: number;
}

const METRICS = [
  { Name: 'projection_rebuilds', Unit: 'Count' },
  /** What was read until then was not what follows from events. */
  { Name: 'projection_differences', Unit: 'Count' },
];
const DIRECTIVE = [{ Namespace: METRICS_NAMESPACE, Dimensions: METRICS_DIMENSIONS, Metrics: METRICS }];

/** Its log line, which is its metrics too (CloudWatch embedded metric format). */
export function rebuildLine({ function: name, at, ...rebuild }: RebuildRecord): string {
  const isDifferent = rebuild.verdict === 'different';
  return JSON.stringify({
    _aws: { Timestamp: at, CloudWatchMetrics: DIRECTIVE },
    level: isDifferent ? 'error' : 'info',
    event: 'projection-rebuilt',
    function: name,
    ...rebuild,
    projection_rebuilds: 1,
    projection_differences: isDifferent ? 1 : 0,
  });
}
