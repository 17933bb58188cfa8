import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { domains } from '../../functions/manifest.ts';
import { settingsFrom, stageNames } from '../../lib/config.ts';
import { functionsOf } from '../../lib/domain-functions.ts';
import { httpFunctionName } from '../../lib/names.ts';
import { cors } from '../../platform/http/cors.ts';
import { type Resource, statementsOf } from './resource.ts';
import { deployedDomains, emptyBuild, synthesize } from './synthesis.ts';

describe.each(stageNames)('the stacks of %s', stage => {
  const settings = settingsFrom(name => (name === 'stage' ? stage : undefined));
  const { timeseries } = settings;
  const deployed = deployedDomains(stage);
  const assembly = synthesize(stage, emptyBuild());
  const template = (name: string) => Template.fromJSON(assembly.getStackByName(`heal7-${stage}-${name}`).template);
  const all = assembly.stacks.flatMap(stack => Object.values<Resource>(stack.template.Resources));
  const ofType = (type: string) => all.filter(({ Type }) => Type === type);

  test('are the shared ones and one for each domain', () => {
    const shared = ['engine', 'api', 'observability', 'network', 'keys', 'data', 'streams'];
    const names = [
      ...shared,
      ...(timeseries.store === 'timestream' ? ['timestream'] : []),
      ...domains.map(({ name }) => name),
    ];
    expect(assembly.stacks.map(({ stackName }) => stackName).sort()).toEqual(
      names.map(n => `heal7-${stage}-${n}`).sort(),
    );
  });

  test('are for the region of the settings, raw history of readings for its own, and no account', () => {
    for (const { stackName, environment } of assembly.stacks) {
      const elsewhere = timeseries.store === 'timestream' && stackName.endsWith('-timestream');
      expect(environment).toMatchObject({
        region: elsewhere ? timeseries.region : settings.region,
        account: 'unknown-account',
      });
    }
  });

  test('look nothing up in an account', () => {
    expect(assembly.manifest.missing ?? []).toEqual([]);
  });

  /** Those of the HTTP API, which is another stack's; a WebSocket API is its domain's own. */
  const httpRoutes = () => ofType('AWS::ApiGatewayV2::Route').filter(({ Properties }) => !Properties.ApiId.Ref);

  const declarations = deployed.flatMap(domain =>
    functionsOf(domain).map(each => ({
      ...each,
      domain: domain.name,
      memoryMb: (each.name === httpFunctionName(domain.name) && settings.memoryMb[domain.name]) || each.memoryMb,
    })),
  );

  test.each(declarations)('run $name on Node 24, arm64, with the engine layer, as its domain declares', declared => {
    template(declared.domain).hasResourceProperties('AWS::Lambda::Function', {
      FunctionName: `heal7-${stage}-${declared.name}`,
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      MemorySize: declared.memoryMb,
      Timeout: declared.timeoutSeconds,
      Layers: [
        {
          'Fn::GetStackOutput': Match.objectLike({ StackName: `heal7-${stage}-engine`, OutputName: Match.anyValue() }),
        },
      ],
      Environment: { Variables: Match.objectLike({ NODE_OPTIONS: '--enable-source-maps' }) },
      LoggingConfig: Match.objectLike({ LogFormat: 'JSON' }),
    });
  });

  test('keep every log for as long as the settings say, but of a deployment that failed: its name would be taken', () => {
    const groups = ofType('AWS::Logs::LogGroup');
    const others = deployed.flatMap(({ pipelines = [], sockets = [], mqtt }) => [
      ...pipelines,
      // Accesses of a WebSocket API.
      ...sockets,
      // What a deployment asks of the broker, and what that refuses.
      ...(mqtt ? ['endpoint', ...(settings.devices.brokerLogs ? ['broker'] : [])] : []),
    ]);
    // Beside the functions' and these: accesses of the API, refusals of the network, the database's own.
    expect(groups).toHaveLength(3 + declarations.length + others.length);
    for (const { Properties, DeletionPolicy } of groups) {
      expect(Properties.RetentionInDays).toBe(settings.logs.retentionDays);
      expect(DeletionPolicy).toBe(settings.logs.keepAfterDeletion ? 'RetainExceptOnCreate' : 'Delete');
    }
  });

  test('keep earlier versions of the engine, for a domain that rolls back', () => {
    template('engine').hasResource('AWS::Lambda::LayerVersion', {
      Properties: { CompatibleRuntimes: ['nodejs24.x'], CompatibleArchitectures: ['arm64'] },
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
    });
  });

  test('throttle every route at the rates of the settings', () => {
    template('api').hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      StageName: '$default',
      DefaultRouteSettings: {
        ThrottlingRateLimit: settings.api.rateLimit,
        ThrottlingBurstLimit: settings.api.burstLimit,
      },
    });
  });

  test('answer preflights as the local runner does', () => {
    template('api').hasResourceProperties('AWS::ApiGatewayV2::Api', {
      CorsConfiguration: {
        AllowOrigins: cors.allowOrigins,
        AllowMethods: cors.allowMethods,
        AllowHeaders: cors.allowHeaders,
        ExposeHeaders: cors.exposeHeaders,
        MaxAge: cors.maxAgeSeconds,
      },
    });
  });

  test('log each access as JSON without address, user agent, path, query or identity', () => {
    for (const { Properties } of ofType('AWS::ApiGatewayV2::Stage')) {
      const format = JSON.parse(Properties.AccessLogSettings.Format);
      expect(format).toMatchObject({ requestId: '$context.requestId', route: '$context.routeKey' });
      expect(Properties.AccessLogSettings.Format).not.toMatch(
        /identity|userAgent|sourceIp|\.path|query|authorizer|header/i,
      );
    }
  });

  test("route every operation of the manifest, and $default to the fallback's domain", () => {
    const operations = domains.flatMap(({ http }) => http?.operations ?? []);
    const keys = httpRoutes().map(({ Properties }) => Properties.RouteKey);
    expect(keys.sort()).toEqual([...operations.map(({ method, path }) => `${method} ${path}`), '$default'].sort());
    const fallback = domains.filter(({ http }) => http?.fallback);
    expect(fallback).toHaveLength(1);
    template(fallback[0]!.name).hasResourceProperties('AWS::ApiGatewayV2::Route', { RouteKey: '$default' });
  });

  test('give no role a policy of AWS, which are wide, but for what CDK itself deploys with, and API Gateway asks for', () => {
    const roles = assembly.stacks.flatMap(({ template: { Resources } }) => Object.entries<Resource>(Resources));
    const wide = roles.filter(([, { Properties }]) => Properties?.ManagedPolicyArns).map(([id]) => id);
    expect(wide).toEqual([
      // Closes the network's default security group, which nothing is in.
      expect.stringMatching(/^CustomVpcRestrictDefaultSGCustomResourceProviderRole/),
      // Runs the migrations.
      expect.stringMatching(/^AWSCDKTriggerCustomResourceProviderCustomResourceProviderRole/),
      // Writes logs of WebSocket APIs.
      expect.stringMatching(/^GatewayLogsRole/),
    ]);
  });

  test('let only the API call a function that answers requests, and only for its route', () => {
    const permissions = ofType('AWS::Lambda::Permission').filter(
      ({ Properties }) => Properties.Principal !== 'iot.amazonaws.com',
    );
    expect(permissions).toHaveLength(ofType('AWS::ApiGatewayV2::Route').length);
    for (const { Properties } of permissions) {
      expect(Properties.Principal).toBe('apigateway.amazonaws.com');
      expect(JSON.stringify(Properties.SourceArn)).toContain('execute-api');
    }
  });

  test('encrypt alarms on their way, and let only CloudWatch send them', () => {
    template('observability').hasResourceProperties('AWS::SNS::Topic', {
      KmsMasterKeyId: { 'Fn::GetAtt': [Match.stringLikeRegexp('Key'), 'Arn'] },
    });
    const { Resources } = assembly.getStackByName(`heal7-${stage}-observability`).template;
    const policy = Object.values<Resource>(Resources).find(({ Type }) => Type === 'AWS::SNS::TopicPolicy');
    const allowed = statementsOf(policy!).filter(({ Effect }) => Effect === 'Allow');
    expect(allowed).toEqual([expect.objectContaining({ Principal: { Service: 'cloudwatch.amazonaws.com' } })]);
    template('observability').hasResourceProperties('AWS::KMS::Key', { EnableKeyRotation: true });
  });

  test('subscribe an alarm e-mail when there is one', () => {
    template('observability').resourceCountIs('AWS::SNS::Subscription', 0);
    const told = synthesize(stage, emptyBuild(), { alarmEmail: 'someone@example.com' });
    Template.fromJSON(told.getStackByName(`heal7-${stage}-observability`).template).hasResourceProperties(
      'AWS::SNS::Subscription',
      { Protocol: 'email', Endpoint: 'someone@example.com' },
    );
  }, 30_000);

  test('are the same bytes when synthesized again', () => {
    const again = synthesize(stage, emptyBuild());
    for (const { stackName, template: first } of assembly.stacks) {
      expect(again.getStackByName(stackName).template).toEqual(first);
    }
  }, 30_000);
});
