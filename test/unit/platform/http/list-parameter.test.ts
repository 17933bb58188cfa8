import { describe, expect, test } from 'vitest';
import { checkPart } from '../../../../platform/errors/schema-issues.ts';
import { listParameter } from '../../../../platform/http/list-parameter.ts';

const parts = listParameter(['stars', 'strength', 'pattern']);

describe('a list in a parameter', () => {
  test.each([
    ['strength', ['strength']],
    ['strength,stars', ['stars', 'strength']],
    [' strength , strength ', ['strength']],
  ])('%o names %o', (text, names) => {
    expect(checkPart(parts, text, 'query', 'include')).toEqual({ value: names });
  });

  test.each(['', ',', 'strength,', 'Strength', 'strength;stars'])('%o is refused, with what is accepted', text => {
    expect(checkPart(parts, text, 'query', 'include')).toEqual({
      issues: [
        { in: 'query', path: 'include', code: 'invalid_value', facts: { accepted: 'stars, strength, pattern' } },
      ],
    });
  });
});
