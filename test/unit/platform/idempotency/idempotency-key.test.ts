import { describe, expect, test } from 'vitest';
import { readIdempotencyKey } from '../../../../platform/idempotency/idempotency-key.ts';

describe('an Idempotency-Key', () => {
  test.each([
    ['bare', '8e03978e-40d5-43e8-bc93-6894a57f9324', '8e03978e-40d5-43e8-bc93-6894a57f9324'],
    ['in quotes', '"8e03978e-40d5-43e8-bc93-6894a57f9324"', '8e03978e-40d5-43e8-bc93-6894a57f9324'],
    ['with escapes in quotes', String.raw`"a\"b\\c"`, 'a"b\\c'],
    ['with a quote inside', 'a"b', 'a"b'],
    ['between spaces', '  a  ', 'a'],
    ['of one character', '!', '!'],
    ['of 255 characters', 'k'.repeat(255), 'k'.repeat(255)],
    ['of 255 characters in quotes', `"${'k'.repeat(255)}"`, 'k'.repeat(255)],
  ])('%s is read', (_, header, value) => {
    expect(readIdempotencyKey(header, 'optional')).toEqual({ value, issues: [] });
  });

  test.each([
    ['empty', ''],
    ['of spaces', '   '],
    ['of nothing in quotes', '""'],
    ['of 256 characters', 'k'.repeat(256)],
    ['of 256 characters in quotes', `"${'k'.repeat(256)}"`],
    ['with a space', 'a b'],
    ['with a space in quotes', '"a b"'],
    ['with a tab', 'a\tb'],
    ['in Hangul', '열쇠'],
    ['in Hangul in quotes', '"열쇠"'],
    ['with an open quote', '"a'],
    ['with only a quote', '"'],
    ['with an escaped closing quote', String.raw`"a\"`],
    ['with another escape', String.raw`"a\nb"`],
    ['with a parameter', '"a";q=1'],
    ['twice in quotes', '"a", "b"'],
  ])('%s is refused', (_, header) => {
    expect(readIdempotencyKey(header, 'optional')).toEqual({
      value: undefined,
      issues: [{ in: 'header', path: 'Idempotency-Key', code: 'invalid_idempotency_key' }],
    });
  });

  test('that is absent is missed only where it is required', () => {
    expect(readIdempotencyKey(undefined, 'optional')).toEqual({ value: undefined, issues: [] });
    expect(readIdempotencyKey(undefined, 'required').issues).toEqual([
      { in: 'header', path: 'Idempotency-Key', code: 'required' },
    ]);
  });
});
