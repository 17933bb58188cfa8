import { expect, test } from 'vitest';
import { givenPassword, passwordInput } from '../../../../platform/passwords/password-input.ts';

test('a password typed on a Mac and on Windows is the same', () => {
  const composed = '비밀번호는길고길다';
  expect(passwordInput.parse(`${composed.normalize('NFD')}!`)).toBe(`${composed}!`);
  expect(givenPassword.parse(composed.normalize('NFD'))).toBe(composed);
});

test('its length is counted in characters, from 10 to 128', () => {
  expect(passwordInput.safeParse('🔑'.repeat(9)).success).toBe(false);
  expect(passwordInput.safeParse('🔑'.repeat(10)).success).toBe(true);
  expect(passwordInput.safeParse('🔑'.repeat(128)).success).toBe(true);
  expect(passwordInput.safeParse('a'.repeat(129)).success).toBe(false);
});

test('one to compare with may be short, since it is wrong then as any other', () => {
  expect(givenPassword.safeParse('').success).toBe(true);
  expect(givenPassword.safeParse('a'.repeat(513)).success).toBe(false);
});
