import { expect, test } from 'vitest';
import { readQuery } from '../../../../platform/http/query.ts';

test.each([
  ['', {}],
  ['a=1&b=2', { a: '1', b: '2' }],
  ['a=1,2', { a: '1,2' }],
  ['a=1+2&b=%EA%B0%91', { a: '1 2', b: '갑' }],
  ['a', { a: '' }],
  ['a=&&b==', { a: '', b: '=' }],
  ['constructor=1', { constructor: '1' }],
])('%j is read', (raw, value) => {
  expect(readQuery(raw)).toEqual({ value, issues: [] });
});

test.each([
  ['a=1&a=1', 'a', 'duplicate'],
  ['a=1&b=2&%61=3', 'a', 'duplicate'],
  ['a=%', 'a', 'invalid_encoding'],
  ['a=%EA%B0', 'a', 'invalid_encoding'],
  ['a=%ED%A0%80', 'a', 'invalid_encoding'],
  ['%zz=1', '', 'invalid_encoding'],
  ['__proto__=1', '__proto__', 'unknown_field'],
])('%j is refused: %s %s', (raw, path, code) => {
  expect(readQuery(raw).issues).toEqual([{ in: 'query', path, code }]);
});

test.each([
  [`${'a'.repeat(10_000)}=1&${'a'.repeat(10_000)}=1`, 'duplicate'],
  [`${'a'.repeat(10_000)}=%`, 'invalid_encoding'],
])('a long name is told as far as is needed', (raw, code) => {
  expect(readQuery(raw).issues).toEqual([{ in: 'query', path: `${'a'.repeat(256)}…`, code }]);
});
