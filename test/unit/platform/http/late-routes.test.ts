import { expect, test } from 'vitest';
import * as z from 'zod';
import type { Exchange } from '../../../../platform/http/exchange.ts';
import { lateRoutes } from '../../../../platform/http/late-routes.ts';
import { operation } from '../../../../platform/http/operation.ts';
import type { Route } from '../../../../platform/http/route.ts';

const getThing = operation({
  id: 'getThing',
  method: 'GET',
  path: '/test/things',
  tag: 'test',
  summary: { ko: '시험', en: 'Test' },
  auth: 'user',
  recheck: true,
  request: { query: z.strictObject({ of: z.string().optional() }) },
  response: { status: 200, description: 'A thing.', body: z.string(), freshness: 'none' },
  errors: [],
});

const exchange = {} as Exchange;
const loaded: Route = {
  key: 'GET /test/things',
  request: {},
  access: { auth: 'none' },
  answer: () => ({ status: 200, contentType: 'text/plain', body: 'thing', freshness: 'none' }),
};

test('a late route says who may call and what is asked before its code is loaded, by the contract', () => {
  const routes = lateRoutes([getThing], () => Promise.reject(new Error('loaded')));
  expect(routes).toMatchObject([
    { key: 'GET /test/things', request: getThing.request, access: { auth: 'user', recheck: true } },
  ]);
});

test('its code is loaded once, at the first request, also for many at once', async () => {
  let loads = 0;
  const [route] = lateRoutes([getThing], async () => {
    loads++;
    return [loaded];
  });
  expect(loads).toBe(0);
  const answers = await Promise.all([1, 2, 3].map(() => route!.answer(exchange)));
  expect(answers).toMatchObject([{ body: 'thing' }, { body: 'thing' }, { body: 'thing' }]);
  await route!.answer(exchange);
  expect(loads).toBe(1);
});

test('what could not be loaded is tried again by the next request', async () => {
  let loads = 0;
  const [route] = lateRoutes([getThing], async () => {
    loads++;
    if (loads === 1) throw new Error('no database yet');
    return [loaded];
  });
  await expect(route!.answer(exchange)).rejects.toThrow('no database yet');
  expect(await route!.answer(exchange)).toMatchObject({ body: 'thing' });
});

test('an operation that nothing was loaded for is our fault', async () => {
  const [route] = lateRoutes([getThing], async () => []);
  await expect(route!.answer(exchange)).rejects.toThrow('GET /test/things has no handler');
});
