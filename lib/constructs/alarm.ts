import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { AlarmDeclaration } from '../../platform/manifest/domain.ts';
import type { StageName } from '../config.ts';
import { resourceName } from '../names.ts';

const { ComparisonOperator, TreatMissingData } = cloudwatch;

const OPERATORS: Readonly<Record<AlarmDeclaration['comparison'], cloudwatch.ComparisonOperator>> = {
  greater: ComparisonOperator.GREATER_THAN_THRESHOLD,
  'greater-or-equal': ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
  less: ComparisonOperator.LESS_THAN_THRESHOLD,
};

/** What an alarm is, whatever it watches. */
export type AlarmRule = Omit<AlarmDeclaration, 'metric' | 'statistic' | 'periodMinutes'>;

/** Makes an alarm that tells `topic` when it fires and when it is over, and says to whoever is woken what to do. */
export class Alarm extends cloudwatch.Alarm {
  constructor(scope: Construct, stage: StageName, rule: AlarmRule, metric: cloudwatch.IMetric, topic: ITopic) {
    super(scope, rule.name, {
      alarmName: resourceName(stage, rule.name),
      alarmDescription: `Impact: ${rule.impact} Runbook: docs/runbook.md#${rule.name}`,
      metric,
      threshold: rule.threshold,
      comparisonOperator: OPERATORS[rule.comparison],
      evaluationPeriods: rule.evaluationPeriods,
      datapointsToAlarm: rule.breachingPeriods,
      // No data mostly means no requests, and nobody is hurt by that.
      treatMissingData: rule.silenceBreaches ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    const tell = new SnsAction(topic);
    this.addAlarmAction(tell);
    this.addOkAction(tell);
  }
}
