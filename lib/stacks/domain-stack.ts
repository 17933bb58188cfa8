import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
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
import type { Platform } from '../constructs/needs.ts';
import { countProblems } from '../constructs/problem-metric.ts';
import { httpFunctionName, jobFunctionName } from '../names.ts';
import type { ApiStack } from './api-stack.ts';
import type { EngineStack } from './engine-stack.ts';

export interface DomainStackProps extends StackProps {
  readonly settings: Settings;
  readonly domain: Domain;
  readonly build: Build;
  readonly engine: EngineStack;
  readonly api: ApiStack;
  readonly platform: Platform;
  readonly alarmTopic: ITopic;
}

/** All that one domain deploys, as its `domain.ts` declares it: its functions, routes, schedules and alarms. */
export class DomainStack extends Stack {
  constructor(scope: Construct, id: string, props: DomainStackProps) {
    super(scope, id, { ...props, description: props.domain.purpose });
    const { settings, domain, build, engine, api, platform, alarmTopic } = props;
    const { name, http, jobs = [] } = domain;
    const built = (functionName: string) => ({
      settings,
      domain: name,
      artifact: build.functions.get(functionName)!,
      engine: engine.layer,
      engineDigest: build.engine.digest,
      platform,
    });
    const watch = (functionName: string, { logGroup }: lambda.Function, alarms: readonly AlarmDeclaration[]) => {
      for (const alarm of alarms) {
        if (alarm.metric.source === 'problems') countProblems(this, logGroup, alarm.metric);
        const period = Duration.minutes(alarm.periodMinutes);
        const metric = functionMetric(settings.stage, functionName, alarm.metric, alarm.statistic, period);
        new Alarm(this, settings.stage, alarm, metric, alarmTopic);
      }
    };

    if (http) {
      const functionName = httpFunctionName(name);
      const { lambda: made } = new HttpFunction(this, 'Http', { ...built(functionName), declaration: http });
      new HttpRoutes(this, 'Routes', { api: api.api, lambda: made, declaration: http });
      watch(functionName, made, domain.alarms);
    }
    const made = jobs.map(declaration => {
      const functionName = jobFunctionName(name, declaration.name);
      const job = new JobFunction(this, declaration.name, { ...built(functionName), declaration });
      watch(functionName, job.lambda, declaration.alarms);
      return job;
    });
    for (const { trigger } of made) {
      trigger?.executeBefore(...made.filter(job => job.trigger === undefined));
    }
  }
}
