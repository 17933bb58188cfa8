import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { CorsHttpMethod, HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Construct } from 'constructs';
import { cors } from '../../platform/http/cors.ts';
import type { Settings } from '../config.ts';
import { accessLogFields } from '../constructs/access-log.ts';
import { stageLogGroup } from '../constructs/log-group.ts';
import { resourceName } from '../names.ts';

/**
 * The one HTTP API to which every domain adds its routes.
 *
 * Over the rate, API Gateway answers 429 by itself with `{"message":"Too Many Requests"}`: HTTP APIs cannot
 * give that answer another body, so this one is not problem+json. There is no limit for each address yet
 * (docs/adr/0006-limits-at-the-gateway-first.md).
 */
export class ApiStack extends Stack {
  readonly api: HttpApi;
  readonly stage: HttpStage;

  constructor(scope: Construct, id: string, settings: Settings, props: StackProps) {
    super(scope, id, props);
    // API Gateway answers preflights itself, and takes these headers in place of any a function sends.
    this.api = new HttpApi(this, 'Api', {
      apiName: resourceName(settings.stage, 'api'),
      description: `HEAL7, stage ${settings.stage}`,
      createDefaultStage: false,
      corsPreflight: {
        allowOrigins: [...cors.allowOrigins],
        allowMethods: cors.allowMethods.map(method => CorsHttpMethod[method]),
        allowHeaders: [...cors.allowHeaders],
        exposeHeaders: [...cors.exposeHeaders],
        maxAge: Duration.seconds(cors.maxAgeSeconds),
      },
    });
    // Under `vendedlogs`, each API does not add a statement to a policy that holds 5,120 characters an account.
    const logs = stageLogGroup(this, 'AccessLogs', settings, `/aws/vendedlogs/${resourceName(settings.stage, 'api')}`);
    this.stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: settings.api,
      accessLogSettings: {
        destination: new LogGroupLogDestination(logs),
        format: AccessLogFormat.custom(JSON.stringify(accessLogFields)),
      },
    });
    new CfnOutput(this, 'Url', { value: this.stage.url, description: 'Where the API answers' });
  }
}
