import { expect, test } from 'vitest';
import { preferredLanguage } from '../../../../platform/http/language.ts';

test.each([
  [undefined, 'en'],
  ['', 'en'],
  ['*', 'en'],
  ['ko', 'ko'],
  ['ko-KR', 'ko'],
  ['KO-kr', 'ko'],
  ['en-GB', 'en'],
  ['ko-KR,ko;q=0.9,en-US;q=0.8,en;q=0.7', 'ko'],
  ['en-US,en;q=0.9,ko;q=0.8', 'en'],
  ['en;q=0.5, ko;q=0.6', 'ko'],
  ['ko, en', 'ko'],
  ['en, ko', 'en'],
  ['fr, ko;q=0.1', 'ko'],
  ['fr, de', 'en'],
  ['ko;q=0', 'en'],
  ['ko;q=0, *', 'en'],
  ['en;q=0, *', 'ko'],
  ['*;q=0.5, ko;q=0.4', 'en'],
  ['ko;q=2', 'en'],
  ['ko;q=abc, en;q=0.1', 'en'],
  ['korean', 'en'],
] as const)('Accept-Language %j is answered in %s', (header, language) => {
  expect(preferredLanguage(header)).toBe(language);
});
