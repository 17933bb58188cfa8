import { jobFunction } from '../../platform/jobs/job-function.ts';
import { aggregateSensorData } from './sensor-aggregation/aggregate.ts';

export const handler = jobFunction({
  name: 'aggregate-sensor-data',
  run: aggregateSensorData,
  metrics: { anomalies: 'sensor_anomalies' },
});
