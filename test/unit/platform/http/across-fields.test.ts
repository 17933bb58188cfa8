import { expect, test } from 'vitest';
import * as z from 'zod';
import { acrossFields } from '../../../../platform/http/across-fields.ts';

const room = z.strictObject({ width: z.number(), length: z.number(), name: z.string() }).check(
  acrossFields(['width', 'length'], ({ width, length }, context) => {
    if (width > length) context.addIssue({ code: 'custom', path: ['width'], params: { code: 'turned' } });
  }),
);

/** The fields that are told to be wrong, by the schema as it is and as routes use it. */
function wrong(value: unknown): readonly string[] {
  const [told, again] = [room, z.compile(z.strictObject({ room }))].map((schema, index) =>
    schema
      .safeParse(index === 0 ? value : { room: value })
      .error?.issues.map(({ code, path }) => [...path.slice(index), code].join(' ')),
  );
  expect(again).toEqual(told);
  return told ?? [];
}

test('a check across fields is made where others are wrong, missing or too many', () => {
  expect(wrong({ width: 1, length: 2, name: 'hall' })).toEqual([]);
  expect(wrong({ width: 3, length: 2, name: 'hall' })).toEqual(['width custom']);
  expect(wrong({ width: 3, length: 2, name: 5 })).toEqual(['name invalid_type', 'width custom']);
  expect(wrong({ width: 3, length: 2 })).toEqual(['name invalid_type', 'width custom']);
  expect(wrong({ width: 3, length: 2, name: 'hall', height: 3 })).toEqual(['unrecognized_keys', 'width custom']);
});

test('a check across fields waits for those that it needs, and for an object', () => {
  expect(wrong({ width: '3', length: 2, name: 'hall' })).toEqual(['width invalid_type']);
  expect(wrong({ width: 3, name: 'hall' })).toEqual(['length invalid_type']);
  for (const none of [null, 5, [3, 2]]) expect(wrong(none)).toEqual(['invalid_type']);
});
