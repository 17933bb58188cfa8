import { Duration } from 'aws-cdk-lib';
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';

/**
 * The sum of a metric by a query of Metrics Insights: over whatever dimensions its service gives it, which AWS has added to before. A metric
 * of exact dimensions that is not sent would be an alarm that never fires.
 */
export function querySum(namespace: string, metricName: string, where = '', region?: string): MathExpression {
  return new MathExpression({
    expression: `SELECT SUM("${metricName}") FROM "${namespace}"${where && ` WHERE ${where}`}`,
    label: metricName,
    usingMetrics: {},
    period: Duration.minutes(5),
    ...(region && { searchRegion: region }),
  });
}
