import { expect, test } from 'vitest';
import { apiKeyHash, newApiKey } from '../../../../platform/tokens/api-key.ts';

test('a key is found by its hash, and two are never the same', () => {
  const key = newApiKey();
  expect(key.text).toMatch(/^h7_[\w-]{43}$/);
  expect(key.prefix).toBe(key.text.slice(0, 11));
  expect(apiKeyHash(key.text)).toEqual(key.hash);
  expect(newApiKey().text).not.toBe(key.text);
});

test.each([
  '',
  'h7_',
  `h7_${'a'.repeat(44)}`,
  `H7_${'a'.repeat(43)}`,
  `h7_${'a'.repeat(42)}!`,
  `h7_${'a'.repeat(43)}\n`,
])('%j is no key, and nothing is looked for', text => {
  expect(apiKeyHash(text)).toBeUndefined();
});
