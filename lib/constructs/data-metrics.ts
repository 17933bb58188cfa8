import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { StageName } from '../config.ts';
import { resourceName } from '../names.ts';

const MINUTE = Duration.minutes(1);

/** Of the cluster as a whole: its volume. */
export function clusterMetric(stage: StageName, metricName: string, statistic: string, period: Duration): Metric {
  const dimensionsMap = { DBClusterIdentifier: resourceName(stage, 'database') };
  return new Metric({ namespace: 'AWS/RDS', metricName, dimensionsMap, statistic, period, label: metricName });
}

/** Of whichever server is the writer or the reader now: a failover swaps them. */
export function serverMetric(
  stage: StageName,
  role: 'writer' | 'reader',
  metricName: string,
  statistic: string,
): Metric {
  const dimensionsMap = { DBClusterIdentifier: resourceName(stage, 'database'), Role: role.toUpperCase() };
  return new Metric({ namespace: 'AWS/RDS', metricName, dimensionsMap, statistic, period: MINUTE, label: role });
}

function proxyMetric(stage: StageName, metricName: string, statistic: string): Metric {
  const dimensionsMap = { ProxyName: resourceName(stage, 'proxy') };
  return new Metric({ namespace: 'AWS/RDS', metricName, dimensionsMap, statistic, period: MINUTE, label: metricName });
}

/** Connections of the proxy's pool that are in use, in percent of those it may open. */
export function poolUse(stage: StageName): IMetric {
  return new MathExpression({
    expression: '100 * borrowed / allowed',
    label: 'pool in use, %',
    usingMetrics: {
      borrowed: proxyMetric(stage, 'DatabaseConnectionsCurrentlyBorrowed', 'sum'),
      allowed: proxyMetric(stage, 'MaxDatabaseConnectionsAllowed', 'sum'),
    },
    period: MINUTE,
  });
}

/** How long clients of the proxy waited for a connection, in microseconds. */
export function borrowLatency(stage: StageName): Metric {
  return proxyMetric(stage, 'DatabaseConnectionsBorrowLatency', 'average');
}

/** Requests to a table that DynamoDB refused for their number. */
export function throttles(stage: StageName, table: string): IMetric {
  const events = (metricName: string) =>
    new Metric({
      namespace: 'AWS/DynamoDB',
      metricName,
      dimensionsMap: { TableName: resourceName(stage, table) },
      statistic: 'sum',
      period: Duration.minutes(5),
    });
  return new MathExpression({
    expression: `FILL(${table}_reads, 0) + FILL(${table}_writes, 0)`,
    label: `${table}: throttled`,
    // A graph of several tables needs them by different names.
    usingMetrics: {
      [`${table}_reads`]: events('ReadThrottleEvents'),
      [`${table}_writes`]: events('WriteThrottleEvents'),
    },
    period: Duration.minutes(5),
  });
}
