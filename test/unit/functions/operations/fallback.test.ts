import { expect, test } from 'vitest';
import { createFallback } from '../../../../functions/operations/fallback.ts';
import type { Operation } from '../../../../platform/http/operation.ts';

const fallback = createFallback([
  { method: 'GET', path: '/v1/days/{date}' },
  { method: 'POST', path: '/v1/days/today' },
  { method: 'DELETE', path: '/v1/days/{date}' },
] as unknown as Operation[]);

const refusal = (method: string, path: string) => {
  try {
    return fallback(method, path);
  } catch (error) {
    return error;
  }
};

test.each([
  ['PUT', '/v1/days/2024-02-10', 'DELETE, GET'],
  ['PUT', '/v1/days/today', 'DELETE, GET, POST'],
  ['HEAD', '/v1/days/%EA%B0%91', 'DELETE, GET'],
])('%s %s is told that it takes %s', (method, path, allow) => {
  expect(refusal(method, path)).toMatchObject({ kind: { code: 'method_not_allowed' }, headers: { allow } });
});

test.each(['/', '/v1/days', '/v1/days/', '/v1/days/a/b', '/V1/days/a', '//v1/days/a', ''])('%j is not there', path => {
  expect(refusal('GET', path)).toMatchObject({ kind: { code: 'route_not_found' }, headers: {} });
});

test('a path that has a route and cannot be decoded is told where', () => {
  expect(refusal('GET', '/v1/days/%FF')).toMatchObject({
    issues: [{ in: 'path', path: 'date', code: 'invalid_encoding' }],
  });
});
