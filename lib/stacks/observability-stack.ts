import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { Domain } from '../../platform/manifest/domain.ts';
import type { Settings } from '../config.ts';
import { Alarm } from '../constructs/alarm.ts';
import { AlarmTopic } from '../constructs/alarm-topic.ts';
import { Dashboard } from '../constructs/dashboard.ts';
import type { ApiStack } from './api-stack.ts';

/**
 * Who is told, the alarms of what is shared, and the dashboard.
 * The domains' stacks come after this one (they tell its topic), so the dashboard knows them by name only.
 */
export class ObservabilityStack extends Stack {
  readonly alarmTopic: ITopic;

  constructor(
    scope: Construct,
    id: string,
    settings: Settings,
    { stage }: ApiStack,
    domains: readonly Domain[],
    props: StackProps,
  ) {
    super(scope, id, props);
    this.alarmTopic = new AlarmTopic(this, 'Alarms', settings).topic;
    new Alarm(
      this,
      settings.stage,
      {
        name: 'api-5xx',
        impact: 'Callers get errors in place of charts and calendars, whatever the domain.',
        // The share of requests, so that one failure at night is not an outage and 1 % at noon is.
        threshold: 0.01,
        comparison: 'greater',
        breachingPeriods: 3,
        evaluationPeriods: 5,
      },
      stage.metricServerError({ statistic: 'average', period: Duration.minutes(1) }),
      this.alarmTopic,
    );
    new Dashboard(this, 'Dashboard', settings.stage, stage, domains);
  }
}
