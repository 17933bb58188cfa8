import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { domains } from '../../functions/manifest.ts';
import { settingsFrom, stageNames } from '../../lib/config.ts';
import { socketFunctionName } from '../../lib/names.ts';
import type { Resource } from './resource.ts';
import { emptyBuild, synthesize } from './synthesis.ts';

const sockets = domains.flatMap(({ name: domain, sockets: own = [] }) => own.map(socket => ({ domain, ...socket })));

test.each(sockets)('$name has one name among all, and answers before API Gateway gives up', socket => {
  expect(sockets.filter(({ name }) => name === socket.name)).toHaveLength(1);
  expect(socket.timeoutSeconds).toBeLessThanOrEqual(29);
});

describe.each(stageNames)('WebSocket APIs of %s', stage => {
  const settings = settingsFrom(name => (name === 'stage' ? stage : undefined));
  const assembly = synthesize(stage, emptyBuild());
  const resourcesOf = (domain: string) =>
    Object.entries<Resource>(assembly.getStackByName(`heal7-${stage}-${domain}`).template.Resources);
  const templateOf = (domain: string) =>
    Template.fromJSON(assembly.getStackByName(`heal7-${stage}-${domain}`).template);
  const apiOf = ({ domain, name }: { readonly domain: string; readonly name: string }) =>
    resourcesOf(domain).find(([, { Properties }]) => Properties?.Name === `heal7-${stage}-${name}`)!;

  test.each(sockets)('$name answers connections, what they say and their end by one function', socket => {
    const [apiId, { Properties }] = apiOf(socket);
    expect(Properties).toMatchObject({ ProtocolType: 'WEBSOCKET' });
    const own = resourcesOf(socket.domain).filter(([, each]) => each.Properties?.ApiId?.Ref === apiId);
    const routes = own.filter(([, { Type }]) => Type === 'AWS::ApiGatewayV2::Route');
    expect(routes.map(([, route]) => route.Properties.RouteKey).sort()).toEqual([
      '$connect',
      '$default',
      '$disconnect',
    ]);
    const integrations = own.filter(([, { Type }]) => Type === 'AWS::ApiGatewayV2::Integration');
    const [functionId] = resourcesOf(socket.domain).find(
      ([, each]) =>
        each.Properties?.FunctionName === `heal7-${stage}-${socketFunctionName(socket.domain, socket.name)}`,
    )!;
    expect(integrations).toHaveLength(1);
    expect(JSON.stringify(integrations[0]![1].Properties.IntegrationUri)).toContain(`"${functionId}"`);
  });

  test.each(sockets)(
    '$name is throttled at the rates of the settings, and logs each event without its ticket',
    socket => {
      const [apiId] = apiOf(socket);
      const [, { Properties }] = resourcesOf(socket.domain).find(
        ([, { Type, Properties }]) => Type === 'AWS::ApiGatewayV2::Stage' && Properties.ApiId.Ref === apiId,
      )!;
      expect(Properties).toMatchObject({
        StageName: stage,
        AutoDeploy: true,
        DefaultRouteSettings: {
          ThrottlingRateLimit: settings.api.rateLimit,
          ThrottlingBurstLimit: settings.api.burstLimit,
        },
      });
      expect(JSON.parse(Properties.AccessLogSettings.Format)).toMatchObject({ route: '$context.routeKey' });
      expect(Properties.AccessLogSettings.Format).not.toMatch(/query|identity|authorizer|header|body|path/i);
    },
  );

  test.each(sockets)(
    '$name has its log by a role of the account, which is set before its stage and outlives the stack',
    socket => {
      // Not set in a new account: "CloudWatch Logs role ARN must be set in account settings to enable logging".
      const ofType = (type: string) => resourcesOf(socket.domain).filter(([, { Type }]) => Type === type);
      const accounts = ofType('AWS::ApiGateway::Account');
      expect(accounts).toHaveLength(1);
      const [accountId, account] = accounts[0]!;
      const [roleId] = account.Properties.CloudWatchRoleArn['Fn::GetAtt'];
      const role = Object.fromEntries(resourcesOf(socket.domain))[roleId]!;
      expect(JSON.stringify(role.Properties.ManagedPolicyArns)).toContain(
        ':iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs"',
      );
      expect(role.Properties.AssumeRolePolicyDocument.Statement).toEqual([
        { Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: 'apigateway.amazonaws.com' } },
      ]);
      for (const kept of [account, role]) {
        expect(kept).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
      }
      const [[, stageResource]] = ofType('AWS::ApiGatewayV2::Stage') as [[string, Resource]];
      expect(stageResource.DependsOn).toContain(accountId);
      const groups = ofType('AWS::Logs::LogGroup').map(([, { Properties }]) => Properties.LogGroupName);
      expect(groups).toContain(`/aws/apigateway/heal7-${stage}-${socket.name}`);
    },
  );

  test.each(sockets)('$name is where functions that need it are told, and they send to its connections', socket => {
    const [apiId] = apiOf(socket);
    const told = (variable: string) =>
      resourcesOf(socket.domain).flatMap(([, { Properties }]) => Properties?.Environment?.Variables?.[variable] ?? []);
    const host = [{ Ref: apiId }, `.execute-api.${settings.region}.`, { Ref: 'AWS::URLSuffix' }, `/${stage}`];
    expect(told('LIVE_URL')).toEqual([{ 'Fn::Join': ['', ['wss://', ...host]] }]);
    const endpoints = told('SOCKET_ENDPOINT');
    expect(endpoints.length).toBeGreaterThan(0);
    for (const each of endpoints) expect(each).toEqual({ 'Fn::Join': ['', ['https://', ...host]] });
    expect(told('LIVE_ORIGINS')).toEqual([settings.devices.liveOrigins.join(',')]);
    templateOf(socket.domain).resourceCountIs('AWS::ApiGatewayV2::Api', sockets.length);
  });

  test('are on the dashboard by their stage, whose name no other API has', () => {
    const [overview] = resourcesOf('observability').filter(([, { Type }]) => Type === 'AWS::CloudWatch::Dashboard');
    expect(JSON.stringify(overview![1].Properties.DashboardBody)).toContain(`Stage = '${stage}'`);
    const names = assembly.stacks
      .flatMap(({ template }) => Object.values<Resource>(template.Resources))
      .filter(({ Type, Properties }) => Type === 'AWS::ApiGatewayV2::Stage' && Properties.StageName === stage);
    expect(names).toHaveLength(sockets.length);
  });
});
