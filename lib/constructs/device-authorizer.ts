import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { CfnAuthorizer } from 'aws-cdk-lib/aws-iot';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { AuthorizerDeclaration } from '../../platform/manifest/domain.ts';
import type { Artifact } from '../bundle.ts';
import type { Settings } from '../config.ts';
import { authorizerFunctionName, devicesName } from '../names.ts';
import { rulesEnvironment } from './device-needs.ts';
import type { Platform } from './needs.ts';
import { stageFunction } from './stage-function.ts';

/** IoT Core waits no longer for an answer. */
const LONGEST_ANSWER_SECONDS = 5;

export interface DeviceAuthorizerProps {
  readonly settings: Settings;
  readonly domain: string;
  readonly declaration: AuthorizerDeclaration;
  readonly artifact: Artifact;
  readonly engine: lambda.ILayerVersion;
  readonly engineDigest: string;
  readonly platform: Platform;
}

/** Whom IoT Core asks at each connection, and every five minutes of one: a function that answers with a policy for that device. */
export class DeviceAuthorizer extends Construct {
  readonly lambda: lambda.Function;
  readonly authorizer: CfnAuthorizer;

  constructor(scope: Construct, id: string, props: DeviceAuthorizerProps) {
    super(scope, id);
    const { settings, domain, declaration, artifact, engine, engineDigest, platform } = props;
    const { name, memoryMb, timeoutSeconds } = declaration;
    if (timeoutSeconds > LONGEST_ANSWER_SECONDS) {
      throw new RangeError(`${name}: ${timeoutSeconds} s is over IoT Core's ${LONGEST_ANSWER_SECONDS} s`);
    }
    this.lambda = stageFunction(this, {
      settings,
      name: authorizerFunctionName(domain, name),
      description: `Authorizer ${name}`,
      artifact,
      engine,
      engineDigest,
      memoryMb,
      timeoutSeconds,
      needs: declaration,
      environment: rulesEnvironment(settings),
      platform,
    });
    this.authorizer = new CfnAuthorizer(this, 'Authorizer', {
      authorizerName: devicesName(settings.stage),
      authorizerFunctionArn: this.lambda.functionArn,
      // User name and password, in place of a token that somebody has signed.
      signingDisabled: true,
      status: 'ACTIVE',
    });
    this.lambda.addPermission('Broker', {
      principal: new iam.ServicePrincipal('iot.amazonaws.com'),
      sourceArn: this.authorizer.attrArn,
      sourceAccount: Stack.of(this).account,
    });
  }
}
