import { jobFunction } from '../../platform/jobs/job-function.ts';
import { attemptFromEnvironment, deliveringDatabaseFromEnvironment } from './deliveries/dependencies.ts';
import { retryDeliveries } from './deliveries/retry-deliveries.ts';

export const handler = jobFunction({
  name: 'retry-alert-deliveries',
  run: retryDeliveries(attemptFromEnvironment),
  metrics: { overdue: 'alert_deliveries_overdue', disabled: 'webhooks_disabled' },
  database: deliveringDatabaseFromEnvironment,
});
