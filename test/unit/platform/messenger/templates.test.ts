import { describe, expect, test } from 'vitest';
import { messageText, type TemplateName } from '../../../../platform/messenger/templates.ts';

const VALUES = { code: '999999', minutes: '10', provider: 'Google' };

const names: readonly TemplateName[] = [
  'sign-up-code',
  'log-in-code',
  'password-reset-code',
  'contact-change-code',
  'erasure-code',
  'guardian-code',
  'no-account',
  'password-changed',
  'identity-linked',
];

describe.each(names)('the message %s', name => {
  const { subject, email, sms } = messageText(name, VALUES as never);

  test('is one SMS in Korean, and one in English', () => {
    // UCS-2 has 70 characters in one; the English ones are GSM 03.38, which has 160.
    expect(sms.ko.length).toBeLessThanOrEqual(70);
    expect(sms.en.length).toBeLessThanOrEqual(160);
    expect(sms.en).toMatch(/^[\x20-\x7e]+$/);
  });

  test('has words in both languages, and every value it was given', () => {
    for (const text of [subject, email, sms]) {
      expect(text.ko).toMatch(/\p{Script=Hangul}/u);
      expect(text.en).not.toMatch(/\p{Script=Hangul}/u);
      expect(`${text.ko}${text.en}`).not.toMatch(/undefined|\[object/);
    }
    if (name.endsWith('-code')) {
      for (const text of [email.ko, email.en, sms.ko, sms.en]) {
        expect(text).toContain('999999');
        expect(text).toContain('10');
      }
    }
  });

  test('puts no particle after a value, since which one is right hangs on its last sound', () => {
    // 235011을, but 235012를.
    for (const { ko } of [subject, email, sms]) {
      expect(ko).not.toMatch(/(999999|Google)(을|를|이|가|은|는|과|와|로|으로)(?![가-힣])/);
    }
  });

  test('has no code in its subject, which locked screens show', () => {
    expect(`${subject.ko}${subject.en}`).not.toContain('999999');
  });
});
