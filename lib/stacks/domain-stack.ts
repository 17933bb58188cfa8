import { Stack, type StackProps } from 'aws-cdk-lib';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { AlarmDeclaration, Domain } from '../../platform/manifest/domain.ts';
import { pipelinesOf } from '../../platform/pipelines/steps.ts';
import type { Build } from '../bundle.ts';
import type { Settings } from '../config.ts';
import { Alarm } from '../constructs/alarm.ts';
import { AlertTopic } from '../constructs/alert-topic.ts';
import { brokerAlarms } from '../constructs/broker-alarms.ts';
import { HttpFunction } from '../constructs/http-function.ts';
import { HttpRoutes } from '../constructs/http-routes.ts';
import { JobFunction } from '../constructs/job-function.ts';
import { MessageBroker } from '../constructs/message-broker.ts';
import { alarmMetric } from '../constructs/metrics.ts';
import type { OwnPlatform, Platform } from '../constructs/needs.ts';
import { Pipeline } from '../constructs/pipeline.ts';
import { countProblems } from '../constructs/problem-metric.ts';
import { SocketApi } from '../constructs/socket-api.ts';
import { SocketFunction } from '../constructs/socket-function.ts';
import { StreamFunction } from '../constructs/stream-function.ts';
import { functionsOf } from '../domain-functions.ts';
import {
  authorizerFunctionName,
  httpFunctionName,
  jobFunctionName,
  pipelineName,
  socketFunctionName,
  streamFunctionName,
} from '../names.ts';
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

/**
 * All that one domain deploys, as its `domain.ts` declares it: its functions, routes, schedules, sources, sockets, broker, pipelines
 * and alarms.
 */
export class DomainStack extends Stack {
  constructor(scope: Construct, id: string, props: DomainStackProps) {
    super(scope, id, { ...props, description: props.domain.purpose });
    const { settings, domain, build, engine, api, alarmTopic } = props;
    const { name, http, jobs = [], streams = [], sockets = [], mqtt } = domain;
    const built = (functionName: string, platform: Platform) => ({
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

    const brokers = (mqtt ? [mqtt] : []).map(declaration => {
      const functionName = authorizerFunctionName(name, declaration.authorizer.name);
      const broker = new MessageBroker(this, 'Broker', { ...built(functionName, props.platform), declaration });
      watch(functionName, declaration.authorizer.alarms, broker.authorizer.lambda.logGroup);
      for (const { rule, metric } of brokerAlarms(settings, declaration)) {
        new Alarm(this, settings.stage, rule, metric, alarmTopic);
      }
      return broker;
    });
    const apis = new Map(sockets.map(each => [each.name, new SocketApi(this, `${each.name}-api`, settings, each)]));
    const alerted = functionsOf(domain).some(({ alertTopic }) => alertTopic);
    const own: OwnPlatform = {
      brokerAddress: brokers[0]?.address,
      sockets: apis,
      alertTopic: alerted ? new AlertTopic(this, 'Alerts', settings.stage).topic : undefined,
    };
    const platform = { ...props.platform, own };

    const served = (http ? [http] : []).map(declaration => {
      const functionName = httpFunctionName(name);
      const made = new HttpFunction(this, 'Http', { ...built(functionName, platform), declaration });
      new HttpRoutes(this, 'Routes', { api: api.api, lambda: made.lambda, declaration });
      watch(functionName, domain.alarms, made.lambda.logGroup);
      return made;
    });
    const made = jobs.map(declaration => {
      const functionName = jobFunctionName(name, declaration.name);
      const job = new JobFunction(this, declaration.name, { ...built(functionName, platform), declaration });
      watch(functionName, declaration.alarms, job.lambda.logGroup);
      return job;
    });
    const started = streams.map(declaration => {
      const functionName = streamFunctionName(name, declaration.name);
      const stream = new StreamFunction(this, `${declaration.name}-stream`, {
        ...built(functionName, platform),
        declaration,
      });
      watch(functionName, declaration.alarms, stream.lambda.logGroup);
      return stream;
    });
    const answering = sockets.map(declaration => {
      const functionName = socketFunctionName(name, declaration.name);
      const socketApi = apis.get(declaration.name)!;
      const socket = new SocketFunction(this, `${declaration.name}-socket`, {
        ...built(functionName, platform),
        declaration,
      });
      socketApi.answerWith(socket.lambda);
      watch(functionName, declaration.alarms, socket.lambda.logGroup);
      return socket;
    });
    const functions = new Map(jobs.map((job, at) => [job.name, made[at]!.lambda]));
    const pipelines = pipelinesOf(domain).map(declaration => {
      const functionOf = (step: string) => functions.get(step)!;
      const pipeline = new Pipeline(this, declaration.name, { settings, declaration, functionOf });
      watch(pipelineName(name, declaration.name), declaration.alarms);
      return pipeline;
    });
    for (const { trigger } of made) {
      const others = made.filter(job => job.trigger === undefined);
      trigger?.executeBefore(...served, ...others, ...started, ...answering, ...pipelines);
    }
  }
}
