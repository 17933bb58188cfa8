import type { IMetric, IWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { Domain, MqttDeclaration } from '../../platform/manifest/domain.ts';
import type { Settings } from '../config.ts';
import { authorizerFunctionName, socketFunctionName, timestreamNames } from '../names.ts';
import { brokerMetric, ruleMetric, undeliveredMessages } from './broker-metrics.ts';
import { graph } from './graph.ts';
import { deployedMetric } from './metrics.ts';
import { querySum } from './query-metric.ts';

/** Rows of what has to do with devices, in the domains that have any: the broker, live feeds, raw history. */
export function deviceWidgets(settings: Settings, domains: readonly Domain[]): readonly IWidget[][] {
  return domains.flatMap(domain => [
    ...(domain.mqtt ? [brokerWidgets(settings, domain.name, domain.mqtt)] : []),
    ...(domain.sockets ?? []).map(({ name }) => socketWidgets(settings, domain.name, name)),
    ...(domain.mqtt && settings.timeseries.store === 'timestream'
      ? [timestreamWidgets(settings, settings.timeseries.region)]
      : []),
  ]);
}

function brokerWidgets({ stage }: Settings, domain: string, { rules, authorizer }: MqttDeclaration): IWidget[] {
  const ofRules = (name: 'Success' | 'Failure', what: string) =>
    rules.map(rule => ruleMetric(stage, rule, name).with({ label: `${rule.kind}${what}` }));
  const asked = (name: 'Invocations' | 'Errors') =>
    deployedMetric(stage, authorizerFunctionName(domain, authorizer.name), { source: 'lambda', name }, 'sum');
  return [
    graph('Devices: connections', [
      asked('Invocations'),
      asked('Errors'),
      ...broker('Connect.Success', 'Connect.AuthError'),
    ]),
    graph('Devices: messages put into the stream', ofRules('Success', '')),
    graph('Devices: messages refused and not delivered', [
      ...ofRules('Failure', ': not put'),
      undeliveredMessages(stage),
      ...broker('PublishIn.AuthError', 'PublishIn.Throttle', 'Connect.Throttle'),
    ]),
  ];
}

function broker(...names: readonly Parameters<typeof brokerMetric>[0][]): IMetric[] {
  return names.map(brokerMetric);
}

/** The API is told by its stage's name, which no other has: its id is made when it is deployed, after this dashboard. */
function socketWidgets({ stage }: Settings, domain: string, name: string): IWidget[] {
  const ofApi = (metricName: string) => querySum('AWS/ApiGateway', metricName, `Stage = '${stage}'`);
  const metric = (of: 'Errors' | 'Throttles') =>
    deployedMetric(stage, socketFunctionName(domain, name), { source: 'lambda', name: of }, 'sum');
  return [
    graph(`${name}: connections opened`, [ofApi('ConnectCount')]),
    graph(`${name}: messages`, [ofApi('MessageCount')]),
    graph(`${name}: refused and failed`, [
      ...['ClientError', 'ExecutionError', 'IntegrationError'].map(ofApi),
      metric('Errors'),
      metric('Throttles'),
    ]),
  ];
}

function timestreamWidgets({ stage }: Settings, region: string): IWidget[] {
  const { database } = timestreamNames(stage);
  // Counted by operation alone, whatever the database (https://docs.aws.amazon.com/timestream/latest/developerguide/metrics-dimensions.html).
  const ofAccount = (metricName: string) => querySum('AWS/Timestream', metricName, '', region);
  const refused = querySum(
    'AWS/Timestream',
    'MagneticStoreRejectedRecordCount',
    `DatabaseName = '${database}'`,
    region,
  );
  return [
    graph('Timestream, all of the account: calls that failed', ['UserErrors', 'SystemErrors'].map(ofAccount), region),
    graph('Timestream: late records refused', [refused], region),
    graph('Timestream, all of the account: bytes metered', [ofAccount('CumulativeBytesMetered')], region),
  ];
}
