import {
  DecryptCommand,
  GenerateDataKeyWithoutPlaintextCommand,
  KMSClient,
  KMSServiceException,
  ReEncryptCommand,
} from '@aws-sdk/client-kms';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { kmsWrapping } from '../../../../platform/encryption/kms-wrapping.ts';
import { testEncryption } from './test-encryption.ts';

const KEY = 'arn:aws:kms:ap-northeast-2:111122223333:key/of-data';
const FORMER = 'arn:aws:kms:ap-northeast-2:111122223333:key/of-former-years';
const blob = Uint8Array.from([1, 2, 3]);
const place = { userId: 'minji', table: 'people', column: 'birth', rowId: 'row-1' };

const kms = mockClient(KMSClient);
// Other files of the same process use the real client.
afterAll(() => kms.restore());
const client = new KMSClient({ region: 'ap-northeast-2' });
const wrapping = kmsWrapping({ client, keyId: KEY });

const refusal = (name: string, $fault: 'client' | 'server' = 'client') =>
  new KMSServiceException({ name, $fault, message: 'of minji', $metadata: {} });

beforeEach(() => {
  kms.reset();
  kms.on(GenerateDataKeyWithoutPlaintextCommand).resolves({ CiphertextBlob: blob });
  kms.on(DecryptCommand).callsFake(async () => ({ Plaintext: new Uint8Array(32).fill(7) }));
  kms.on(ReEncryptCommand).resolves({ CiphertextBlob: Uint8Array.from([4]) });
});

describe('every call names the key, and the user as encryption context:', () => {
  test('making a data key', async () => {
    expect(await wrapping.generate('minji')).toEqual({ bytes: blob, by: KEY });
    expect(kms.commandCalls(GenerateDataKeyWithoutPlaintextCommand).map(({ args }) => args[0].input)).toEqual([
      { KeyId: KEY, KeySpec: 'AES_256', EncryptionContext: { user_id: 'minji' } },
    ]);
  });

  test('unwrapping one', async () => {
    expect(await wrapping.unwrap('minji', { bytes: blob, by: FORMER })).toEqual(new Uint8Array(32).fill(7));
    expect(kms.commandCalls(DecryptCommand).map(({ args }) => args[0].input)).toEqual([
      { KeyId: FORMER, CiphertextBlob: blob, EncryptionContext: { user_id: 'minji' } },
    ]);
  });

  test('wrapping one by another key, without seeing it', async () => {
    expect(await wrapping.rewrap('minji', { bytes: blob, by: FORMER })).toEqual({
      bytes: Uint8Array.from([4]),
      by: KEY,
    });
    const context = { user_id: 'minji' };
    expect(kms.commandCalls(ReEncryptCommand).map(({ args }) => args[0].input)).toEqual([
      {
        CiphertextBlob: blob,
        SourceKeyId: FORMER,
        SourceEncryptionContext: context,
        DestinationKeyId: KEY,
        DestinationEncryptionContext: context,
      },
    ]);
  });
});

test('sealing and opening go through KMS once in 5 minutes', async () => {
  const { keys, cipher, clock } = testEncryption({ wrapping });
  await keys.create('minji');
  for (let n = 0; n < 10; n++) await cipher.open(place, await cipher.seal(place, 'value'));
  expect(kms.commandCalls(DecryptCommand)).toHaveLength(1);
  clock.ms += 300_000;
  await cipher.seal(place, 'value');
  expect(kms.commandCalls(DecryptCommand)).toHaveLength(2);
});

describe('KMS that refuses', () => {
  const denials = [
    'AccessDeniedException',
    'DisabledException',
    'InvalidCiphertextException',
    'IncorrectKeyException',
    'KMSInvalidStateException',
    'NotFoundException',
  ];

  test.each(denials)('with %s: nothing opens and nothing is sealed, and it is our fault', async name => {
    const own = testEncryption({ wrapping });
    await own.keys.create('minji');
    const sealed = await own.cipher.seal(place, 'value');
    kms.on(DecryptCommand).rejects(refusal(name));
    own.clock.ms += 300_000;
    await expect(own.cipher.open(place, sealed)).rejects.toMatchObject({
      name: 'UnopenedField',
      code: 'key_denied',
      kind: { code: 'internal_error' },
    });
    await expect(own.cipher.seal(place, 'value')).rejects.toMatchObject({ code: 'key_denied' });
  });

  test('to make a data key: the user has none', async () => {
    const { keys, store } = testEncryption({ wrapping });
    kms.on(GenerateDataKeyWithoutPlaintextCommand).rejects(refusal('AccessDeniedException'));
    await expect(keys.create('minji')).rejects.toMatchObject({ code: 'key_denied' });
    expect(await store.read('minji')).toBeUndefined();
  });
});

describe('KMS that cannot answer', () => {
  const troubles: readonly (readonly [string, Error])[] = [
    ['throttled', refusal('ThrottlingException')],
    ['over its limit', refusal('LimitExceededException')],
    ['out of order', refusal('KMSInternalException', 'server')],
    ['without its hardware', refusal('DependencyTimeoutException', 'server')],
    ['not reached', Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })],
  ];

  test.each(troubles)('%s: nothing opens, who asks may try again, and it works again after', async (_, error) => {
    const own = testEncryption({ wrapping });
    await own.keys.create('minji');
    const sealed = await own.cipher.seal(place, 'value');
    own.clock.ms += 300_000;
    kms.on(DecryptCommand).rejects(error);
    const again = { kind: { code: 'keys_unavailable', status: 503 }, headers: { 'retry-after': '1' } };
    await expect(own.cipher.open(place, sealed)).rejects.toMatchObject({ code: 'key_unavailable', ...again });
    await expect(own.cipher.seal(place, 'value')).rejects.toMatchObject(again);
    kms.on(DecryptCommand).callsFake(async () => ({ Plaintext: new Uint8Array(32).fill(7) }));
    expect(Buffer.from(await own.cipher.open(place, sealed)).toString()).toBe('value');
  });

  test.each([
    ['nothing', {}],
    ['a key that is too short', { Plaintext: new Uint8Array(16) }],
  ])('answers with %s: it is refused', async (_, answer) => {
    kms.on(DecryptCommand).resolves(answer);
    await expect(wrapping.unwrap('minji', { bytes: blob, by: KEY })).rejects.toMatchObject({ code: 'key_denied' });
  });
});
