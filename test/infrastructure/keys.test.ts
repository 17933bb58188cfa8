import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import { stageNames } from '../../lib/config.ts';
import { emptyBuild, synthesize } from './synthesis.ts';

describe.each(stageNames)('the keys of %s', stage => {
  const assembly = synthesize(stage, emptyBuild());
  const keys = Template.fromJSON(assembly.getStackByName(`heal7-${stage}-keys`).template);
  const kept = stage === 'prod' ? 'RetainExceptOnCreate' : 'Delete';

  test('are three, each for one use', () => {
    keys.resourceCountIs('AWS::KMS::Key', 3);
  });

  test('wrap data keys by one that KMS changes each year', () => {
    keys.hasResource('AWS::KMS::Key', {
      Properties: { EnableKeyRotation: true, KeySpec: Match.absent(), KeyUsage: Match.absent() },
      DeletionPolicy: kept,
    });
  });

  test('hash what is found by value with one that never leaves KMS and never changes', () => {
    keys.hasResource('AWS::KMS::Key', {
      Properties: { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC', EnableKeyRotation: Match.absent() },
      DeletionPolicy: kept,
    });
  });

  test('sign tokens with one of the curve that ES256 asks for', () => {
    keys.hasResourceProperties('AWS::KMS::Key', { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' });
  });

  test('are used by whom IAM lets: their policies name nobody but the account', () => {
    for (const { Properties } of Object.values(keys.findResources('AWS::KMS::Key'))) {
      expect(Properties.KeyPolicy.Statement).toEqual([
        {
          Effect: 'Allow',
          Action: 'kms:*',
          Principal: { AWS: { 'Fn::Join': ['', ['arn:aws:iam::', { Ref: 'AWS::AccountId' }, ':root']] } },
          Resource: '*',
        },
      ]);
    }
  });
});
