import { expect, test } from 'vitest';
import { updateProfile } from '../../../../functions/users/me/profile/contract.ts';
import { checkPart } from '../../../../platform/errors/schema-issues.ts';

const codesOf = (profileImageUrl: unknown) => {
  const checked = checkPart(updateProfile.request.body, { profileImageUrl }, 'body');
  return 'issues' in checked ? checked.issues.map(({ path, code }) => `${path} ${code}`) : [];
};

test.each(['https://cdn.example.com/me.webp', 'https://8.8.8.8/me', null])('%j may be the image of a profile', url => {
  expect(codesOf(url)).toEqual([]);
});

test.each([
  ['http://cdn.example.com/me.webp', 'not_https'],
  ['javascript:alert(1)', 'not_https'],
  ['me.webp', 'invalid_url'],
  ['https://user:pw@cdn.example.com/', 'credentials_in_url'],
  ['https://user:pw@127.0.0.1/', 'credentials_in_url'],
  ['https://127.0.0.1/me.webp', 'private_address'],
  ['https://[::1]/me.webp', 'private_address'],
])('%s may not: %s', (url, code) => {
  expect(codesOf(url)).toEqual([`profileImageUrl ${code}`]);
});
