import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cursorAfter, idOfCursor } from '../../../../platform/documents/cursor.ts';
import { InvalidRequest } from '../../../../platform/errors/field-issue.ts';

test('a cursor leads back to its id, and is safe in an address', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), id => {
      const cursor = cursorAfter(id);
      expect(cursor).toMatch(/^[\w-]+$/);
      expect(idOfCursor(cursor, '')).toBe(id);
    }),
  );
});

test('a cursor that is none of the list is refused, naming the parameter', () => {
  for (const [cursor, prefix] of [
    ['', ''],
    ['!', ''],
    ['YQ==', ''],
    ['/w', ''],
    [cursorAfter('a/1'), 'b/'],
  ] as const) {
    let thrown: unknown;
    try {
      idOfCursor(cursor, prefix);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(InvalidRequest);
    expect((thrown as InvalidRequest).issues).toEqual([{ in: 'query', path: 'cursor', code: 'invalid_value' }]);
  }
});
