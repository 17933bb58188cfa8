import { expect, test } from 'vitest';
import { localWrapping } from '../../../../platform/encryption/local-wrapping.ts';
import { masterKey } from './test-encryption.ts';

const own = masterKey();
const wrapping = localWrapping([own]);
const denied = expect.objectContaining({ name: 'KeyUnusable', code: 'key_denied' });

test('a data key has 32 bytes, which are others each time, and unwraps to the same each time', async () => {
  const [one, other] = await Promise.all([wrapping.generate('minji'), wrapping.generate('minji')]);
  const keys = await Promise.all([one, one, other].map(wrapped => wrapping.unwrap('minji', wrapped)));
  expect(keys.map(({ length }) => length)).toEqual([32, 32, 32]);
  expect(keys[0]).toEqual(keys[1]);
  expect(keys[0]).not.toEqual(keys[2]);
});

test('it unwraps for no other user, by no other master key, and not if a byte of it is changed or missing', async () => {
  const wrapped = await wrapping.generate('minji');
  await expect(wrapping.unwrap('junho', wrapped)).rejects.toEqual(denied);
  const other = masterKey();
  await expect(localWrapping([other]).unwrap('minji', wrapped)).rejects.toEqual(denied);
  await expect(localWrapping([{ ...other, id: own.id }]).unwrap('minji', wrapped)).rejects.toEqual(denied);
  for (let at = 0; at < wrapped.bytes.length; at++) {
    const bytes = Uint8Array.from(wrapped.bytes);
    bytes[at]! ^= 0x80;
    await expect(wrapping.unwrap('minji', { ...wrapped, bytes })).rejects.toEqual(denied);
    const cut = { ...wrapped, bytes: wrapped.bytes.subarray(0, at) };
    await expect(wrapping.unwrap('minji', cut)).rejects.toEqual(denied);
  }
});

test('wrapped by another master key it is the same data key, for the same user alone', async () => {
  const both = localWrapping([masterKey(), own]);
  const wrapped = await wrapping.generate('minji');
  const again = await both.rewrap('minji', wrapped);
  expect(again.by).toBe(both.current);
  expect(await both.unwrap('minji', again)).toEqual(await wrapping.unwrap('minji', wrapped));
  await expect(both.rewrap('junho', wrapped)).rejects.toEqual(denied);
});
