import { Duration } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { HttpDeclaration } from '../../platform/manifest/domain.ts';
import type { Artifact } from '../bundle.ts';
import type { Settings } from '../config.ts';
import { httpFunctionName, resourceName } from '../names.ts';
import { stageLogGroup } from './log-group.ts';

/** An HTTP API gives up after 30 s; a function may not outlive its caller. */
const longestAnswerSeconds = 29;

export interface HttpFunctionProps {
  readonly settings: Settings;
  readonly domain: string;
  readonly declaration: HttpDeclaration;
  readonly artifact: Artifact;
  readonly engine: lambda.ILayerVersion;
  /** Names the engine's build in the function's description. */
  readonly engineDigest: string;
}

/**
 * The function that serves all of a domain's routes.
 *
 * Tracing is off: a request is one function and calls nothing, so that a trace would hold the one segment
 * whose length the `Duration` metric has already, for 5 USD per million and a permission on every resource
 * (X-Ray has no narrower one). It is worth deciding again with the first call to a store.
 */
export class HttpFunction extends Construct {
  readonly lambda: lambda.Function;

  constructor(scope: Construct, id: string, props: HttpFunctionProps) {
    super(scope, id);
    const { settings, domain, declaration, artifact, engine, engineDigest } = props;
    if (declaration.timeoutSeconds > longestAnswerSeconds) {
      throw new RangeError(
        `${domain}: ${declaration.timeoutSeconds} s is over API Gateway's ${longestAnswerSeconds} s`,
      );
    }
    const functionName = resourceName(settings.stage, httpFunctionName(domain));
    const logs = stageLogGroup(this, 'Logs', settings, `/aws/lambda/${functionName}`);
    // Not AWSLambdaBasicExecutionRole: that managed policy may write to every log group of the account.
    const role = new iam.Role(this, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
    logs.grantWrite(role);

    this.lambda = new lambda.Function(this, 'Function', {
      functionName,
      // The layer is referred to by a name that does not change with its content: without its digest here
      // a new engine would leave this template as it was, and the deployment would skip it.
      description: `HTTP routes of ${domain}, engine ${engineDigest.slice(0, 12)}`,
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      code: lambda.Code.fromAsset(artifact.directory),
      handler: 'index.handler',
      layers: [engine],
      memorySize: settings.memoryMb[domain] ?? declaration.memoryMb,
      timeout: Duration.seconds(declaration.timeoutSeconds),
      // Readable stacks in the one place that has real errors, for 5 ms of a cold start (measured: importing a
      // bundle of 114 kB takes 16 ms, 21 with its map) and nothing after it.
      environment: {
        NODE_OPTIONS: '--enable-source-maps',
        // Of the function and of the engine: either may change an answer.
        HEAL7_BUILD: artifact.digest.slice(0, 6) + engineDigest.slice(0, 6),
      },
      role,
      logGroup: logs,
      // Every line one JSON object, Lambda's own too, so that Logs Insights finds fields without patterns. Ours
      // are written to standard output as they are: metrics in them (EMF) are read only at the root of a line.
      loggingFormat: lambda.LoggingFormat.JSON,
    });
  }
}
