import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { HttpDeclaration } from '../../platform/manifest/domain.ts';
import type { Artifact } from '../bundle.ts';
import type { Settings } from '../config.ts';
import { httpFunctionName } from '../names.ts';
import type { Platform } from './needs.ts';
import { stageFunction } from './stage-function.ts';

/** An HTTP API gives up after 30 s; a function may not outlive its caller. */
const longestAnswerSeconds = 29;

export interface HttpFunctionProps {
  readonly settings: Settings;
  readonly domain: string;
  readonly declaration: HttpDeclaration;
  readonly artifact: Artifact;
  readonly engine: lambda.ILayerVersion;
  readonly engineDigest: string;
  readonly platform: Platform;
}

/**
 * The function that serves all of a domain's routes.
 *
 * Tracing is off: it costs 5 USD per million and a permission on every resource (X-Ray has no narrower one), and asks for
 * a way to X-Ray out of the network. What a request waits for, its log line says.
 */
export class HttpFunction extends Construct {
  readonly lambda: lambda.Function;

  constructor(scope: Construct, id: string, props: HttpFunctionProps) {
    super(scope, id);
    const { settings, domain, declaration, artifact, engine, engineDigest, platform } = props;
    if (declaration.timeoutSeconds > longestAnswerSeconds) {
      throw new RangeError(
        `${domain}: ${declaration.timeoutSeconds} s is over API Gateway's ${longestAnswerSeconds} s`,
      );
    }
    this.lambda = stageFunction(this, {
      settings,
      name: httpFunctionName(domain),
      description: `HTTP routes of ${domain}`,
      artifact,
      engine,
      engineDigest,
      memoryMb: settings.memoryMb[domain] ?? declaration.memoryMb,
      timeoutSeconds: declaration.timeoutSeconds,
      needs: declaration,
      platform,
    });
  }
}
