import type { Settings } from '../../lib/config.ts';
import type { Needs } from '../../platform/manifest/domain.ts';

/** What a function is let do for devices: `action resource`, the resource by what `deviceResource` calls it. */
export function deviceAllowances(needs: Needs, { timeseries }: Settings): readonly string[] {
  const { mqtt, sockets, timestream, alertTopic } = needs;
  const history = timeseries.store === 'timestream' ? timestream : undefined;
  return [
    ...(mqtt ? ['iot:DeleteConnection client', 'iot:Publish config', 'iot:RetainPublish config'] : []),
    ...(sockets ? ['POST', 'DELETE'].map(method => `execute-api:ManageConnections ${method}`) : []),
    ...(history === 'read' ? ['timestream:Select readings'] : []),
    ...(history === 'write'
      ? ['s3:GetBucketAcl reports', 's3:PutObject reports/*', 'timestream:WriteRecords readings']
      : []),
    ...(alertTopic ? ['sns:Publish Alerts'] : []),
  ];
}

/** Variables by which it finds them. */
export function deviceVariables(needs: Needs, { timeseries }: Settings): readonly string[] {
  const { database, mqtt, sockets, socketAddress, timestream, alertTopic } = needs;
  return [
    ...(mqtt ? ['IOT_DATA_ENDPOINT', 'MQTT_ENDPOINT', 'MQTT_RULES_STAGE'] : []),
    ...(socketAddress ? ['LIVE_URL'] : []),
    ...(sockets ? ['SOCKET_ENDPOINT'] : []),
    ...(database || timestream ? ['HEAL7_TIMESERIES'] : []),
    ...(timestream && timeseries.store === 'timestream'
      ? ['HEAL7_TIMESTREAM_DATABASE', 'HEAL7_TIMESTREAM_REGION', 'HEAL7_TIMESTREAM_TABLE']
      : []),
    ...(alertTopic ? ['HEAL7_ALERT_TOPIC'] : []),
  ];
}

/** Whether it asks what has no way inside the network. */
export function asksOutside({ mqtt, sockets, timestream, alertTopic }: Needs, { timeseries }: Settings): boolean {
  return Boolean(mqtt ?? sockets ?? alertTopic) || (timestream !== undefined && timeseries.store === 'timestream');
}

const RESOURCES: readonly (readonly [RegExp, string])[] = [
  [/:topic\/devices\/\*\/config"/, 'config'],
  [/:client\/\*"/, 'client'],
  [/\/POST\/@connections\/\*"/, 'POST'],
  [/\/DELETE\/@connections\/\*"/, 'DELETE'],
  [/:database\/heal7-\w+-devices\/table\/readings"/, 'readings'],
  [/-timestream-reports-/, 'reports'],
  [/"Ref":"AlertsTopic\w+"/, 'Alerts'],
];

/** What a resource of these is called, as JSON of the template. */
export function deviceResource(text: string): string | undefined {
  const name = RESOURCES.find(([pattern]) => pattern.test(text))?.[1];
  return name === 'reports' && text.includes('"/*"') ? 'reports/*' : name;
}
