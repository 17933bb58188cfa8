import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Settings } from '../config.ts';
import { removalPolicy } from './removal-policy.ts';

/** A log group that keeps its lines as long as the stage says (the retention is a number CloudWatch accepts). */
export function stageLogGroup(scope: Construct, id: string, { logs }: Settings, logGroupName: string): LogGroup {
  return new LogGroup(scope, id, {
    logGroupName,
    retention: logs.retentionDays,
    removalPolicy: removalPolicy(logs.keepAfterDeletion),
  });
}
