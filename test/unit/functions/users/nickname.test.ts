import { describe, expect, test } from 'vitest';
import { createAccount } from '../../../../functions/users/accounts/contract.ts';
import { updateProfile } from '../../../../functions/users/me/profile/contract.ts';
import { nicknameInput } from '../../../../functions/users/nickname.ts';
import { checkPart } from '../../../../platform/errors/schema-issues.ts';

const codesOf = (text: string) => {
  const checked = checkPart(nicknameInput, text, 'body');
  return 'issues' in checked ? checked.issues.map(({ code }) => code) : [];
};

test.each(['미소', ' Miso ', '☂', '👩‍💻', 'مرحبا', 'x\u200dy', '\u3164달'])('%j is a nickname', text => {
  expect(codesOf(text)).toEqual([]);
});

describe('nothing is seen of', () => {
  test.each([
    ['a zero width and an override of direction', '\u200b\u202e'],
    ['a filler of Hangul', '\u3164'],
    ['fillers of syllables', '\u115f\u1160'],
    ['a blank of Braille', '\u2800'],
    ['a joiner between spaces', 'a\u200d'.slice(1)],
    ['a selector of variants', '\ufe0f'],
    ['tags', '\u{e0041}\u{e0042}'],
    ['a control', '\u0007'],
  ])('%s', (_, text) => {
    expect(codesOf(text)).toEqual(['nothing_visible']);
  });

  test('an empty text, which is told of as such', () => {
    expect(codesOf('')).toEqual(['too_short']);
    expect(codesOf(' \u3000\ufeff')).toEqual(['too_short']);
  });
});

test('it is counted as it is kept: fifty characters that NFC makes more of are too long for their column', () => {
  expect(checkPart(nicknameInput, 'e\u0301', 'body')).toEqual({ value: 'é' });
  expect(codesOf('\ufb2c'.repeat(50))).toEqual(['too_long']);
});

test('a profile and a sign-up take the same', () => {
  const invisible = { nickname: '\u200b\u202e' };
  for (const { request } of [updateProfile, createAccount]) {
    const checked = checkPart(request.body, invisible, 'body');
    expect('issues' in checked && checked.issues.find(({ path }) => path === 'nickname')?.code).toBe('nothing_visible');
  }
});
