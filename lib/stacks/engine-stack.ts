import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { Artifact } from '../bundle.ts';

/** The saju engine, shared by the functions as a layer. */
export class EngineStack extends Stack {
  readonly layer: lambda.LayerVersion;

  constructor(scope: Construct, id: string, artifact: Artifact, props: StackProps) {
    super(scope, id, props);
    this.layer = new lambda.LayerVersion(this, 'Engine', {
      description: `@heal7/saju-engine ${artifact.digest.slice(0, 12)}`,
      code: lambda.Code.fromAsset(artifact.directory),
      compatibleRuntimes: [lambda.Runtime.NODEJS_24_X],
      compatibleArchitectures: [lambda.Architecture.ARM_64],
      // A new engine is a new version. The old one stays, so that a domain whose deployment fails can go back to it.
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}
