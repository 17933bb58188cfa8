import { expect, test } from 'vitest';
import type { LocalFunction } from '../../../local/functions.ts';
import { createRouter } from '../../../local/router.ts';
import type { Operation } from '../../../platform/http/operation.ts';

const local = (name: string, operations: readonly Pick<Operation, 'method' | 'path'>[], fallback?: true) =>
  ({ domain: { name }, http: { operations, fallback } }) as unknown as LocalFunction;

const router = createRouter([
  local('days', [
    { method: 'GET', path: '/v1/days/{date}' },
    { method: 'GET', path: '/v1/days/today' },
    { method: 'GET', path: '/v1/lunar/{year}/{month}/{day}' },
  ]),
  local('rest', [], true),
]);

test.each([
  ['GET', '/v1/days/2024-02-10', 'GET /v1/days/{date}', { date: '2024-02-10' }],
  ['GET', '/v1/days/today', 'GET /v1/days/today', {}],
  ['GET', '/v1/days/%EA%B0%91%2F', 'GET /v1/days/{date}', { date: '갑/' }],
  ['GET', `/v1/days/${'9'.repeat(2000)}`, 'GET /v1/days/{date}', { date: '9'.repeat(2000) }],
  ['GET', '/v1/lunar/2024/1/1', 'GET /v1/lunar/{year}/{month}/{day}', { year: '2024', month: '1', day: '1' }],
])('%s %.40s goes to its route', (method, path, routeKey, pathParameters) => {
  const found = router(method, path);
  expect(found).toMatchObject({ routeKey, pathParameters, function: { domain: { name: 'days' } } });
  expect({ ...found.pathParameters }).toEqual(pathParameters);
});

test.each([
  ['POST', '/v1/days/2024-02-10'],
  ['GET', '/v1/days/2024-02-10/'],
  ['GET', '/V1/days/2024-02-10'],
  ['GET', '//v1/days/today'],
  ['GET', '/v1/days'],
  ['GET', '/v1/days/%zz'],
  ['OPTIONS', '*'],
  ['BREW', '/v1/days/today'],
])('%s %s goes to $default', (method, path) => {
  expect(router(method, path)).toMatchObject({ routeKey: '$default', function: { domain: { name: 'rest' } } });
});

test('without a domain for what no route matches there is no router', () => {
  expect(() => createRouter([local('days', [])])).toThrow('fallback');
});
