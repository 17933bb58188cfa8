import { describe, expect, test } from 'vitest';
import { contactInput } from '../../../../functions/users/contact.ts';

const read = (input: unknown) => contactInput.safeParse(input).data;

describe('an e-mail address', () => {
  test.each([
    ['Miso@Example.COM', 'miso@example.com'],
    ['  miso+saju@example.co.kr ', 'miso+saju@example.co.kr'],
    ['ZOE\u0308@example.com', 'zoë@example.com'],
    ['미소@한국.kr', '미소@한국.kr'],
    ['O\u2019Neil@example.com', 'o’neil@example.com'],
  ])('%j is %j', (email, value) => {
    expect(read({ email })).toEqual({ kind: 'email', value });
  });

  test.each([
    'miso',
    'miso@example',
    'a@b@example.com',
    'mi so@example.com',
    'miso@exam ple.com',
    'miso@example.com\r\nBcc: all@example.com',
    'miso@example.com,other@example.com',
    '"miso"@example.com',
    'miso <miso@example.com>',
    '@example.com',
    `${'x'.repeat(65)}@example.com`,
    `x@${'y'.repeat(260)}.com`,
    '',
  ])('%j is none', email => {
    expect(read({ email })).toBeUndefined();
  });
});

describe('a phone', () => {
  test.each([
    ['010-1234-5678', '+821012345678'],
    ['01012345678', '+821012345678'],
    ['010 1234 5678', '+821012345678'],
    ['(010) 1234.5678', '+821012345678'],
    ['＋82 10 1234 5678', '+821012345678'],
    ['+82-010-1234-5678', '+821012345678'],
    ['+82 10-1234-5678', '+821012345678'],
    ['0082 10 1234 5678', '+821012345678'],
    ['00821012345678', '+821012345678'],
    ['０１０－１２３４－５６７８', '+821012345678'],
    ['02-123-4567', '+8221234567'],
    ['+1 (415) 555-2671', '+14155552671'],
  ])('%j is %j', (phone, value) => {
    expect(read({ phone })).toEqual({ kind: 'phone', value });
  });

  test.each(['', '010', '12345678', '+0123456789', '010-1234-567x', '+821012345678901234', '010-1234-5678;ext=1'])(
    '%j is none',
    phone => {
      expect(read({ phone })).toBeUndefined();
    },
  );
});

test('a contact is one of the two, and nothing else', () => {
  expect(read({})).toBeUndefined();
  expect(read({ email: 'a@example.com', phone: '010-1234-5678' })).toBeUndefined();
  expect(read({ email: 'a@example.com', verified: true })).toBeUndefined();
});
