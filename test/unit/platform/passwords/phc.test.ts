import { expect, test } from 'vitest';
import { readPhc, writePhc } from '../../../../platform/passwords/phc.ts';

/** From the reference implementation's own tests: `password`, salted with `somesalt`. */
const REFERENCE = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';

test('a PHC string says what it was made with, and is written as it was read', () => {
  const stored = readPhc(REFERENCE)!;
  expect(stored.parameters).toEqual({ memory: 65536, passes: 2, parallelism: 1 });
  expect(Buffer.from(stored.salt).toString()).toBe('somesalt');
  expect(stored.tag).toHaveLength(32);
  expect(writePhc(stored)).toBe(REFERENCE);
});

test.each([
  ['another function', REFERENCE.replace('argon2id', 'argon2i')],
  ['another version', REFERENCE.replace('v=19', 'v=16')],
  ['more memory than we would take', REFERENCE.replace('m=65536', 'm=9999999')],
  ['no passes', REFERENCE.replace('t=2', 't=0')],
  ['a tag too short', `${REFERENCE.slice(0, -22)}`],
  ['something after it', `${REFERENCE}$x`],
  ['nothing', ''],
])('%s is no hash of ours', (_, text) => {
  expect(readPhc(text)).toBeUndefined();
});
