import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Bilingual } from '../../../platform/http/language.ts';
import { type Operation, operation } from '../../../platform/http/operation.ts';
import { referenceScript, textStyle } from './page.ts';
import { swaggerAssets } from './swagger-assets.ts';

const bytes = z.custom<Uint8Array>(value => value instanceof Uint8Array);

/** The OpenAPI document of everything else. */
export const getOpenApi = operation({
  id: 'getOpenApi',
  method: 'GET',
  path: '/openapi.json',
  tag: 'operations',
  summary: { ko: '이 API의 OpenAPI 3.1 문서', en: 'The OpenAPI 3.1 document of this API' },
  auth: 'none',
  request: {},
  response: {
    status: 200,
    description: 'An OpenAPI 3.1 document.',
    contentType: 'application/json',
    body: bytes.meta({ override: { type: 'object', description: 'An OpenAPI 3.1 document.' } }),
    freshness: 'deterministic',
  },
  errors: [],
});

const hashOf = (inline: string) => `'sha256-${createHash('sha256').update(inline).digest('base64')}'`;

/** A page of ours may run and load only what this origin serves, and what is inline in it by hash. */
const pageHeaders = {
  'content-security-policy': [
    "default-src 'none'",
    `script-src 'self' ${hashOf(referenceScript)}`,
    `style-src 'self' ${hashOf(textStyle)}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'referrer-policy': 'no-referrer',
};

function htmlPage(id: string, path: `/${string}`, summary: Bilingual) {
  return operation({
    id,
    method: 'GET',
    path,
    tag: 'operations',
    summary,
    auth: 'none',
    request: {},
    response: {
      status: 200,
      description: 'The page.',
      contentType: 'text/html; charset=utf-8',
      body: z.string(),
      freshness: 'deterministic',
      headers: pageHeaders,
    },
    errors: [],
    undocumented: true,
  });
}

/** The reference page, which can try requests. */
export const getReferencePage = htmlPage('getReferencePage', '/docs', {
  ko: '요청을 해 볼 수 있는 문서',
  en: 'The reference page, which can try requests',
});

/** A chart with all its reasons and its interpretation, in both languages. */
export const getExamplePage = htmlPage('getExamplePage', '/docs/example', {
  ko: '명식과 판단의 근거, 풀이를 두 언어로 보이는 예시',
  en: 'A whole example in both languages: a chart, the reasons of its reading, its interpretation',
});

/** Every type of event, with its fields and an example. */
export const getEventsPage = htmlPage('getEventsPage', '/docs/events', {
  ko: '이벤트의 종류와 값, 예',
  en: 'Every type of event, with its fields and an example',
});

/** What the `type` of a problem points at. */
export const getProblemsPage = htmlPage('getProblemsPage', '/problems', {
  ko: '문제 코드 설명',
  en: 'The codes of problems, explained',
});

/** The reference page's files, one operation each: nothing else can be asked for. */
export const assetOperations = swaggerAssets.map(asset => ({
  asset,
  operation: operation({
    id: asset.operationId,
    method: 'GET',
    path: asset.path,
    tag: 'operations',
    summary: { ko: '문서 페이지의 파일', en: 'A file of the reference page' },
    auth: 'none',
    request: {},
    response: {
      status: 200,
      description: 'The file.',
      contentType: asset.contentType,
      body: bytes,
      freshness: 'immutable',
    },
    errors: [],
    undocumented: true,
  }),
}));

export const referenceOperations: readonly Operation[] = [
  getOpenApi,
  getReferencePage,
  getExamplePage,
  getEventsPage,
  getProblemsPage,
  ...assetOperations.map(({ operation: contract }) => contract),
];
