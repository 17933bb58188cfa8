import { expect, test } from 'vitest';
import { testDocument } from './fixture.ts';
import { createOpenApiValidator, type ReadResponse } from './openapi-validator.ts';

const validator = createOpenApiValidator(testDocument);

const good: ReadResponse = {
  status: 200,
  headers: { 'content-type': 'application/json', etag: '"x"', 'cache-control': 'no-store', 'x-request-id': 'r' },
  text: '{"days":["2024-02-10"],"leap":false}',
};
const { etag: _, ...withoutTag } = good.headers;

test('a response as documented has no errors', () => {
  expect(validator.responseErrors('GET', '/test/days/{date}', good)).toEqual([]);
});

test.each<[string, Partial<ReadResponse>, RegExp]>([
  ['status', { status: 418 }, /status 418/],
  ['content type', { headers: { ...good.headers, 'content-type': 'text/plain' } }, /text\/plain/],
  ['header', { headers: withoutTag }, /ETag is missing/],
  ['missing field', { text: '{"days":[]}' }, /leap/],
  ['further field', { text: '{"days":[],"leap":true,"x":1}' }, /additional/],
  ['type', { text: '{"days":[1],"leap":true}' }, /days\/0 must be string/],
  ['body of a 304', { status: 304 }, /body/],
])('another %s is an error', (_name, change, message) => {
  const errors = validator.responseErrors('GET', '/test/days/{date}', { ...good, ...change });
  expect(errors?.join()).toMatch(message);
});

test('a request’s body is held against the document too', () => {
  const errors = (body: unknown) => validator.requestBodyErrors('POST', '/test/births', body);
  expect(errors({ birth: { calendar: 'solar', date: '2024-02-10' } })).toEqual([]);
  expect(errors({ birth: { calendar: 'moon', date: '2024-02-30' } }).join()).toMatch(/calendar[\s\S]*date/);
});

test('an operation that is not documented is told apart', () => {
  expect(validator.responseErrors('GET', '/docs', good)).toBeUndefined();
});
