import { expect, test } from 'vitest';
import { explain } from '../../../../platform/errors/problem.ts';

const failed = (name: string, code: string, more = {}) =>
  Object.assign(new Error('it failed'), { name, code, ...more });

test.each([
  ['lost its connection', failed('Error', 'CONNECTION_CLOSED'), 'database_unavailable'],
  ['found nobody at the address', failed('Error', 'ECONNREFUSED', { query: 'select 1' }), 'database_unavailable'],
  ['was ended by a shutdown', failed('PostgresError', '57P01'), 'database_unavailable'],
  ['found the disk full', failed('PostgresError', '53100'), 'database_full'],
])('a statement that %s is the database’s trouble, whoever sent it: 503, to be tried again', (_, error, code) => {
  const { problem, headers, expected } = explain(error, 'en');
  expect(problem).toMatchObject({ status: 503, code });
  expect(headers).toHaveProperty('retry-after');
  expect(expected).toBe(false);
});

test.each([
  ['a statement that the server refuses', failed('PostgresError', '42501')],
  ['a connection that was no statement’s', failed('Error', 'ECONNREFUSED')],
  ['anything else', 'thrown'],
])('%s is our fault: 500, without a word of it', (_, error) => {
  expect(explain(error, 'en').problem).toMatchObject({ status: 500, code: 'internal_error' });
});
