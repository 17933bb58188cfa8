import { expect, test } from 'vitest';
import { bearerToken } from '../../../../platform/tokens/bearer-token.ts';

test.each([
  ['Bearer a.b.c', 'a.b.c'],
  ['bearer a.b.c', 'a.b.c'],
  ['BEARER   a.b-_c', 'a.b-_c'],
])('%s holds a token', (header, token) => {
  expect(bearerToken(header)).toBe(token);
});

test.each([
  '',
  'Bearer',
  'Bearer ',
  'a.b.c',
  'Basic dTpw',
  'Bearer a.b.c d',
  'Bearer a.b.c,Bearer d.e.f',
  'Bearer\ta.b.c',
])('%j holds none', header => {
  expect(bearerToken(header)).toBeUndefined();
});
