import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';

/** A third of CloudWatch's grid, which is 24 columns wide. */
const THIRD = 8;

/** Metrics over time, from nothing up. */
export function graph(title: string, left: cloudwatch.IMetric[], region?: string): cloudwatch.GraphWidget {
  return new cloudwatch.GraphWidget({ title, left, width: THIRD, leftYAxis: { min: 0 }, ...(region && { region }) });
}
