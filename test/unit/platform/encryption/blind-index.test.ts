import { createHmac } from 'node:crypto';
import { GenerateMacCommand, KMSClient, KMSServiceException } from '@aws-sdk/client-kms';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { kmsBlindIndex, localBlindIndex } from '../../../../platform/encryption/blind-index.ts';

const key = new Uint8Array(32).fill(9);
const kms = mockClient(KMSClient);
// Other files of the same process use the real client.
afterAll(() => kms.restore());
const index = kmsBlindIndex({ client: new KMSClient({ region: 'ap-northeast-2' }), keyId: 'arn:of-hashes' });

beforeEach(() => {
  kms.reset();
  kms
    .on(GenerateMacCommand)
    .callsFake(async ({ Message }) => ({ Mac: createHmac('sha256', key).update(Message).digest() }));
});

test('a text has the same 32 bytes every time, and others as another kind or under another key', async () => {
  const local = localBlindIndex(key);
  const hash = await local.of('email', 'minji@example.com');
  expect(hash).toHaveLength(32);
  expect(await local.of('email', 'minji@example.com')).toEqual(hash);
  expect(await local.of('phone', 'minji@example.com')).not.toEqual(hash);
  expect(await localBlindIndex(new Uint8Array(32)).of('email', 'minji@example.com')).not.toEqual(hash);
});

test('KMS is asked for HMAC-SHA-256 of the same text as is hashed without it', async () => {
  expect(await index.of('phone', '+821012345678')).toEqual(await localBlindIndex(key).of('phone', '+821012345678'));
  expect(kms.commandCalls(GenerateMacCommand).map(({ args }) => args[0].input)).toEqual([
    { KeyId: 'arn:of-hashes', MacAlgorithm: 'HMAC_SHA_256', Message: Buffer.from('phone\0+821012345678') },
  ]);
});

test('without KMS there is no hash', async () => {
  const failing = (name: string) => new KMSServiceException({ name, $fault: 'client', message: '', $metadata: {} });
  kms.on(GenerateMacCommand).rejects(failing('AccessDeniedException'));
  await expect(index.of('email', 'a')).rejects.toMatchObject({ name: 'KeyUnusable', code: 'key_denied' });
  kms.on(GenerateMacCommand).rejects(failing('ThrottlingException'));
  await expect(index.of('email', 'a')).rejects.toMatchObject({ kind: { code: 'keys_unavailable' } });
  kms.on(GenerateMacCommand).resolves({});
  await expect(index.of('email', 'a')).rejects.toMatchObject({ kind: { code: 'keys_unavailable' } });
});
