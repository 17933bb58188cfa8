import { describe, expect, test } from 'vitest';
import { type Settings, type StageName, settingsFrom, stageNames } from '../../lib/config.ts';
import { functionsOf } from '../../lib/domain-functions.ts';
import { jobFunctionName, streamFunctionName } from '../../lib/names.ts';
import { tables } from '../../platform/dynamodb/tables.ts';
import type { KeyUse, Needs } from '../../platform/manifest/domain.ts';
import { type StreamName, streams as streamDefinitions, streamNames } from '../../platform/streams/streams.ts';
import { asksOutside, deviceAllowances, deviceResource, deviceVariables } from './device-allowances.ts';
import { type Resource, type Statement, statementsOf } from './resource.ts';
import { deployedDomains, emptyBuild, synthesize } from './synthesis.ts';

interface Declared {
  readonly domain: string;
  readonly name: string;
  readonly needs: Needs;
  readonly scheduled: boolean;
  /** Lets devices in. */
  readonly authorizes: boolean;
  /** Answers connections of a WebSocket API. */
  readonly connects: boolean;
  /** Streams that start it. */
  readonly sources: readonly StreamName[];
}

const declaredIn = (stage: StageName): readonly Declared[] =>
  deployedDomains(stage).flatMap(domain => {
    const { name: ofDomain, jobs = [], streams = [] } = domain;
    return functionsOf(domain).map(needs => ({
      domain: ofDomain,
      name: needs.name,
      needs,
      scheduled: jobs.some(({ name, schedule }) => schedule && jobFunctionName(ofDomain, name) === needs.name),
      authorizes: domain.mqtt?.authorizer.entry === needs.entry,
      connects: domain.sockets?.some(({ entry }) => entry === needs.entry) ?? false,
      sources: streams.find(({ name }) => streamFunctionName(ofDomain, name) === needs.name)?.sources ?? [],
    }));
  });

const OF_KEYS: Readonly<Record<KeyUse, { readonly key: string; readonly actions: readonly string[] }>> = {
  wrap: { key: 'Data', actions: ['kms:GenerateDataKeyWithoutPlaintext'] },
  unwrap: { key: 'Data', actions: ['kms:Decrypt'] },
  rewrap: { key: 'Data', actions: ['kms:ReEncryptFrom', 'kms:ReEncryptTo'] },
  hash: { key: 'Hash', actions: ['kms:GenerateMac'] },
  sign: { key: 'Tokens', actions: ['kms:Sign'] },
  verify: { key: 'Tokens', actions: ['kms:GetPublicKey'] },
};

const READ = ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'];
const WRITE = [...READ, 'dynamodb:DeleteItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'];
const OF_STREAMS = {
  read: [
    'kinesis:DescribeStream',
    'kinesis:DescribeStreamSummary',
    'kinesis:GetRecords',
    'kinesis:GetShardIterator',
    'kinesis:ListShards',
  ],
  write: ['kinesis:PutRecord', 'kinesis:PutRecords'],
};
const OF_TABLES = { read: READ, write: WRITE, scan: [...WRITE, 'dynamodb:Scan'] };

/** What a function is let do: `action resource`, the resource by what names it in the template. */
function allowed({ needs, scheduled, sources }: Declared, settings: Settings): readonly string[] {
  const { database, tables: used = {}, keys = [], streams = [], messages = [] } = needs;
  return [
    'logs:CreateLogStream Logs',
    'logs:PutLogEvents Logs',
    ...(scheduled ? ['sqs:SendMessage DeadLetters'] : []),
    ...sources.flatMap(name => OF_STREAMS.read.map(action => `${action} ${name}`)),
    ...(sources.length > 0 ? ['kms:Decrypt StreamsKey', 'sqs:SendMessage GivenUp'] : []),
    ...streams.flatMap(name => OF_STREAMS.write.map(action => `${action} ${name}`)),
    ...(streams.length > 0 ? ['kms:GenerateDataKey StreamsKey'] : []),
    ...(database ? [`rds-db:connect ${database === 'owner' ? 'heal7' : 'heal7_app'}`] : []),
    ...Object.entries(used).flatMap(([name, use]) => OF_TABLES[use].map(action => `${action} Tables${name}`)),
    ...(Object.keys(used).length > 0 ? ['kms:Decrypt Key'] : []),
    ...keys.flatMap(use => OF_KEYS[use].actions.map(action => `${action} ${OF_KEYS[use].key}`)),
    ...(messages.includes('email') ? ['ses:SendEmail identity'] : []),
    ...deviceAllowances(needs, settings),
  ].sort();
}

/** How a statement's resource is called in `allowed`. */
function nameOf(resource: unknown): string {
  const text = JSON.stringify(resource);
  if (text.includes(':dbuser:')) return /\/(heal7\w*)"/.exec(text)![1]!;
  if (text.includes(':identity/')) return 'identity';
  const ofDevices = deviceResource(text);
  if (ofDevices !== undefined) return ofDevices;
  const id =
    /"OutputName":"PublishOutputFnGetAtt(\w+)Arn/.exec(text)?.[1] ?? /"Fn::GetAtt":\["(\w+)","Arn"\]/.exec(text)?.[1];
  if (id === undefined) return text;
  if (/"StackName":"heal7-\w+-streams"/.test(text)) {
    return (
      streamNames.find(name => id.startsWith(name.replaceAll('-', ''))) ?? `Streams${id.startsWith('Key') ? 'Key' : id}`
    );
  }
  const short = ['DeadLetters', 'GivenUp', 'Logs', 'Tables', 'Data', 'Hash', 'Tokens', 'Key'].find(part =>
    id.includes(part),
  );
  return short === 'Tables'
    ? `Tables${tables.find(({ name }) => id.startsWith(`Tables${name}`))!.name}`
    : (short ?? id);
}

describe.each(stageNames)('a function of %s', stage => {
  const settings = settingsFrom(name => (name === 'stage' ? stage : undefined));
  const declared = declaredIn(stage);
  const assembly = synthesize(stage, emptyBuild());
  const resourcesOf = (domain: string) =>
    Object.entries<Resource>(assembly.getStackByName(`heal7-${stage}-${domain}`).template.Resources);
  const propertiesOf = ({ domain, name }: Declared) =>
    resourcesOf(domain).find(([, { Properties }]) => Properties?.FunctionName === `heal7-${stage}-${name}`)![1]
      .Properties;
  const statements = (each: Declared): readonly Statement[] => {
    const role = propertiesOf(each).Role['Fn::GetAtt'][0];
    return resourcesOf(each.domain)
      .filter(([, { Type, Properties }]) => Type === 'AWS::IAM::Policy' && Properties.Roles[0].Ref === role)
      .flatMap(([, policy]) => statementsOf(policy));
  };
  const isWide = ({ Resource }: Statement) => Resource === '*' || /:\*:\*:\*/.test(JSON.stringify(Resource));

  test.each(declared)('$name may do what its declaration names, to that alone', each => {
    const narrow = statements(each).filter(statement => !isWide(statement));
    for (const { Effect } of narrow) expect(Effect).toBe('Allow');
    const found = narrow.flatMap(({ Action, Resource: resources }) =>
      [Action].flat().flatMap(action => [resources].flat().map(resource => `${action} ${nameOf(resource)}`)),
    );
    expect(found.sort()).toEqual(allowed(each, settings));
  });

  test.each(declared)('$name may do nothing to all resources but what is denied to its code', each => {
    const wide = statements(each).filter(isWide);
    const inside = each.needs.database !== undefined || each.needs.keys !== undefined;
    const interfaces = wide.filter(({ Action }) => /^ec2:/.test([Action].flat()[0]!));
    // Network interfaces: Lambda's to make, and denied to the code that runs in it.
    expect(interfaces.map(({ Effect }) => Effect)).toEqual(inside ? ['Allow', 'Deny'] : []);
    if (inside) {
      expect(interfaces[0]!.Action).toEqual(interfaces[1]!.Action);
      expect(JSON.stringify(interfaces[1]!.Condition)).toContain(`:function:heal7-${stage}-${each.name}`);
    }
    // Phone numbers are no resources: every topic is denied.
    const others = wide.filter(statement => !interfaces.includes(statement));
    const sms = each.needs.messages?.includes('sms') === true;
    const history = each.needs.timestream !== undefined && settings.timeseries.store === 'timestream';
    expect(others.map(({ Effect, Action }) => `${Effect} ${Action}`)).toEqual([
      ...(history ? ['Allow timestream:DescribeEndpoints'] : []),
      ...(sms ? ['Allow sns:Publish', 'Deny sns:Publish'] : []),
    ]);
    if (sms) expect(JSON.stringify(others[1]!.Resource)).toMatch(/:sns:\*:\*:\*/);
  });

  test.each(declared)(
    '$name opens data keys for a named user alone, the tables’ key through DynamoDB alone, the streams’ through Kinesis',
    each => {
      for (const { Action, Resource: resource, Condition } of statements(each)) {
        const opens = [Action].flat().some(action => /^kms:(?:Decrypt|ReEncrypt|GenerateDataKey)/.test(action));
        if (!opens) continue;
        const service = { Key: 'dynamodb', StreamsKey: 'kinesis' }[nameOf(resource)];
        expect(Condition).toEqual(
          service
            ? { StringEquals: { 'kms:ViaService': `${service}.${settings.region}.amazonaws.com` } }
            : {
                'ForAllValues:StringEquals': { 'kms:EncryptionContextKeys': ['user_id'] },
                Null: { 'kms:EncryptionContextKeys': 'false' },
              },
        );
      }
    },
  );

  test.each(declared)('$name is where its needs are: outside, in the network, or with a way out of it', each => {
    const { VpcConfig } = propertiesOf(each);
    const { database, keys, internet, messages } = each.needs;
    if (database === undefined && keys === undefined) {
      expect(VpcConfig).toBeUndefined();
      return;
    }
    const out = internet === true || messages !== undefined || asksOutside(each.needs, settings);
    expect(VpcConfig.SubnetIds).toHaveLength(2);
    expect(JSON.stringify(VpcConfig.SubnetIds)).toContain(out ? 'outgoing' : 'isolated');
    expect(JSON.stringify(VpcConfig.SubnetIds)).not.toMatch(out ? /isolated|public/ : /outgoing|public/);
    expect(VpcConfig.SecurityGroupIds).toHaveLength(out ? 2 : 1);
  });

  test.each(declared)(
    '$name is told where its needs are, and no secret but those it names, which are in no template',
    each => {
      const variables = propertiesOf(each).Environment.Variables;
      const { database, tables: used = {}, keys = [], streams = [], messages, secrets = [] } = each.needs;
      const kinds = new Set(keys.map(use => OF_KEYS[use].key));
      expect(Object.keys(variables).sort()).toEqual(
        [
          'HEAL7_BUILD',
          'NODE_OPTIONS',
          ...(database ? ['DATABASE_IAM_REGION', 'DATABASE_READER_URL', 'DATABASE_URL'] : []),
          ...tables.filter(({ name }) => name in used).map(({ variable }) => variable),
          ...(kinds.has('Data') || kinds.has('Hash') ? ['HEAL7_KMS_DATA_KEY', 'HEAL7_KMS_HMAC_KEY'] : []),
          ...(kinds.has('Tokens') ? ['HEAL7_KMS_TOKEN_KEYS', 'HEAL7_TOKEN_ISSUER'] : []),
          ...streams.map(name => streamDefinitions[name].variable),
          ...(messages ? ['HEAL7_MAIL_FROM'] : []),
          ...deviceVariables(each.needs, settings),
          ...(each.authorizes ? ['MQTT_RULES_STAGE'] : []),
          ...(each.connects ? ['LIVE_ORIGINS'] : []),
          ...secrets,
        ].sort(),
      );
      for (const name of streams) {
        expect(variables[streamDefinitions[name].variable]).toBe(`heal7-${stage}-${name}`);
      }
      for (const [name, value] of Object.entries<string>(variables)) {
        if (!secrets.includes(name)) expect(JSON.stringify(value)).not.toMatch(/resolve:(?:secretsmanager|ssm)/);
        else expect(value).toBe(`{{resolve:secretsmanager:heal7-${stage}-settings:SecretString:${name}}}`);
      }
      if (database) {
        const user = database === 'owner' ? 'heal7' : 'heal7_app';
        expect(JSON.stringify(variables.DATABASE_URL)).toMatch(
          new RegExp(`postgres://${user}@.*DatabaseProxy.*:5432/heal7`),
        );
        expect(JSON.stringify(variables.DATABASE_READER_URL)).toMatch(/ReaderEndpoint/);
        expect(variables.DATABASE_IAM_REGION).toBe(settings.region);
      }
    },
  );
});
