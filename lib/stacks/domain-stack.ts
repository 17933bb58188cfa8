import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { Domain } from '../../platform/manifest/domain.ts';
import type { Build } from '../bundle.ts';
import type { Settings } from '../config.ts';
import { Alarm } from '../constructs/alarm.ts';
import { HttpFunction } from '../constructs/http-function.ts';
import { HttpRoutes } from '../constructs/http-routes.ts';
import { functionMetric } from '../constructs/metrics.ts';
import { httpFunctionName } from '../names.ts';
import type { ApiStack } from './api-stack.ts';
import type { EngineStack } from './engine-stack.ts';

export interface DomainStackProps extends StackProps {
  readonly settings: Settings;
  readonly domain: Domain;
  readonly build: Build;
  readonly engine: EngineStack;
  readonly api: ApiStack;
  readonly alarmTopic: ITopic;
}

/** All that one domain deploys, as its `domain.ts` declares it: its function, its routes, its alarms. */
export class DomainStack extends Stack {
  constructor(scope: Construct, id: string, props: DomainStackProps) {
    super(scope, id, { ...props, description: props.domain.purpose });
    const { settings, domain, build, engine, api, alarmTopic } = props;

    if (domain.http) {
      const { lambda } = new HttpFunction(this, 'Http', {
        settings,
        domain: domain.name,
        declaration: domain.http,
        artifact: build.functions.get(httpFunctionName(domain.name))!,
        engine: engine.layer,
        engineDigest: build.engine.digest,
      });
      new HttpRoutes(this, 'Routes', { api: api.api, lambda, declaration: domain.http });
    }

    for (const alarm of domain.alarms) {
      const period = Duration.minutes(alarm.periodMinutes);
      const metric = functionMetric(settings.stage, domain.name, alarm.metric, alarm.statistic, period);
      new Alarm(this, settings.stage, alarm, metric, alarmTopic);
    }
  }
}
