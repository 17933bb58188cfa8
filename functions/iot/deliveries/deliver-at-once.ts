import { METRICS_DIMENSIONS, METRICS_NAMESPACE } from '../../../platform/observability/embedded-metrics.ts';
import { writeLog } from '../../../platform/observability/log-sink.ts';
import { loggableError } from '../../../platform/observability/loggable-error.ts';
import type { StreamHandler } from '../../../platform/streams/stream-function.ts';
import { type DeliverDependencies, type DeliverLimits, deliverDue } from './deliver.ts';

/** Most receivers answer in a tenth of a second; what takes longer is the job's, so that the shard goes on. */
const LIMITS: DeliverLimits = { proven: true, attemptMs: 3_000, budgetMs: 4_000 };

/**
 * Sends what is due after each batch of the consumer, which has been committed by then: whatever becomes of it, the batch is
 * done, and what was not sent is the job's.
 */
export function deliverAtOnce(
  take: StreamHandler,
  dependencies: () => DeliverDependencies,
  limits: DeliverLimits = LIMITS,
): StreamHandler {
  return async (event, context) => {
    const answer = await take(event, context);
    try {
      await deliverDue(dependencies(), limits);
    } catch (error) {
      logFailure(error);
    }
    return answer;
  };
}

const METRICS = [{ Name: 'alert_delivery_failures', Unit: 'Count' }];
const DIRECTIVE = [{ Namespace: METRICS_NAMESPACE, Dimensions: METRICS_DIMENSIONS, Metrics: METRICS }];

function logFailure(error: unknown): void {
  const line = {
    _aws: { Timestamp: Date.now(), CloudWatchMetrics: DIRECTIVE },
    level: 'error',
    event: 'alert-delivery-failed',
    function: process.env.AWS_LAMBDA_FUNCTION_NAME ?? 'deliver-alerts',
    alert_delivery_failures: 1,
    error: loggableError(error),
  };
  writeLog(JSON.stringify(line));
}
