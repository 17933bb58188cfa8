import * as z from 'zod';
import type { ProblemKind } from '../../../platform/errors/problem-kind.ts';
import { ENVELOPE_PATH } from '../../../platform/events/data-contract.ts';
import type { Bilingual } from '../../../platform/http/language.ts';
import { operation } from '../../../platform/http/operation.ts';

export const eventTypeNotFound = {
  code: 'event_type_not_found',
  status: 404,
  title: { ko: '그런 이벤트가 없습니다', en: 'There is no such event' },
  detail: () => ({
    ko: '그런 이벤트나 버전이 없습니다. /docs/events에서 목록을 확인해 주세요.',
    en: 'There is no event of this type and version: /docs/events lists those there are.',
  }),
} as const satisfies ProblemKind;

function jsonDocument(contentType: string, description: string) {
  return {
    status: 200,
    description,
    contentType,
    body: z
      .custom<Uint8Array>(value => value instanceof Uint8Array)
      .meta({ override: { type: 'object', description } }),
    freshness: 'deterministic',
  } as const;
}

const summaries = {
  asyncApi: { ko: '이벤트의 AsyncAPI 3.0 문서', en: 'The AsyncAPI 3.0 document of events' },
  envelope: { ko: '알려지는 이벤트의 JSON Schema', en: 'The JSON Schema of a published event' },
  data: { ko: '이벤트 데이터의 JSON Schema', en: 'The JSON Schema of an event’s data' },
} satisfies Record<string, Bilingual>;

export const getAsyncApi = operation({
  id: 'getAsyncApi',
  method: 'GET',
  path: '/asyncapi.json',
  tag: 'operations',
  summary: summaries.asyncApi,
  auth: 'none',
  request: {},
  response: jsonDocument('application/json', 'An AsyncAPI 3.0 document.'),
  errors: [],
});

export const getPublishedEventSchema = operation({
  id: 'getPublishedEventSchema',
  method: 'GET',
  path: ENVELOPE_PATH,
  tag: 'operations',
  summary: summaries.envelope,
  description: 'A CloudEvent 1.0 in JSON, as each record of the streams is.',
  auth: 'none',
  request: {},
  response: jsonDocument('application/schema+json', 'A JSON Schema of the 2020-12 dialect.'),
  errors: [],
});

export const getEventSchema = operation({
  id: 'getEventSchema',
  method: 'GET',
  path: '/events/{type}/{file}',
  tag: 'operations',
  summary: summaries.data,
  description: 'What `dataschema` of an event points at. `/docs/events` lists all.',
  auth: 'none',
  request: {
    params: z.strictObject({
      type: z
        .string()
        .max(100)
        .meta({ description: 'Of the event.', examples: ['user.signed_up'] }),
      file: z
        .string()
        .max(12)
        .meta({ description: 'The version of the type, and `.json`.', examples: ['1.json'] }),
    }),
  },
  response: jsonDocument('application/schema+json', 'A JSON Schema of the 2020-12 dialect.'),
  errors: [eventTypeNotFound],
});

export const eventOperations = [getAsyncApi, getPublishedEventSchema, getEventSchema] as const;
