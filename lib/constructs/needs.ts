import { ArnFormat, CfnDynamicReference, CfnDynamicReferenceService, Stack, Validations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { tables } from '../../platform/dynamodb/tables.ts';
import type { KeyUse, Needs } from '../../platform/manifest/domain.ts';
import { streams as declaredStreams } from '../../platform/streams/streams.ts';
import type { Settings } from '../config.ts';
import { resourceName } from '../names.ts';
import type { DataStack } from '../stacks/data-stack.ts';
import type { KeysStack } from '../stacks/keys-stack.ts';
import type { NetworkStack } from '../stacks/network-stack.ts';
import type { StreamsStack } from '../stacks/streams-stack.ts';
import { allow } from './allow.ts';
import { asksDeviceServices, deviceEnvironment, grantDeviceNeeds } from './device-needs.ts';
import type { SocketApi } from './socket-api.ts';

/** What functions may need. */
export interface Platform {
  readonly network: NetworkStack;
  readonly data: DataStack;
  readonly keys: KeysStack;
  readonly streams: StreamsStack;
  /** What the function's domain deploys itself, once that is there. */
  readonly own?: OwnPlatform;
}

/** What functions may need of what their own domain deploys. */
export interface OwnPlatform {
  /** Host and port of the broker, as devices are told. */
  readonly brokerAddress: string | undefined;
  /** WebSocket APIs, by name. */
  readonly sockets: ReadonlyMap<string, SocketApi>;
  /** Who is told of alerts of devices. */
  readonly alertTopic: ITopic | undefined;
}

const READ = ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'];
const WRITE = [...READ, 'dynamodb:DeleteItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'];
const TABLE_ACTIONS = { read: READ, write: WRITE, scan: [...WRITE, 'dynamodb:Scan'] } as const;

/** Nobody's data key: each is wrapped for a user, who has to be named to open it. */
const FOR_A_USER = {
  'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': ['user_id'] },
  Null: { 'kms:EncryptionContextKeys': 'false' },
};

/** What a use of the keys is to IAM. */
const KEY_USES: Readonly<
  Record<KeyUse, { readonly key: 'data' | 'hash' | 'tokens'; readonly actions: string[]; readonly conditions?: object }>
> = {
  wrap: { key: 'data', actions: ['kms:GenerateDataKeyWithoutPlaintext'], conditions: FOR_A_USER },
  unwrap: { key: 'data', actions: ['kms:Decrypt'], conditions: FOR_A_USER },
  rewrap: { key: 'data', actions: ['kms:ReEncryptFrom', 'kms:ReEncryptTo'], conditions: FOR_A_USER },
  hash: { key: 'hash', actions: ['kms:GenerateMac'] },
  sign: {
    key: 'tokens',
    actions: ['kms:Sign'],
    conditions: { StringEquals: { 'kms:SigningAlgorithm': 'ECDSA_SHA_256', 'kms:MessageType': 'RAW' } },
  },
  verify: { key: 'tokens', actions: ['kms:GetPublicKey'] },
};

/** Environment variables by which a function finds what it needs. */
export function environmentOf(needs: Needs, settings: Settings, platform: Platform): Record<string, string> {
  const { data, keys } = platform;
  const { database, tables: used = {}, keys: uses = [], streams = [], messages, secrets = [] } = needs;
  const usesOf = new Set(uses.map(use => KEY_USES[use].key));
  return {
    ...(database && data.database.environment(database)),
    ...Object.fromEntries(
      tables
        .filter(({ name }) => name in used)
        .map(({ variable, name }) => [variable, resourceName(settings.stage, name)]),
    ),
    // Together: code that opens values is the code that finds by them, and what it may do with each key is IAM's to say.
    ...((usesOf.has('data') || usesOf.has('hash')) && {
      HEAL7_KMS_DATA_KEY: keys.data.keyArn,
      HEAL7_KMS_HMAC_KEY: keys.hash.keyArn,
    }),
    ...(usesOf.has('tokens') && {
      HEAL7_KMS_TOKEN_KEYS: keys.tokens.keyArn,
      HEAL7_TOKEN_ISSUER: `urn:heal7:${settings.stage}`,
    }),
    ...Object.fromEntries(streams.map(name => [declaredStreams[name].variable, resourceName(settings.stage, name)])),
    ...deviceEnvironment(needs, settings, platform),
    ...(messages && { HEAL7_MAIL_FROM: `HEAL7 <${settings.mailFrom}>` }),
    ...Object.fromEntries(secrets.map(name => [name, secret(settings, name)])),
  };
}

/**
 * A value that whoever deploys has put into the stage's secret (docs/runbook.md#before-the-first-deployment), resolved by CloudFormation:
 * in no template, and read by the function without a way to Secrets Manager.
 */
function secret({ stage }: Settings, name: string): string {
  const key = `${resourceName(stage, 'settings')}:SecretString:${name}`;
  return new CfnDynamicReference(CfnDynamicReferenceService.SECRETS_MANAGER, key).toString();
}

/** Whether a function has to be in the network, and whether it asks anyone outside of it. */
export function placeOf(
  needs: Needs,
  settings: Settings,
): {
  readonly inside: boolean;
  readonly internet: boolean;
} {
  const { database, keys, internet, messages } = needs;
  return {
    inside: database !== undefined || keys !== undefined,
    internet: internet === true || messages !== undefined || asksDeviceServices(needs, settings),
  };
}

/** Lets a function do what it needs. */
export function grantNeeds(
  scope: Construct,
  role: iam.IRole,
  needs: Needs,
  settings: Settings,
  platform: Platform,
): void {
  const { database, tables: used = {}, keys: uses = [], streams: written = [], messages = [] } = needs;
  const { data, keys, streams } = platform;
  if (database) data.database.grantConnect(role, database);
  for (const [name, access] of Object.entries(used)) {
    const table = data.tables.arnOf(name);
    allow(role, TABLE_ACTIONS[access], table);
  }
  if (Object.keys(used).length > 0) {
    // The tables' own key, through DynamoDB alone.
    const conditions = { StringEquals: { 'kms:ViaService': `dynamodb.${settings.region}.amazonaws.com` } };
    allow(role, ['kms:Decrypt'], data.key.keyArn, conditions);
  }
  for (const use of uses) {
    const { key, actions, conditions } = KEY_USES[use];
    allow(role, actions, (keys[key] as IKey).keyArn, conditions);
  }
  for (const name of written) allow(role, ['kinesis:PutRecord', 'kinesis:PutRecords'], streams.named(name).arn);
  if (written.length > 0) allow(role, ['kms:GenerateDataKey'], streams.key.keyArn, throughKinesis(settings));
  grantDeviceNeeds(role, needs, settings, platform);
  if (messages.includes('email')) grantEmail(role, settings);
  if (messages.includes('sms')) grantTextMessages(scope, role);
}

/** The streams' own key, through Kinesis alone. */
export function throughKinesis({ region }: Settings) {
  return { StringEquals: { 'kms:ViaService': `kinesis.${region}.amazonaws.com` } };
}

/** From the one address, by the identity of its domain. */
function grantEmail(role: iam.IRole, { mailFrom }: Settings): void {
  const identity = Stack.of(role).formatArn({
    service: 'ses',
    resource: 'identity',
    resourceName: mailFrom.slice(mailFrom.indexOf('@') + 1),
  });
  allow(role, ['ses:SendEmail'], identity, { StringEquals: { 'ses:FromAddress': mailFrom } });
}

/** A phone number is no resource of IAM's: what is one is denied instead. */
function grantTextMessages(scope: Construct, role: iam.IRole): void {
  const topics = Stack.of(role).formatArn({
    service: 'sns',
    region: '*',
    account: '*',
    resource: '*',
    arnFormat: ArnFormat.NO_RESOURCE_NAME,
  });
  const policy = new iam.Policy(scope, 'TextMessages', {
    roles: [role],
    statements: [
      new iam.PolicyStatement({ actions: ['sns:Publish'], resources: ['*'] }),
      new iam.PolicyStatement({ effect: iam.Effect.DENY, actions: ['sns:Publish'], resources: [topics] }),
    ],
  });
  Validations.of(policy).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason: 'Phone numbers are no resources of IAM: publishing is allowed to all, and denied to every topic.',
  });
}
