import { expect, test } from 'vitest';
import { InvalidRequest } from '../../../../platform/errors/field-issue.ts';
import { cursorAfter, positionOf } from '../../../../platform/http/clear-cursor.ts';

const id = '7f8f2f0e-6a0d-4c1b-9d0e-2b8a1f3c4d5e';

test('a cursor is the place that it was made of', () => {
  const place = { at: new Date('2026-11-24T09:00:00.123Z'), id };
  expect(positionOf(cursorAfter(place))).toEqual(place);
});

test.each([
  ['the year 0', ['0000-01-01T00:00:00Z', id]],
  ['the last year that is written in four digits', ['9999-12-31T23:59:59Z', id]],
  ['no instant', ['yesterday', id]],
  ['no id', ['2026-11-24T09:00:00Z', '1']],
  ['another thing', {}],
])('one of %s is refused', (_, place) => {
  const cursor = Buffer.from(JSON.stringify(place)).toString('base64url');
  expect(() => positionOf(cursor)).toThrow(InvalidRequest);
});
