import { Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { LogGroupLogDestination, WebSocketApi, WebSocketRoute, WebSocketStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { WebSocketLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { SocketDeclaration } from '../../platform/manifest/domain.ts';
import type { Settings } from '../config.ts';
import { resourceName } from '../names.ts';
import { socketLogFields } from './access-log.ts';
import { GatewayLogs } from './gateway-logs.ts';
import { stageLogGroup } from './log-group.ts';

/** Each message of a client is the function's to understand, whatever is in it. */
const ROUTES = ['$connect', '$disconnect', '$default'] as const;

/** A WebSocket API: its address is known before the function that answers it, which may want to be told. */
export class SocketApi extends Construct {
  readonly api: WebSocketApi;
  readonly stage: WebSocketStage;

  constructor(scope: Construct, id: string, settings: Settings, { name, purpose }: SocketDeclaration) {
    super(scope, id);
    const apiName = resourceName(settings.stage, name);
    this.api = new WebSocketApi(this, 'Api', {
      apiName,
      description: purpose,
      routeSelectionExpression: '$request.body.action',
    });
    // Written by a role, unlike those of HTTP APIs: a name under `vendedlogs` would save no policy here.
    const logs = stageLogGroup(this, 'AccessLogs', settings, `/aws/apigateway/${apiName}`);
    this.stage = new WebSocketStage(this, 'Stage', {
      webSocketApi: this.api,
      stageName: settings.stage,
      autoDeploy: true,
      throttle: settings.api,
      accessLogSettings: {
        destination: new LogGroupLogDestination(logs),
        format: AccessLogFormat.custom(JSON.stringify(socketLogFields)),
      },
    });
    this.stage.node.addDependency(GatewayLogs.of(this));
  }

  /** Where clients connect: `wss://…`. */
  get url(): string {
    return this.stage.url;
  }

  /** Where functions send to connections. */
  get callbackUrl(): string {
    return this.stage.callbackUrl;
  }

  answerWith(handler: lambda.IFunction): void {
    const integration = new WebSocketLambdaIntegration('Integration', handler);
    for (const routeKey of ROUTES) {
      const route = new WebSocketRoute(this, routeKey, { webSocketApi: this.api, routeKey, integration });
      Validations.of(route).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason:
          'A connection is let in by the function, for a ticket that is used up by it; no other route has a caller of its own.',
      });
    }
  }
}
