import { Aws, Stack } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Needs } from '../../platform/manifest/domain.ts';
import { deviceTopics } from '../../platform/mqtt/topics.ts';
import type { Settings } from '../config.ts';
import { timestreamNames } from '../names.ts';
import { timestreamReportsBucket } from '../stacks/timestream-stack.ts';
import { allow, allowAny } from './allow.ts';
import type { OwnPlatform, Platform } from './needs.ts';
import type { SocketApi } from './socket-api.ts';

/** What spells topics of devices: their rules have the stage in their names. */
export function rulesEnvironment({ stage }: Settings): Readonly<Record<string, string>> {
  return { MQTT_RULES_STAGE: stage };
}

/** Environment variables of what functions need for devices: the broker, live feeds, raw history, alerts. */
export function deviceEnvironment(needs: Needs, settings: Settings, { own }: Platform): Record<string, string> {
  const { timeseries } = settings;
  const socket = socketOf(needs, own);
  const address = needs.socketAddress;
  return {
    ...(needs.mqtt && {
      MQTT_ENDPOINT: found(own?.brokerAddress, 'a broker'),
      // The one of the region, which knows the account by who signs.
      IOT_DATA_ENDPOINT: `https://data-ats.iot.${settings.region}.amazonaws.com`,
      ...rulesEnvironment(settings),
    }),
    ...(socket && { SOCKET_ENDPOINT: socket.callbackUrl }),
    ...(address !== undefined && { LIVE_URL: socketNamed(address, own).url }),
    // Says how long the database keeps raw readings, too.
    ...((needs.database || needs.timestream) && { HEAL7_TIMESERIES: timeseries.store }),
    ...(needs.timestream && timeseries.store === 'timestream' && timestreamEnvironment(timeseries.region, settings)),
    ...(needs.alertTopic && { HEAL7_ALERT_TOPIC: found(own?.alertTopic, 'a topic of alerts').topicArn }),
  };
}

function timestreamEnvironment(region: string, { stage }: Settings): Record<string, string> {
  const { database, table } = timestreamNames(stage);
  return { HEAL7_TIMESTREAM_REGION: region, HEAL7_TIMESTREAM_DATABASE: database, HEAL7_TIMESTREAM_TABLE: table };
}

/**
 * Whether a function asks services that have no way inside the network: the broker's HTTP interface, connections of WebSocket APIs, SNS, and
 * Timestream in another region. All of them together go out by the gateway that is there anyway (docs/adr/0070-devices-on-iot-core.md).
 */
export function asksDeviceServices(
  { mqtt, sockets, timestream, alertTopic }: Needs,
  { timeseries }: Settings,
): boolean {
  return [mqtt, sockets, alertTopic, timeseries.store === 'timestream' && timestream].some(Boolean);
}

/** Lets a function do what it needs for devices. */
export function grantDeviceNeeds(role: iam.IRole, needs: Needs, settings: Settings, { own }: Platform): void {
  const { timeseries } = settings;
  const stack = Stack.of(role);
  if (needs.mqtt) {
    const iot = (resource: string, resourceName: string) => stack.formatArn({ service: 'iot', resource, resourceName });
    const settingsTopics = iot('topic', deviceTopics('*').config);
    const why =
      'Any device is told its settings, by its own topic for them; it is cut off, as a client by its id, when it is retired.';
    allowAny(role, ['iot:Publish', 'iot:RetainPublish'], settingsTopics, why);
    allowAny(role, ['iot:DeleteConnection'], iot('client', '*'), why);
  }
  const socket = socketOf(needs, own);
  if (socket) {
    const { stage, api } = socket;
    for (const method of ['DELETE', 'POST']) {
      const resourceName = `${stage.stageName}/${method}/@connections/*`;
      const arn = stack.formatArn({ service: 'execute-api', resource: api.apiId, resourceName });
      const why = 'Connections come and go: each has an id that API Gateway makes up.';
      allowAny(role, ['execute-api:ManageConnections'], arn, why);
    }
  }
  if (needs.timestream && timeseries.store === 'timestream') {
    grantTimestream(role, needs.timestream, timeseries.region, settings);
  }
  if (needs.alertTopic) allow(role, ['sns:Publish'], found(own?.alertTopic, 'a topic of alerts').topicArn);
}

const TIMESTREAM_ACTIONS = { read: ['timestream:Select'], write: ['timestream:WriteRecords'] } as const;

function grantTimestream(role: iam.IRole, use: 'read' | 'write', region: string, { stage }: Settings): void {
  const stack = Stack.of(role);
  const { database, table } = timestreamNames(stage);
  const resourceName = `${database}/table/${table}`;
  const arn = stack.formatArn({ service: 'timestream', region, resource: 'database', resourceName });
  allow(role, TIMESTREAM_ACTIONS[use], arn);
  const why = 'Which endpoint of Timestream is the account’s is asked before anything else, and is no resource of IAM.';
  allowAny(role, ['timestream:DescribeEndpoints'], '*', why);
  if (use === 'read') return;
  // Of late records that are refused after they were taken, Timestream writes a report.
  const reports = `arn:${Aws.PARTITION}:s3:::${timestreamReportsBucket(stage)}`;
  allow(role, ['s3:GetBucketAcl'], reports);
  allowAny(role, ['s3:PutObject'], `${reports}/*`, 'A report of refused readings has a name that Timestream gives it.');
}

/** Of a function that sends to connections. */
function socketOf({ sockets = [] }: Needs, own: OwnPlatform | undefined): SocketApi | undefined {
  if (sockets.length > 1) throw new RangeError(`One variable names one WebSocket API, not ${sockets.join(' and ')}`);
  return sockets[0] === undefined ? undefined : socketNamed(sockets[0], own);
}

function socketNamed(name: string, own: OwnPlatform | undefined): SocketApi {
  return found(own?.sockets.get(name), `the socket ${name}`);
}

function found<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new RangeError(`A function needs ${what}, which its domain does not declare`);
  return value;
}
