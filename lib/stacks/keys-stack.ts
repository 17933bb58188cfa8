import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { Settings } from '../config.ts';
import { removalPolicy } from '../constructs/removal-policy.ts';
import { resourceName } from '../names.ts';

/**
 * The keys of personal data and of access tokens. None leaves KMS, and whoever administers the account cannot read what they
 * protect without leaving a line in CloudTrail, with the user's id in it.
 */
export class KeysStack extends Stack {
  /** Wraps the data keys of users. */
  readonly data: kms.IKey;
  /** Hashes e-mail addresses and phone numbers, by which accounts are found. */
  readonly hash: kms.IKey;
  /** Signs access tokens. */
  readonly tokens: kms.IKey;

  constructor(scope: Construct, id: string, settings: Settings, props: StackProps) {
    super(scope, id, props);
    const { stage, protectData } = settings;
    // Without the first two, no backup can be read and no account be found.
    const kept = removalPolicy(protectData);
    const key = (name: string, description: string, options: kms.KeyProps) =>
      new kms.Key(this, name, {
        alias: resourceName(stage, name.toLowerCase()),
        description: `${description} of HEAL7, stage ${stage}`,
        removalPolicy: kept,
        ...options,
      });
    this.data = key('Data', 'Wraps the data keys of users', { enableKeyRotation: true });
    // KMS does not rotate these two. Another hash key would find nobody: it stays what it is for as long as the accounts live.
    this.hash = key('Hash', 'Hashes e-mail addresses and phone numbers', {
      keySpec: kms.KeySpec.HMAC_256,
      keyUsage: kms.KeyUsage.GENERATE_VERIFY_MAC,
    });
    this.tokens = key('Tokens', 'Signs access tokens', {
      keySpec: kms.KeySpec.ECC_NIST_P256,
      keyUsage: kms.KeyUsage.SIGN_VERIFY,
      // Lost, everyone logs in again, and nothing else.
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }
}
