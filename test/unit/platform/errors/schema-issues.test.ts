import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { InvalidRequest } from '../../../../platform/errors/field-issue.ts';
import { checkPart, parsePart } from '../../../../platform/errors/schema-issues.ts';

/** `path code` of every issue; schemas run as they are and as generated code must agree. */
function issues(schema: z.ZodType, input: unknown, prefix?: string): readonly string[] {
  const of = (s: z.ZodType) => {
    const checked = checkPart(s, input, 'body', prefix);
    return 'issues' in checked ? checked.issues.map(({ path, code }) => `${path} ${code}`) : [];
  };
  expect(of(z.compile(schema))).toEqual(of(schema));
  return of(schema);
}

const facts = (schema: z.ZodType, input: unknown) => {
  const checked = checkPart(schema, input, 'body');
  return 'issues' in checked ? checked.issues.map(issue => issue.facts) : [];
};

describe('the code of a field', () => {
  test.each([
    ['invalid_type', z.string(), 5],
    ['invalid_type', z.number(), 'a'],
    ['invalid_type', z.number(), Number.NaN],
    ['invalid_type', z.int(), 1.5],
    ['too_big', z.int(), 2 ** 60],
    ['too_small', z.number().min(1), 0],
    ['too_big', z.number().max(1), 2],
    ['not_multiple_of', z.number().multipleOf(5), 7],
    ['too_short', z.string().min(1), ''],
    ['too_long', z.string().max(1), 'ab'],
    ['too_few', z.array(z.int()).min(1), []],
    ['too_many', z.array(z.int()).max(1), [1, 2]],
    ['invalid_value', z.enum(['a', 'b']), 'c'],
    ['invalid_value', z.literal('a'), 'b'],
    ['invalid_format', z.iso.date(), '2024-02-30'],
    ['invalid_format', z.string().regex(/^a$/), 'b'],
    ['invalid_time', z.string().regex(/^a$/, 'invalid_time'), 'b'],
    ['invalid_format', z.string().regex(/^a$/, 'some words'), 'b'],
    ['invalid_lunar_date', z.string().refine(() => false, { params: { code: 'invalid_lunar_date' } }), 'b'],
    ['invalid_value', z.string().refine(() => false), 'b'],
    ['invalid_type', z.union([z.string(), z.number()]), {}],
    ['invalid_value', z.union([z.literal('a'), z.literal('b')]), 'c'],
  ] as const)('%#: %s', (code, schema, input) => {
    expect(issues(z.strictObject({ f: schema }), { f: input })).toEqual([`f ${code}`]);
  });

  test('is `required` wherever the value is absent', () => {
    const schema = z.strictObject({
      a: z.string(),
      b: z.enum(['x']),
      c: z.union([z.string(), z.number()]),
      d: z.strictObject({ e: z.int() }),
      f: z.string().optional(),
    });
    expect(issues(schema, {})).toEqual(['a required', 'b required', 'c required', 'd required']);
    expect(issues(schema, undefined)).toEqual([' required']);
    expect(issues(schema, null)).toEqual([' invalid_type']);
  });
});

describe('a path', () => {
  const schema = z.strictObject({ births: z.array(z.strictObject({ date: z.string() })) });

  test('leads to the value by names and positions', () => {
    expect(issues(schema, { births: [{ date: 'x' }, { date: 1, y: 2 }] })).toEqual([
      'births.1.date invalid_type',
      'births.1.y unknown_field',
    ]);
  });

  test('goes on from a prefix', () => {
    expect(issues(z.strictObject({ date: z.string() }), {}, 'births.3')).toEqual(['births.3.date required']);
    expect(issues(z.string(), 5, 'births.3')).toEqual(['births.3 invalid_type']);
  });
});

describe('of alternatives', () => {
  const place = z.union([
    z.strictObject({ name: z.string() }),
    z.strictObject({ latitude: z.number(), longitude: z.number() }),
  ]);

  test('the one the caller meant is explained', () => {
    expect(issues(z.strictObject({ place }), { place: { latitude: 1 } })).toEqual(['place.longitude required']);
    expect(issues(z.strictObject({ place }), { place: { name: 5 } })).toEqual(['place.name invalid_type']);
  });

  test('the discriminator is named, with its values', () => {
    const union = z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('a'), x: z.int() }),
      z.strictObject({ kind: z.literal('b') }),
    ]);
    expect(issues(union, { kind: 'c' })).toEqual(['kind invalid_value']);
    expect(facts(union, { kind: 'c' })).toEqual([{ accepted: 'a, b' }]);
    expect(issues(union, { kind: 'a', x: 'y' })).toEqual(['x invalid_type']);
    expect(issues(union, {})).toEqual(['kind required']);
  });
});

test('an unknown field says which are known', () => {
  expect(facts(z.strictObject({ a: z.string(), b: z.string().optional() }), { a: '', c: 1 })).toEqual([
    { accepted: 'a, b' },
  ]);
  expect(facts(z.strictObject({}), { c: 1 })).toEqual([{}]);
});

test('parsePart gives the value, or throws what is answered 400', () => {
  const schema = z.strictObject({ a: z.string().transform(text => text.length) });
  expect(parsePart(schema, { a: '갑자' }, 'body')).toEqual({ a: 2 });
  expect(() => parsePart(schema, {}, 'body')).toThrow(InvalidRequest);
});

test('a field with a long name of the caller’s is named by as much of its path as is told', () => {
  const schema = z.strictObject({ a: z.strictObject({}) });
  expect(issues(schema, { a: { ['b'.repeat(10_000)]: 1 } })).toEqual([`a.${'b'.repeat(254)}… unknown_field`]);
});
