import { consumerFunction } from '../../platform/events/consumer-function.ts';
import { stopwatch } from '../../platform/observability/stopwatch.ts';
import { deliverAlerts } from './deliveries/consumer.ts';
import { deliverAtOnce } from './deliveries/deliver-at-once.ts';
import { attemptFromEnvironment, deliveringDatabaseFromEnvironment } from './deliveries/dependencies.ts';

export const handler = deliverAtOnce(consumerFunction(deliverAlerts), () => ({
  database: deliveringDatabaseFromEnvironment(),
  attempt: attemptFromEnvironment(),
  now: () => new Date(),
  stopwatch,
  random: Math.random,
}));
