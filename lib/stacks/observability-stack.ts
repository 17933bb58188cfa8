import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { Domain } from '../../platform/manifest/domain.ts';
import type { Settings } from '../config.ts';
import { Alarm, type AlarmRule } from '../constructs/alarm.ts';
import { AlarmTopic } from '../constructs/alarm-topic.ts';
import { brokerAlarms } from '../constructs/broker-alarms.ts';
import { Dashboard } from '../constructs/dashboard.ts';
import { dataAlarms } from '../constructs/data-alarms.ts';
import { streamsAlarms } from '../constructs/streams-alarms.ts';
import { functionsOf } from '../domain-functions.ts';
import type { ApiStack } from './api-stack.ts';

const apiFailures: AlarmRule = {
  name: 'api-5xx',
  impact: 'Callers get errors in place of charts and calendars, whatever the domain.',
  // A share, three minutes in five: 1 % at noon is an outage, one failure among the few requests of a night is not.
  threshold: 0.01,
  comparison: 'greater',
  breachingPeriods: 3,
  evaluationPeriods: 5,
};

export interface ObservabilityStackProps extends StackProps {
  readonly settings: Settings;
  readonly domains: readonly Domain[];
  readonly api: ApiStack;
}

/**
 * Who is told, the alarms of what is shared, and the dashboard.
 * The stacks of the data and of the domains come after this one (they tell its topic), so the dashboard knows them by
 * name only.
 */
export class ObservabilityStack extends Stack {
  readonly alarmTopic: ITopic;

  constructor(scope: Construct, id: string, props: ObservabilityStackProps) {
    super(scope, id, props);
    const { settings, domains, api } = props;
    this.alarmTopic = new AlarmTopic(this, 'Alarms', settings).topic;

    const failures = api.stage.metricServerError({ statistic: 'average', period: Duration.minutes(1) });
    new Alarm(this, settings.stage, apiFailures, failures, this.alarmTopic);

    const alarms = [
      apiFailures,
      ...[...dataAlarms(settings), ...streamsAlarms(settings)].map(({ rule }) => rule),
      ...domains.flatMap(domain => [
        ...[...functionsOf(domain), ...(domain.pipelines ?? [])].flatMap(each => each.alarms),
        ...(domain.mqtt ? brokerAlarms(settings, domain.mqtt).map(({ rule }) => rule) : []),
      ]),
    ];
    new Dashboard(this, 'Dashboard', {
      settings,
      api: api.stage,
      domains,
      alarms: alarms.map(({ name }) => name),
    });
  }
}
