import * as z from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiResponseObject } from 'zod-openapi';
import {
  databaseFull,
  databaseUnavailable,
  forbidden,
  idempotencyInProgress,
  idempotencyKeyReused,
  internalError,
  invalidRequest,
  malformedJson,
  outcomeUnknown,
  payloadTooLarge,
  rateLimited,
  timedOut,
  unauthenticated,
  unsupportedMediaType,
} from '../errors/kinds.ts';
import { problemSchema, problemType } from '../errors/problem.ts';
import type { ProblemKind } from '../errors/problem-kind.ts';
import { type IdempotencyRule, KEY_HEADER, MOST_KEY_LENGTH } from '../idempotency/idempotency-key.ts';
import { fieldKindsOf, type Operation, problemKindsOf } from './operation.ts';

export type OpenApiDocument = ReturnType<typeof createDocument>;

const tags = {
  saju: { ko: '사주', en: 'Four Pillars charts' },
  users: { ko: '계정', en: 'Accounts, sessions and API keys' },
  me: { ko: '내 정보', en: 'What belongs to the account that asks' },
  manse: { ko: '만세력', en: 'The calendar' },
  analytics: { ko: '이용기록', en: 'What users do in apps, and what is offered for it' },
  operations: { ko: '운영', en: 'Health, reference and dead letters' },
} as const;

/** The OpenAPI 3.1 document of the operations. Korean stands beside English in summaries. */
export async function openApiDocument(api: {
  readonly operations: readonly Operation[];
  readonly version: string;
}): Promise<OpenApiDocument> {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  const documented = api.operations.filter(operation => operation.undocumented === undefined);
  for (const operation of documented) {
    paths[operation.path] ??= {};
    paths[operation.path]![operation.method.toLowerCase()] = described(operation, await answersOf(operation));
  }
  const usedTags = new Set(documented.map(operation => operation.tag));
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'HEAL7 API',
      version: api.version,
      description: introduction,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [],
    tags: [...usedTags].map(name => ({ name, description: tagDescription(name) })),
    paths,
    components: { schemas: { Problem: problemSchema }, headers, ...usedSchemes(documented) },
  });
}

const introduction = `사주와 만세력을 계산하고, 이용자의 차트를 본인만 볼 수 있게 보관하는 API입니다. 오류는 RFC 9457 형식이며 \`Accept-Language\`에 따라 한국어나 영어로 답합니다.

Saju charts and the Korean calendar, and accounts that keep charts for their owners alone. Errors are RFC 9457 problems with a stable \`code\`, in Korean or English
by \`Accept-Language\` (English unless asked otherwise); unknown fields and parameters are refused, and every wrong value is
named. Charts and the calendar need no account; what is under \`/v1/me\` takes the access token of \`POST /v1/sessions\`. Answers
to GET that are the same for everyone carry a strong \`ETag\`: send it back as \`If-None-Match\`.`;

function tagDescription(name: string): string {
  const known = tags[name as keyof typeof tags];
  return known === undefined ? name : `${known.ko} · ${known.en}`;
}

const securitySchemes = {
  accessToken: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'An access token of a log-in, valid for 15 minutes; its refresh token gives the next one.',
  },
  apiKey: {
    type: 'apiKey',
    in: 'header',
    name: 'X-API-Key',
    description: 'Of an app, with limits of its own in place of those of strangers. Never in an address.',
  },
} as const;

/** Header components, by the name of the component. */
const headers = {
  RequestId: { description: 'Names this request in our logs.', schema: { type: 'string' } },
  ETag: {
    description: 'A strong tag; it changes when the content or the engine’s release does.',
    schema: { type: 'string' },
  },
  CacheControl: { description: 'How long the answer may be kept.', schema: { type: 'string' } },
} as const;

const always = { 'X-Request-Id': { $ref: '#/components/headers/RequestId' } } as const;
const cacheable = {
  ...always,
  ETag: { $ref: '#/components/headers/ETag' },
  'Cache-Control': { $ref: '#/components/headers/CacheControl' },
} as const;

type Examples = Record<string, { readonly summary: string; readonly value: unknown }>;

/** The examples of an operation's answer; undefined where it has none. */
async function answersOf({ examples }: Operation): Promise<Examples | undefined> {
  if (examples?.responses === undefined) return undefined;
  const named = Object.entries(examples.responses).map(
    async ([name, { summary, answer }]) => [name, { summary, value: await answer() }] as const,
  );
  return Object.fromEntries(await Promise.all(named));
}

function described(operation: Operation, answers: Examples | undefined): ZodOpenApiOperationObject {
  const { id, tag, summary, description, idempotency, replay = 'kept', request, response, examples } = operation;
  const { params, query, body } = request;
  const header = idempotency && keyHeader(idempotency, replay);
  const kept = response.freshness !== 'none';
  const responses: Record<string, ZodOpenApiResponseObject> = {
    [response.status]: {
      description: response.description,
      headers: kept ? cacheable : always,
      ...(response.status !== 204 && {
        content: {
          [response.contentType ?? 'application/json']: {
            schema: response.body,
            ...(answers && { examples: answers }),
          },
        },
      }),
    },
    ...(kept &&
      operation.method === 'GET' && { '304': { description: 'What you have is current.', headers: cacheable } }),
    ...problemResponses(operation),
  };
  return {
    operationId: id,
    tags: [tag],
    summary: summary.en,
    description: description === undefined ? summary.ko : `${summary.ko}\n\n${description}`,
    ...((params || query || header) && {
      requestParams: { ...(params && { path: params }), ...(query && { query }), ...(header && { header }) },
    }),
    ...(body && { requestBody: requestBody(body, examples?.requests) }),
    ...securityOf(operation),
    responses,
  };
}

function usedSchemes(operations: readonly Operation[]) {
  const { accessToken, apiKey } = securitySchemes;
  const used = {
    ...(operations.some(({ auth }) => auth !== 'none') && { accessToken }),
    ...(operations.some(({ apiKeys }) => apiKeys) && { apiKey }),
  };
  return Object.keys(used).length === 0 ? {} : { securitySchemes: used };
}

/** Of operations that want to know who asks, or take a key: an empty requirement is a request without one. */
function securityOf({ auth, apiKeys }: Operation): Pick<ZodOpenApiOperationObject, 'security'> {
  if (auth !== 'none') return { security: [{ accessToken: [] }] };
  return apiKeys ? { security: [{}, { apiKey: [] }] } : {};
}

const answeredAgain = {
  kept: 'its answer is given again',
  current: 'it is answered with what there is by then of what it made, which is 404 where that was deleted',
} as const satisfies Record<NonNullable<Operation['replay']>, string>;

function keyHeader(rule: IdempotencyRule, replay: keyof typeof answeredAgain): z.ZodObject {
  const key = z
    .string()
    .min(1)
    .max(MOST_KEY_LENGTH)
    .meta({
      description:
        'Of your choice, a new one for each write (a UUID; visible ASCII, in double quotes or without). Sent again within ' +
        `24 h, the same request is carried out no second time: ${answeredAgain[replay]}, with \`Idempotency-Replayed: true\`.`,
      examples: ['8e03978e-40d5-43e8-bc93-6894a57f9324'],
    });
  return z.object({ [KEY_HEADER]: rule === 'required' ? key : key.optional() });
}

function requestBody(schema: z.ZodType, requests: NonNullable<Operation['examples']>['requests']) {
  return { required: true, content: { 'application/json': { schema, ...(requests && { examples: requests }) } } };
}

/** The operation's problems by status, each status listing its codes. */
function problemResponses(operation: Operation): Record<string, ZodOpenApiResponseObject> {
  const fieldCodes = fieldKindsOf(operation).map(kind => (typeof kind === 'string' ? kind : kind.code));
  const kinds: ProblemKind[] = [
    invalidRequest,
    ...(operation.request.body ? [malformedJson, payloadTooLarge, unsupportedMediaType] : []),
    ...(operation.auth !== 'none' || operation.apiKeys ? [unauthenticated] : []),
    ...(operation.auth !== 'none' && operation.auth !== 'user' ? [forbidden] : []),
    ...(operation.apiKeys ? [rateLimited] : []),
    ...(operation.idempotency ? [idempotencyInProgress, idempotencyKeyReused] : []),
    ...problemKindsOf(operation),
    internalError,
    timedOut,
    ...databaseKinds(operation),
  ];
  const byStatus = new Map<number, ProblemKind[]>();
  for (const kind of kinds) byStatus.set(kind.status, [...(byStatus.get(kind.status) ?? []), kind]);
  return Object.fromEntries(
    [...byStatus].map(([status, same]) => [status, problemResponse(same, status === 400 ? fieldCodes : [])]),
  );
}

/** What the database may do to it: all that is somebody's is there, and so are API keys. */
function databaseKinds({ auth, apiKeys, method, response }: Operation): readonly ProblemKind[] {
  if (method !== 'GET' && response.freshness === 'none') return [databaseUnavailable, databaseFull, outcomeUnknown];
  return auth !== 'none' || apiKeys ? [databaseUnavailable] : [];
}

function problemResponse(kinds: readonly ProblemKind[], fieldCodes: readonly string[]): ZodOpenApiResponseObject {
  const lines = kinds.map(({ code, title }) => `- \`${code}\`: ${title.en} · ${title.ko}`);
  const fields =
    fieldCodes.length === 0 ? [] : [`Codes of fields: ${fieldCodes.map(code => `\`${code}\``).join(', ')}.`];
  const [kind] = kinds;
  return {
    description: [lines.join('\n'), ...fields].join('\n\n'),
    headers: always,
    content: {
      'application/problem+json': {
        schema: problemSchema,
        ...(kind && { example: exampleOf(kind) }),
      },
    },
  };
}

function exampleOf(kind: ProblemKind): z.input<typeof problemSchema> {
  const { code, status, title } = kind;
  return {
    type: problemType(kind),
    title: title.en,
    status,
    code,
    detail: kind.detail({}).en,
    requestId: 'JKJaXmPLvHcESHA=',
  };
}
