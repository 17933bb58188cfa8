import type { HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { Domain } from '../../platform/manifest/domain.ts';
import type { StageName } from '../config.ts';
import { resourceName } from '../names.ts';
import { functionMetric } from './metrics.ts';

/** CloudWatch's grid is 24 columns wide. */
const third = 8;
const whole = 24;

export interface DashboardProps {
  readonly stage: StageName;
  readonly api: HttpStage;
  readonly domains: readonly Domain[];
  /** Names of every alarm of the stage, without its prefix. */
  readonly alarms: readonly string[];
}

/** One page from the outside in: what fires, what callers see, then each domain's function. */
export class Dashboard extends cloudwatch.Dashboard {
  constructor(scope: Construct, id: string, { stage, api, domains, alarms: names }: DashboardProps) {
    super(scope, id, { dashboardName: resourceName(stage, 'overview') });
    const alarms = names.map(name => cloudwatch.Alarm.fromAlarmName(this, name, resourceName(stage, name)));
    this.addWidgets(new cloudwatch.AlarmStatusWidget({ title: 'Alarms', width: whole, alarms }));
    this.addWidgets(...apiWidgets(api));
    for (const domain of domains) {
      if (domain.http) this.addWidgets(...functionWidgets(stage, domain));
    }
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
  const own = domain.alarms.filter(({ metric }) => metric.source === 'heal7');
  return [
    graph(`${name}: calls`, [
      functionMetric(stage, name, { source: 'lambda', name: 'Invocations' }, 'sum'),
      functionMetric(stage, name, { source: 'lambda', name: 'ConcurrentExecutions' }, 'maximum'),
    ]),
    graph(`${name}: errors and throttles`, [
      functionMetric(stage, name, { source: 'lambda', name: 'Errors' }, 'sum'),
      functionMetric(stage, name, { source: 'lambda', name: 'Throttles' }, 'sum'),
    ]),
    graph(`${name}: duration, ms`, [
      functionMetric(stage, name, { source: 'lambda', name: 'Duration' }, 'p50'),
      functionMetric(stage, name, { source: 'lambda', name: 'Duration' }, 'p95'),
      ...own.map(({ metric, statistic }) => functionMetric(stage, name, metric, statistic)),
    ]),
  ];
}

function graph(title: string, left: cloudwatch.IMetric[]): cloudwatch.GraphWidget {
  return new cloudwatch.GraphWidget({ title, left, width: third, leftYAxis: { min: 0 } });
}
