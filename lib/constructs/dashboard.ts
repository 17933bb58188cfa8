import { Duration } from 'aws-cdk-lib';
import type { HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { tables } from '../../platform/dynamodb/tables.ts';
import type { Domain } from '../../platform/manifest/domain.ts';
import { streamNames } from '../../platform/streams/streams.ts';
import type { Settings, StageName } from '../config.ts';
import { httpFunctionName, jobFunctionName, pipelineName, resourceName, streamFunctionName } from '../names.ts';
import { borrowLatency, poolUse, serverMetric, throttles } from './data-metrics.ts';
import { deviceWidgets } from './device-widgets.ts';
import { graph } from './graph.ts';
import {
  alarmMetric,
  deployedMetric,
  type ExecutionMetricName,
  failedBatches,
  type Statistic,
  type WatchedMetric,
} from './metrics.ts';
import { type StreamMetricName, streamMetric } from './streams-metrics.ts';

/** CloudWatch's grid is 24 columns wide. */
const whole = 24;

/** That one widget shows. */
const MOST_ALARMS = 100;

export interface DashboardProps {
  readonly settings: Settings;
  readonly api: HttpStage;
  readonly domains: readonly Domain[];
  /** Names of every alarm of the stage, without its prefix. */
  readonly alarms: readonly string[];
}

/** One page from the outside in: what fires, what callers see, each domain's function, jobs, streams, and what keeps data. */
export class Dashboard extends cloudwatch.Dashboard {
  constructor(scope: Construct, id: string, { settings, api, domains, alarms: names }: DashboardProps) {
    const { stage } = settings;
    super(scope, id, { dashboardName: resourceName(stage, 'overview') });
    const alarms = names.map(name => cloudwatch.Alarm.fromAlarmName(this, name, resourceName(stage, name)));
    for (let from = 0; from < alarms.length; from += MOST_ALARMS) {
      const shown = alarms.slice(from, from + MOST_ALARMS);
      const title = from === 0 ? 'Alarms' : 'More alarms';
      this.addWidgets(new cloudwatch.AlarmStatusWidget({ title, width: whole, alarms: shown }));
    }
    this.addWidgets(...apiWidgets(api));
    for (const domain of domains) {
      if (domain.http) this.addWidgets(...functionWidgets(stage, domain));
    }
    this.addWidgets(...jobWidgets(stage, domains));
    this.addWidgets(...pipelineWidgets(stage, domains));
    this.addWidgets(...streamWidgets(stage));
    this.addWidgets(...consumerWidgets(stage, domains));
    for (const widgets of deviceWidgets(settings, domains)) this.addWidgets(...widgets);
    this.addWidgets(...databaseWidgets(stage));
    this.addWidgets(...connectionWidgets(stage));
  }
}

function apiWidgets(api: HttpStage): cloudwatch.IWidget[] {
  return [
    graph('Requests', [api.metricCount({ label: 'all' })]),
    graph('Requests refused and failed', [
      api.metricClientError({ label: '4xx' }),
      api.metricServerError({ label: '5xx' }),
    ]),
    graph('Latency for callers, ms', [
      api.metricLatency({ statistic: 'p50', label: 'p50' }),
      api.metricLatency({ statistic: 'p95', label: 'p95' }),
    ]),
  ];
}

function functionWidgets(stage: StageName, domain: Domain): cloudwatch.IWidget[] {
  const { name } = domain;
  const metric = (watched: WatchedMetric, statistic: Statistic) =>
    deployedMetric(stage, httpFunctionName(name), watched, statistic);
  const own = domain.alarms.filter(({ metric }) => metric.source !== 'lambda');
  const graphed = (isCount: boolean) =>
    own
      .filter(({ statistic }) => (statistic === 'sum') === isCount)
      .map(each => alarmMetric(stage, httpFunctionName(name), each));
  return [
    graph(`${name}: calls`, [
      metric({ source: 'lambda', name: 'Invocations' }, 'sum'),
      metric({ source: 'lambda', name: 'ConcurrentExecutions' }, 'maximum'),
    ]),
    graph(`${name}: errors, throttles and what alarms count`, [
      metric({ source: 'lambda', name: 'Errors' }, 'sum'),
      metric({ source: 'lambda', name: 'Throttles' }, 'sum'),
      ...graphed(true),
    ]),
    graph(`${name}: duration, ms`, [
      metric({ source: 'lambda', name: 'Duration' }, 'p50'),
      metric({ source: 'lambda', name: 'Duration' }, 'p95'),
      ...graphed(false),
    ]),
  ];
}

/** All jobs in one row, by the hour. */
function jobWidgets(stage: StageName, domains: readonly Domain[]): cloudwatch.IWidget[] {
  const jobs = domains.flatMap(domain => (domain.jobs ?? []).map(job => ({ domain: domain.name, job: job.name })));
  const ofAll = (name: string, statistic: 'sum' | 'maximum') =>
    jobs.map(({ domain, job }) =>
      deployedMetric(stage, jobFunctionName(domain, job), { source: 'heal7', name }, statistic, Duration.hours(1)).with(
        {
          label: job,
        },
      ),
    );
  return [
    graph('Jobs: runs that ended well', ofAll('job_runs', 'sum')),
    graph('Jobs: attempts that failed', ofAll('job_failures', 'sum')),
    graph('Jobs: duration, ms', ofAll('job_duration', 'maximum')),
  ];
}

/** All pipelines in one row: as Step Functions counts their executions. */
function pipelineWidgets(stage: StageName, domains: readonly Domain[]): cloudwatch.IWidget[] {
  const pipelines = domains.flatMap(domain =>
    (domain.pipelines ?? []).map(({ name }) => ({ domain: domain.name, name })),
  );
  const ofAll = (name: ExecutionMetricName, statistic: 'sum' | 'maximum') =>
    pipelines.map(({ domain, name: pipeline }) =>
      deployedMetric(
        stage,
        pipelineName(domain, pipeline),
        { source: 'states', name },
        statistic,
        Duration.hours(1),
      ).with({
        label: `${pipeline}: ${name}`,
      }),
    );
  return [
    graph('Pipelines: executions that ended well', ofAll('ExecutionsSucceeded', 'sum')),
    graph('Pipelines: executions that did not', [
      ...ofAll('ExecutionsFailed', 'sum'),
      ...ofAll('ExecutionsTimedOut', 'sum'),
    ]),
    graph('Pipelines: duration, ms', ofAll('ExecutionTime', 'maximum')),
  ];
}

function streamWidgets(stage: StageName): cloudwatch.IWidget[] {
  const ofAll = (name: StreamMetricName) => streamNames.map(stream => streamMetric(stage, stream, name));
  return [
    graph('Streams: records put', ofAll('IncomingRecords')),
    graph('Streams: records refused for their number', ofAll('WriteProvisionedThroughputExceeded')),
    graph('Streams: reads refused for their number', ofAll('ReadProvisionedThroughputExceeded')),
  ];
}

/** All functions that streams start in one row. */
function consumerWidgets(stage: StageName, domains: readonly Domain[]): cloudwatch.IWidget[] {
  const consumers = domains.flatMap(domain =>
    (domain.streams ?? []).map(({ name }) => ({ domain: domain.name, name })),
  );
  const ofAll = (metric: WatchedMetric, statistic: Statistic, what = '') =>
    consumers.map(({ domain, name }) =>
      deployedMetric(stage, streamFunctionName(domain, name), metric, statistic).with({ label: `${name}${what}` }),
    );
  return [
    graph('Consumers: behind, ms', ofAll({ source: 'lambda', name: 'IteratorAge' }, 'maximum')),
    graph('Consumers: records handed over', ofAll({ source: 'heal7', name: 'stream_records' }, 'sum')),
    graph('Consumers: batches that failed, records set aside', [
      ...consumers.map(({ domain, name }) => failedBatches(stage, streamFunctionName(domain, name))),
      ...ofAll({ source: 'heal7', name: 'dead_letters' }, 'sum', ': set aside'),
    ]),
  ];
}

function databaseWidgets(stage: StageName): cloudwatch.IWidget[] {
  const ofBoth = (metricName: string) => [
    serverMetric(stage, 'writer', metricName, 'maximum'),
    serverMetric(stage, 'reader', metricName, 'maximum'),
  ];
  return [
    graph('Database: capacity in use, %', ofBoth('ACUUtilization')),
    graph('Database: connections', ofBoth('DatabaseConnections')),
    graph('Database: lag of the reader, ms', [serverMetric(stage, 'reader', 'AuroraReplicaLag', 'maximum')]),
  ];
}

function connectionWidgets(stage: StageName): cloudwatch.IWidget[] {
  return [
    graph('Proxy: pool in use, %', [poolUse(stage)]),
    graph('Proxy: wait for a connection, µs', [borrowLatency(stage)]),
    graph(
      'Tables: requests throttled',
      tables.map(({ name }) => throttles(stage, name)),
    ),
  ];
}
