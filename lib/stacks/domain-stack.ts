import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { AlarmDeclaration, Domain } from '../../platform/manifest/domain.ts';
import type { Build } from '../bundle.ts';
import type { Settings } from '../config.ts';
import { Alarm } from '../constructs/alarm.ts';
import { HttpFunction } from '../constructs/http-function.ts';
import { HttpRoutes } from '../constructs/http-routes.ts';
import { JobFunction } from '../constructs/job-function.ts';
import { functionMetric } from '../constructs/metrics.ts';
import { httpFunctionName, jobFunctionName } from '../names.ts';
import type { ApiStack } from './api-stack.ts';
import type { DataStack } from './data-stack.ts';
import type { EngineStack } from './engine-stack.ts';
import type { NetworkStack } from './network-stack.ts';

export interface DomainStackProps extends StackProps {
  readonly settings: Settings;
  readonly domain: Domain;
  readonly build: Build;
  readonly engine: EngineStack;
  readonly api: ApiStack;
  readonly network: NetworkStack;
  readonly data: DataStack;
  readonly alarmTopic: ITopic;
}

/** All that one domain deploys, as its `domain.ts` declares it: its functions, routes, schedules and alarms. */
export class DomainStack extends Stack {
  constructor(scope: Construct, id: string, props: DomainStackProps) {
    super(scope, id, { ...props, description: props.domain.purpose });
    const { settings, domain, build, engine, api, network, data, alarmTopic } = props;
    const { name, http, jobs = [] } = domain;
    const built = (functionName: string) => ({
      settings,
      domain: name,
      artifact: build.functions.get(functionName)!,
      engine: engine.layer,
      engineDigest: build.engine.digest,
    });
    const watch = (functionName: string, alarms: readonly AlarmDeclaration[]) => {
      for (const alarm of alarms) {
        const period = Duration.minutes(alarm.periodMinutes);
        const metric = functionMetric(settings.stage, functionName, alarm.metric, alarm.statistic, period);
        new Alarm(this, settings.stage, alarm, metric, alarmTopic);
      }
    };

    if (http) {
      const functionName = httpFunctionName(name);
      const { lambda } = new HttpFunction(this, 'Http', { ...built(functionName), declaration: http });
      new HttpRoutes(this, 'Routes', { api: api.api, lambda, declaration: http });
      watch(functionName, domain.alarms);
    }
    const made = jobs.map(declaration => {
      const functionName = jobFunctionName(name, declaration.name);
      watch(functionName, declaration.alarms);
      return new JobFunction(this, declaration.name, { ...built(functionName), declaration, network, data });
    });
    for (const { trigger } of made) {
      trigger?.executeBefore(...made.filter(job => job.trigger === undefined));
    }
  }
}
