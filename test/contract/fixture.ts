import * as z from 'zod';
import { SajuError } from '../../layers/saju-engine/src/errors.ts';
import type { LocalFunction } from '../../local/functions.ts';
import { DomainError } from '../../platform/errors/domain-error.ts';
import { InvalidRequest } from '../../platform/errors/field-issue.ts';
import { routeNotFound } from '../../platform/errors/kinds.ts';
import type { ProblemKind } from '../../platform/errors/problem-kind.ts';
import { httpFunction } from '../../platform/http/http-function.ts';
import { type OpenApiDocument, openApiDocument } from '../../platform/http/openapi.ts';
import { type Operation, operation } from '../../platform/http/operation.ts';
import { booleanParameter, integerParameter } from '../../platform/http/parameters.ts';
import { route } from '../../platform/http/route.ts';
import { type Client, clientOf } from './client.ts';

/** Operations that exist for the tests of what is common to all. */

const shared = { tag: 'test', summary: { ko: '시험', en: 'Test' }, auth: 'none', errors: [] } as const;

const soldOut: ProblemKind = {
  code: 'sold_out',
  status: 409,
  title: { ko: '매진', en: 'Sold out' },
  detail: ({ seat = '' }) => ({ ko: `${seat}번 자리는 찼습니다.`, en: `Seat ${seat} is taken.` }),
};

const postBirth = operation({
  ...shared,
  id: 'postBirth',
  method: 'POST',
  path: '/test/births',
  request: {
    body: z.strictObject({
      birth: z.strictObject({
        calendar: z.enum(['solar', 'lunar']),
        date: z.iso.date({ error: 'invalid_date' }),
        name: z.string().max(10).optional(),
      }),
      place: z.strictObject({ latitude: z.number().min(-90).max(90) }).optional(),
    }),
  },
  response: {
    status: 200,
    description: 'What was sent.',
    body: z.strictObject({ date: z.string(), calendar: z.string() }),
    freshness: 'deterministic',
  },
  errors: ['invalid_date', 'date_out_of_range'],
});

const getDay = operation({
  ...shared,
  id: 'getDay',
  method: 'GET',
  path: '/test/days/{date}',
  request: {
    params: z.strictObject({ date: z.iso.date({ error: 'invalid_date' }) }),
    query: z.strictObject({
      repeat: integerParameter({ minimum: 1, maximum: 500 }).optional(),
      leap: booleanParameter().optional(),
    }),
  },
  response: {
    status: 200,
    description: 'The day, as often as asked.',
    body: z.strictObject({ days: z.array(z.string()), leap: z.boolean() }),
    freshness: 'deterministic',
  },
  errors: ['date_out_of_range'],
});

const getFailure = operation({
  ...shared,
  id: 'getFailure',
  method: 'GET',
  path: '/test/failures/{kind}',
  request: { params: z.strictObject({ kind: z.string() }) },
  response: { status: 200, description: 'Never.', body: z.strictObject({ ok: z.literal(true) }), freshness: 'none' },
  errors: [soldOut],
});

/** Personal, so it may be in no answer and in no log. */
export const SECRET = '홍길동 1990-05-17';

function fail(kind: string): never {
  switch (kind) {
    case 'domain':
      throw new DomainError(soldOut, { seat: 7 }, { 'retry-after': '60' });
    case 'field':
      throw new InvalidRequest([
        { in: 'path', path: 'kind', code: 'unlucky', detail: { ko: '운이 없습니다.', en: 'Out of luck.' } },
      ]);
    case 'primitive':
      throw SECRET;
    default:
      throw new TypeError(`cannot read ${SECRET}\n    at ${SECRET}`, { cause: new RangeError(SECRET) });
  }
}

const handler = httpFunction({
  name: 'test',
  release: '1.0.0+tz.2026a',
  now: () => new Date('2026-01-01T00:00:00Z'),
  routes: [
    route(postBirth, ({ body }, context) => {
      if (body.birth.date < '1900-01-01') {
        throw new SajuError('date_out_of_range', ['birth', 'date'], SECRET, { from: '1900-01-01', to: '2101-01-28' });
      }
      context.measure('test_duration', 1.5);
      for (const hits of [1, 2]) context.measure('test_hits', hits, 'Count');
      return { date: body.birth.date, calendar: body.birth.calendar };
    }),
    route(getDay, ({ params, query }) => {
      if (params.date < '1900-01-01') throw new SajuError('date_out_of_range', ['date'], SECRET);
      return { days: Array<string>(query.repeat ?? 1).fill(params.date), leap: query.leap ?? false };
    }),
    route(getFailure, async ({ params }) => {
      if (params.kind === 'contract') return { ok: SECRET } as never;
      if (params.kind === 'slow') await new Promise(resolve => setTimeout(resolve, 5_000).unref());
      return fail(params.kind);
    }),
  ],
  fallback: () => {
    throw new DomainError(routeNotFound);
  },
});

const operations: readonly Operation[] = [postBirth, getDay, getFailure];

const http = { entry: '', operations, fallback: true, memoryMb: 128, timeoutSeconds: 1 } as const;

export const testFunction: LocalFunction = {
  domain: { name: 'test', purpose: 'Tests', http, alarms: [] },
  http,
  handler,
  loadedInMs: 0,
};

export const testDocument: OpenApiDocument = await openApiDocument({ operations, version: '1.0.0' });

export const testClient: Client = clientOf([testFunction], testDocument);
