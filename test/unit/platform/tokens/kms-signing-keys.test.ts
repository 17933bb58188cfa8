import { createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { createAccessTokens } from '../../../../platform/tokens/access-token.ts';
import { kmsSigningKeys } from '../../../../platform/tokens/kms-signing-keys.ts';

const kms = mockClient(KMSClient);
// Other files of the same process use the real client.
afterAll(() => kms.restore());
const now = new Date('2026-01-01T00:00:00Z');
const subject = {
  userId: '5d9d3c05-38a7-4f3c-9d2a-4b1e1f0e7a11',
  sessionId: '0b5a4c1e-6b1f-4b8e-8a34-0d7c5a1d9e22',
  roles: ['member'],
} as const;

const keys: Readonly<Record<string, KeyObject>> = {
  old: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
  next: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
};

let away = false;

beforeEach(() => {
  away = false;
  kms.reset();
  kms.on(GetPublicKeyCommand).callsFake(({ KeyId }) => {
    if (away) throw new Error('KMS is away');
    return { PublicKey: createPublicKey(keys[KeyId]!).export({ format: 'der', type: 'spki' }) };
  });
  kms.on(SignCommand).callsFake(({ KeyId, Message }) => ({ Signature: sign('sha256', Message, keys[KeyId]!) }));
});

const tokensOf = (...ids: [string, ...string[]]) =>
  createAccessTokens({ keys: kmsSigningKeys(new KMSClient({ region: 'local' }), ids), issuer: 'urn:test' });

test('a token is signed in KMS by the first key, in one call, and verifies', async () => {
  const tokens = tokensOf('old', 'next');
  const token = await tokens.issue(subject, now);
  expect(await tokens.verify(token, now)).toEqual({ kind: 'user', ...subject });
  expect(kms.commandCalls(SignCommand).map(call => call.args[0].input)).toEqual([
    {
      KeyId: 'old',
      Message: Buffer.from(token.slice(0, token.lastIndexOf('.'))),
      MessageType: 'RAW',
      SigningAlgorithm: 'ECDSA_SHA_256',
    },
  ]);
});

test('public keys are asked for once a process, and again after a failure', async () => {
  const tokens = tokensOf('old', 'next');
  away = true;
  await expect(tokens.issue(subject, now)).rejects.toThrow('KMS is away');
  away = false;
  kms.resetHistory();
  for (let n = 0; n < 3; n++) await tokens.verify(await tokens.issue(subject, now), now);
  expect((await tokens.jwks()).keys).toHaveLength(2);
  expect(kms.commandCalls(GetPublicKeyCommand)).toHaveLength(2);
});

test('through a rotation each process takes the tokens of the others', async () => {
  const stages = [tokensOf('old'), tokensOf('old', 'next'), tokensOf('next', 'old'), tokensOf('next')];
  for (const [at, signing] of stages.entries()) {
    const token = await signing.issue(subject, now);
    for (const verifying of stages.slice(Math.max(0, at - 1), at + 2)) {
      expect(await verifying.verify(token, now)).toMatchObject({ userId: subject.userId });
    }
  }
});

test('a key of another curve is refused', async () => {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  kms.on(GetPublicKeyCommand).resolves({ PublicKey: publicKey.export({ format: 'der', type: 'spki' }) });
  await expect(tokensOf('p384').jwks()).rejects.toThrow(TypeError);
});
