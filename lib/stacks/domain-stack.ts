import { Stack, type StackProps } from 'aws-cdk-lib';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { AlarmDeclaration, Domain } from '../../platform/manifest/domain.ts';
import { pipelinesOf } from '../../platform/pipelines/steps.ts';
import type { Build } from '../bundle.ts';
import type { Settings } from '../config.ts';
import { Alarm } from '../constructs/alarm.ts';
import { HttpFunction } from '../constructs/http-function.ts';
import { HttpRoutes } from '../constructs/http-routes.ts';
import { JobFunction } from '../constructs/job-function.ts';
import { alarmMetric } from '../constructs/metrics.ts';
import type { Platform } from '../constructs/needs.ts';
import { Pipeline } from '../constructs/pipeline.ts';
import { countProblems } from '../constructs/problem-metric.ts';
import { StreamFunction } from '../constructs/stream-function.ts';
import { httpFunctionName, jobFunctionName, pipelineName, streamFunctionName } from '../names.ts';
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

/** All that one domain deploys, as its `domain.ts` declares it: its functions, routes, schedules, sources, pipelines and alarms. */
export class DomainStack extends Stack {
  constructor(scope: Construct, id: string, props: DomainStackProps) {
    super(scope, id, { ...props, description: props.domain.purpose });
    const { settings, domain, build, engine, api, platform, alarmTopic } = props;
    const { name, http, jobs = [], streams = [] } = domain;
    const built = (functionName: string) => ({
      settings,
      domain: name,
      artifact: build.functions.get(functionName)!,
      engine: engine.layer,
      engineDigest: build.engine.digest,
      platform,
    });
    /** What is deployed under a name; problems are counted from its log. */
    const watch = (deployed: string, alarms: readonly AlarmDeclaration[], logGroup?: ILogGroup) => {
      for (const alarm of alarms) {
        if (alarm.metric.source === 'problems') countProblems(this, logGroup!, alarm.metric);
        new Alarm(this, settings.stage, alarm, alarmMetric(settings.stage, deployed, alarm), alarmTopic);
      }
    };

    if (http) {
      const functionName = httpFunctionName(name);
      const { lambda: made } = new HttpFunction(this, 'Http', { ...built(functionName), declaration: http });
      new HttpRoutes(this, 'Routes', { api: api.api, lambda: made, declaration: http });
      watch(functionName, domain.alarms, made.logGroup);
    }
    const made = jobs.map(declaration => {
      const functionName = jobFunctionName(name, declaration.name);
      const job = new JobFunction(this, declaration.name, { ...built(functionName), declaration });
      watch(functionName, declaration.alarms, job.lambda.logGroup);
      return job;
    });
    const started = streams.map(declaration => {
      const functionName = streamFunctionName(name, declaration.name);
      const stream = new StreamFunction(this, `${declaration.name}-stream`, { ...built(functionName), declaration });
      watch(functionName, declaration.alarms, stream.lambda.logGroup);
      return stream;
    });
    const functions = new Map(jobs.map((job, at) => [job.name, made[at]!.lambda]));
    const pipelines = pipelinesOf(domain).map(declaration => {
      const functionOf = (step: string) => functions.get(step)!;
      const pipeline = new Pipeline(this, declaration.name, { settings, declaration, functionOf });
      watch(pipelineName(name, declaration.name), declaration.alarms);
      return pipeline;
    });
    for (const { trigger } of made) {
      trigger?.executeBefore(...made.filter(job => job.trigger === undefined), ...started, ...pipelines);
    }
  }
}
