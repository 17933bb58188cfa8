import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { SocketDeclaration } from '../../platform/manifest/domain.ts';
import type { Artifact } from '../bundle.ts';
import type { Settings } from '../config.ts';
import { socketFunctionName } from '../names.ts';
import type { Platform } from './needs.ts';
import { stageFunction } from './stage-function.ts';

/** A WebSocket API gives up after 29 s. */
const LONGEST_ANSWER_SECONDS = 29;

export interface SocketFunctionProps {
  readonly settings: Settings;
  readonly domain: string;
  readonly declaration: SocketDeclaration;
  readonly artifact: Artifact;
  readonly engine: lambda.ILayerVersion;
  readonly engineDigest: string;
  readonly platform: Platform;
}

/** The function that hears of connections, and what they say. */
export class SocketFunction extends Construct {
  readonly lambda: lambda.Function;

  constructor(scope: Construct, id: string, props: SocketFunctionProps) {
    super(scope, id);
    const { settings, domain, declaration, artifact, engine, engineDigest, platform } = props;
    const { name, memoryMb, timeoutSeconds } = declaration;
    if (timeoutSeconds > LONGEST_ANSWER_SECONDS) {
      throw new RangeError(`${name}: ${timeoutSeconds} s is over API Gateway's ${LONGEST_ANSWER_SECONDS} s`);
    }
    this.lambda = stageFunction(this, {
      settings,
      name: socketFunctionName(domain, name),
      description: `WebSocket API ${name}`,
      artifact,
      engine,
      engineDigest,
      memoryMb,
      timeoutSeconds,
      needs: declaration,
      environment: { LIVE_ORIGINS: settings.devices.liveOrigins.join(',') },
      platform,
    });
  }
}
