import { jobFunction } from '../../platform/jobs/job-function.ts';
import { DAY } from '../../platform/pipelines/day.ts';
import { aggregateSensorData } from './sensor-aggregation/aggregate.ts';

export const handler = jobFunction({
  name: 'aggregate-sensor-data',
  run: aggregateSensorData,
  arguments: [DAY],
  metrics: { anomalies: 'sensor_anomalies' },
});
