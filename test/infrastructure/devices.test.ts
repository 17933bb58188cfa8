import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { domains } from '../../functions/manifest.ts';
import { settingsFrom, stageNames } from '../../lib/config.ts';
import { authorizerFunctionName } from '../../lib/names.ts';
import { topicRuleName } from '../../platform/mqtt/topic-rule.ts';
import { basicIngestTopic, deviceTopics } from '../../platform/mqtt/topics.ts';
import { type Resource, statementsOf } from './resource.ts';
import { emptyBuild, synthesize } from './synthesis.ts';

const [spoken] = domains.flatMap(({ name, mqtt }) => (mqtt ? [{ domain: name, ...mqtt }] : []));
const { domain, authorizer, rules } = spoken!;

test('one domain speaks to devices', () => {
  expect(domains.filter(({ mqtt }) => mqtt)).toHaveLength(1);
});

test('a message reaches a rule by the topic that AWS gives as its example of Basic Ingest', () => {
  // https://docs.aws.amazon.com/iot/latest/developerguide/iot-basic-ingest.html
  expect(basicIngestTopic('BuildingManager', 'Buildings/Building5/Floor2/Room201/Lights')).toBe(
    '$aws/rules/BuildingManager/Buildings/Building5/Floor2/Room201/Lights',
  );
});

test.each(rules)('the topic of $kind is one that devices are told, and names the device in its second level', rule => {
  const own = deviceTopics('ID')[rule.kind];
  expect(rule.topics).toBe(own.replace('ID', '+'));
  expect(own.split('/')[1]).toBe('ID');
});

describe.each(stageNames)('devices of %s', stage => {
  const settings = settingsFrom(name => (name === 'stage' ? stage : undefined));
  const assembly = synthesize(stage, emptyBuild());
  const { template } = assembly.getStackByName(`heal7-${stage}-${domain}`);
  const stack = Template.fromJSON(template);
  const resources = Object.entries<Resource>(template.Resources);
  const idOf = (type: string, is: (properties: Resource['Properties']) => boolean = () => true) =>
    resources.find(([, { Type, Properties }]) => Type === type && is(Properties))![0];
  const functionName = `heal7-${stage}-${authorizerFunctionName(domain, authorizer.name)}`;
  const functionId = idOf('AWS::Lambda::Function', ({ FunctionName }) => FunctionName === functionName);
  const queueId = idOf('AWS::SQS::Queue', ({ QueueName }) => QueueName === `heal7-${stage}-devices-undelivered`);

  test('are let in by our function, by user name and password, which nobody has to sign', () => {
    stack.hasResourceProperties('AWS::IoT::Authorizer', {
      AuthorizerName: `heal7-${stage}-devices`,
      AuthorizerFunctionArn: { 'Fn::GetAtt': [functionId, 'Arn'] },
      SigningDisabled: true,
      Status: 'ACTIVE',
    });
    stack.hasResourceProperties('AWS::Lambda::Permission', {
      Principal: 'iot.amazonaws.com',
      FunctionName: { 'Fn::GetAtt': [functionId, 'Arn'] },
      SourceArn: { 'Fn::GetAtt': [idOf('AWS::IoT::Authorizer'), 'Arn'] },
      SourceAccount: { Ref: 'AWS::AccountId' },
    });
  });

  test('connect to an address of their own, by MQTT over TLS, where no other authorizer can be named', () => {
    stack.hasResourceProperties('AWS::IoT::DomainConfiguration', {
      ServiceType: 'DATA',
      AuthenticationType: 'CUSTOM_AUTH',
      ApplicationProtocol: 'SECURE_MQTT',
      AuthorizerConfig: {
        DefaultAuthorizerName: { Ref: idOf('AWS::IoT::Authorizer') },
        AllowAuthorizerOverride: false,
      },
      TlsConfig: { SecurityPolicy: Match.stringLikeRegexp('TLS13_1_2') },
    });
    const answer = idOf('Custom::DeviceEndpoint');
    stack.hasOutput('*', { Value: { 'Fn::Join': ['', [{ 'Fn::GetAtt': [answer, 'domainName'] }, ':443']] } });
  });

  test('the deployment asks for that address, and may ask for nothing else', () => {
    const id = idOf('AWS::IoT::DomainConfiguration');
    const [, { Properties }] = resources.find(
      ([, { Properties }]) => Properties?.FunctionName === `heal7-${stage}-device-endpoint`,
    )!;
    const policies = resources.filter(
      ([
        ,
        {
          Type,
          Properties: { Roles },
        },
      ]) => Type === 'AWS::IAM::Policy' && Roles[0].Ref === Properties.Role['Fn::GetAtt'][0],
    );
    const allowed = policies.flatMap(([, policy]) => statementsOf(policy));
    expect(allowed.map(({ Action }) => Action)).toEqual([
      ['logs:CreateLogStream', 'logs:PutLogEvents'],
      'iot:DescribeDomainConfiguration',
    ]);
    expect(allowed[1]!.Resource).toEqual({ 'Fn::GetAtt': [id, 'Arn'] });
  });

  test('have a rule for each kind of message, and no other', () => {
    stack.resourceCountIs('AWS::IoT::TopicRule', rules.length);
  });

  test.each(rules)('$kind become records of the stream, by device, or wait in the queue, whole', ({ kind, stream }) => {
    const ruleName = topicRuleName(stage, kind);
    const [, { Properties }] = resources.find(([, { Properties }]) => Properties?.RuleName === ruleName)!;
    const { Sql, Actions, ErrorAction, AwsIotSqlVersion, RuleDisabled } = Properties.TopicRulePayload;
    expect(Sql).toBe(
      `SELECT '${kind}' AS kind, topic(2) AS deviceId, timestamp() AS receivedAt, encode(*, 'base64') AS payload ` +
        `FROM 'devices/+/${kind}'`,
    );
    expect(AwsIotSqlVersion).toBe('2016-03-23');
    expect(RuleDisabled).toBeUndefined();
    expect(Actions).toHaveLength(1);
    expect(Actions[0].Kinesis).toMatchObject({
      StreamName: `heal7-${stage}-${stream}`,
      PartitionKey: '$' + '{topic(2)}',
    });
    expect(ErrorAction.Sqs).toMatchObject({ QueueUrl: { Ref: queueId }, UseBase64: false });
  });

  test.each(rules)(
    'the rule of $kind may put records into its stream and messages into the queue',
    ({ kind, stream }) => {
      const [, { Properties }] = resources.find(
        ([, { Properties }]) => Properties?.RuleName === topicRuleName(stage, kind),
      )!;
      const [{ Kinesis }] = Properties.TopicRulePayload.Actions;
      const role = template.Resources[Kinesis.RoleArn['Fn::GetAtt'][0]] as Resource;
      const [trust] = role.Properties.AssumeRolePolicyDocument.Statement;
      expect(trust.Principal).toEqual({ Service: 'iot.amazonaws.com' });
      expect(trust.Condition.StringEquals).toEqual({ 'aws:SourceAccount': { Ref: 'AWS::AccountId' } });
      expect(JSON.stringify(trust.Condition.ArnEquals)).toContain(`:rule/${topicRuleName(stage, kind)}"`);
      const [put, encrypt, keep, ...others] = statementsOf(role).filter(({ Action }) => Action !== undefined);
      expect([put, encrypt, keep].map(each => each!.Action)).toEqual([
        'kinesis:PutRecord',
        'kms:GenerateDataKey',
        'sqs:SendMessage',
      ]);
      expect(others).toEqual([]);
      expect(JSON.stringify(put!.Resource)).toContain(`PublishOutputFnGetAtt${stream.replaceAll('-', '')}`);
      expect(encrypt!.Condition).toEqual({
        StringEquals: { 'kms:ViaService': `kinesis.${settings.region}.amazonaws.com` },
      });
      expect(keep!.Resource).toEqual({ 'Fn::GetAtt': [queueId, 'Arn'] });
    },
  );

  test('messages that were not put wait for two weeks, encrypted', () => {
    stack.hasResourceProperties('AWS::SQS::Queue', {
      QueueName: `heal7-${stage}-devices-undelivered`,
      MessageRetentionPeriod: 14 * 24 * 3_600,
      SqsManagedSseEnabled: true,
    });
  });

  test('what the broker refuses is logged where the stage keeps that, as long as other logs', () => {
    const { brokerLogs } = settings.devices;
    stack.resourceCountIs('AWS::IoT::Logging', brokerLogs ? 1 : 0);
    const groups = stack.findResources('AWS::Logs::LogGroup', {
      Properties: { LogGroupName: 'AWSIotLogsV2', RetentionInDays: settings.logs.retentionDays },
    });
    expect(Object.keys(groups)).toHaveLength(brokerLogs ? 1 : 0);
    if (!brokerLogs) return;
    stack.hasResourceProperties('AWS::IoT::Logging', { DefaultLogLevel: 'ERROR' });
    const asked = ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'];
    const writes = resources.flatMap(([id, each]) => (id.startsWith('BrokerLogsRole') ? statementsOf(each) : []));
    expect(writes.find(({ Action }) => String(Action) === String(asked))).toBeDefined();
  });

  test('IoT Core and the functions that spell topics agree on the stage in rules’ names', () => {
    const told = resources.flatMap(([, { Properties }]) => Properties?.Environment?.Variables?.MQTT_RULES_STAGE ?? []);
    expect(told.length).toBeGreaterThan(1);
    expect(new Set(told)).toEqual(new Set([stage]));
  });

  test('are on the dashboard: connections, messages, the queue', () => {
    const [overview] = Object.values<Resource>(
      assembly.getStackByName(`heal7-${stage}-observability`).template.Resources,
    ).filter(({ Type }) => Type === 'AWS::CloudWatch::Dashboard');
    const body = JSON.stringify(overview!.Properties.DashboardBody);
    for (const { kind } of rules) expect(body).toContain(`RuleName = '${topicRuleName(stage, kind)}'`);
    for (const each of [
      'Connect.AuthError',
      'PublishIn.Throttle',
      functionName,
      `heal7-${stage}-devices-undelivered`,
    ]) {
      expect(body).toContain(each);
    }
  });
});
