import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { expect, test } from 'vitest';
import { joseSignature } from '../../../../platform/tokens/jose-signature.ts';

test('a DER signature verifies in the form of JOSE, however long its integers are', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const lengths = new Set<number>();
  // One in 256 has an r shorter than 32 bytes, half have a sign byte.
  for (let n = 0; n < 600; n++) {
    const data = Buffer.from(`message ${n}`);
    const der = sign('sha256', data, privateKey);
    lengths.add(der.length);
    const signature = joseSignature(der);
    expect(signature).toHaveLength(64);
    expect(verify('sha256', data, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true);
  }
  expect(lengths.size).toBeGreaterThan(2);
});

test('short integers are padded on the left', () => {
  const signature = joseSignature(Uint8Array.of(0x30, 7, 2, 1, 5, 2, 2, 0, 0x80));
  expect([...signature.subarray(0, 32)]).toEqual([...Array<number>(31).fill(0), 5]);
  expect([...signature.subarray(32)]).toEqual([...Array<number>(31).fill(0), 0x80]);
});

test.each([
  ['nothing', []],
  ['no sequence', [0x31, 6, 2, 1, 5, 2, 1, 5]],
  ['a wrong length', [0x30, 7, 2, 1, 5, 2, 1, 5]],
  ['one integer', [0x30, 3, 2, 1, 5]],
  ['no integer', [0x30, 6, 4, 1, 5, 2, 1, 5]],
  ['an integer that goes past the end', [0x30, 6, 2, 1, 5, 2, 9, 5]],
  ['an integer of 33 digits', [0x30, 38, 2, 33, ...Array<number>(33).fill(1), 2, 1, 5]],
  ['something after it', [0x30, 7, 2, 1, 5, 2, 1, 5, 0]],
])('%s is no signature', (_, bytes) => {
  expect(() => joseSignature(Uint8Array.from(bytes))).toThrow(TypeError);
});
