import { describe, expect, test } from 'vitest';
import { fieldCodes, fieldMessage, isFieldCode } from '../../../../platform/errors/field-messages.ts';
import { platformKinds } from '../../../../platform/errors/kinds.ts';
import type { Facts } from '../../../../platform/errors/problem-kind.ts';

const HANGUL = /[가-힣]/;

describe.each(platformKinds)('the problem $code', kind => {
  test.each<Facts>([{}, { count: 3, position: 5, limit: 262_144, allowed: 'GET', failing: 'database' }])(
    'has words in both languages, with the facts %j and without holes',
    facts => {
      for (const text of [kind.title, kind.detail(facts)]) {
        expect(text.ko).toMatch(HANGUL);
        expect(text.en).not.toMatch(HANGUL);
        expect(`${text.ko} ${text.en}`).not.toMatch(/undefined|NaN|\[object/);
      }
    },
  );

  test('has a stable, readable code and an error status', () => {
    expect(kind.code).toMatch(/^[a-z]+(_[a-z]+)*$/);
    expect(kind.status).toBeGreaterThanOrEqual(400);
  });
});

test('codes of problems are unique, and none is also the code of a field', () => {
  const codes = [...platformKinds.map(({ code }) => code), ...fieldCodes];
  expect(new Set(codes).size).toBe(codes.length);
});

test.each(fieldCodes)('the field code %s is said in both languages', code => {
  const facts = { minimum: 1, maximum: 2, divisor: 3, expected: 'string|number', accepted: 'a, b', format: 'date' };
  const { ko, en } = fieldMessage(code, facts);
  expect(ko).toMatch(HANGUL);
  expect(en).not.toMatch(HANGUL);
  expect(`${ko} ${en}`).not.toMatch(/undefined|NaN/);
});

describe('messages say what is accepted', () => {
  test.each([
    ['invalid_type', { expected: 'string|null' }, 'This must be a string or null.', '필요한 형식: 문자열 또는 null.'],
    ['invalid_value', { accepted: 'solar, lunar' }, 'Accepted: solar, lunar.', '쓸 수 있는 값: solar, lunar.'],
    ['invalid_format', { format: 'date' }, '1990-05-17', '1990-05-17'],
    ['invalid_format', { format: 'slug' }, 'small letters and digits', '소문자와 숫자'],
    ['invalid_format', { format: 'serial' }, 'letters and digits', '영문자와 숫자'],
    ['too_big', { maximum: 90, exclusive: 1 }, 'less than 90', '90보다 작아야 합니다.'],
    ['too_short', { minimum: 1 }, 'at least 1 character.', '1자 이상이어야 합니다.'],
    ['too_many', { maximum: 100 }, 'at most 100 items.', '100개 이하여야 합니다.'],
    ['date_out_of_range', { from: '1900-01-01', to: '2101-01-28' }, '1900-01-01 to 2101-01-28', '1900-01-01부터'],
    ['span_before_birth', { birth: '1990-05-15' }, 'begin with the birth, 1990-05-15.', '출생일(1990-05-15)부터'],
    [
      'span_before_birth',
      { birth: '1990-05-15', person: 'people.1' },
      'the birth of people.1, 1990-05-15.',
      'people.1의 출생일(1990-05-15)부터',
    ],
  ])('%s %j', (code, facts, en, ko) => {
    const message = fieldMessage(code, facts as never);
    expect(message.en.toLowerCase()).toContain(en.toLowerCase());
    expect(message.ko).toContain(ko);
  });
});

test('a code without words is not taken for one', () => {
  expect(isFieldCode('toString')).toBe(false);
  expect(isFieldCode('constructor')).toBe(false);
  expect(isFieldCode('required')).toBe(true);
});
