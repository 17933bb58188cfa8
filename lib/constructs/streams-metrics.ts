import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { StreamName } from '../../platform/streams/streams.ts';
import type { StageName } from '../config.ts';
import { resourceName } from '../names.ts';

/** What Kinesis counts of a stream, all shards together; those of each shard are paid for, and not switched on. */
export type StreamMetricName =
  | 'IncomingRecords'
  | 'WriteProvisionedThroughputExceeded'
  | 'ReadProvisionedThroughputExceeded';

export function streamMetric(stage: StageName, stream: StreamName, metricName: StreamMetricName): Metric {
  return new Metric({
    namespace: 'AWS/Kinesis',
    metricName,
    dimensionsMap: { StreamName: resourceName(stage, stream) },
    statistic: 'sum',
    period: Duration.minutes(5),
    label: stream,
  });
}
