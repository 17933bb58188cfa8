import { jobFunction } from '../../platform/jobs/job-function.ts';
import { relayEvents } from './relay-events.ts';

export const handler = jobFunction({
  name: 'relay-events',
  run: relayEvents(),
  metrics: { waiting: 'relay_waiting_events', lagSeconds: 'relay_lag_seconds' },
});
