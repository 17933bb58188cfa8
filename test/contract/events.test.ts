import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import specifications from '@asyncapi/specs';
import { Ajv } from 'ajv';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { activityEvents } from '../../functions/analytics/events.ts';
import { domains } from '../../functions/manifest.ts';
import type { asyncApiDocument } from '../../platform/events/async-api.ts';
import { dataContracts, dataSchemaPath, ENVELOPE_PATH, jsonSchema } from '../../platform/events/data-contract.ts';
import { exampleEvent } from '../../platform/events/event-example.ts';
import { type EventType, eventType } from '../../platform/events/event-type.ts';
import { publishedEvent } from '../../platform/events/published-event.ts';
import { streamNames } from '../../platform/streams/streams.ts';
import { type Client, createClient } from './client.ts';
import { fingerprintOf, nameOf, publishedFingerprints } from './event-contracts.ts';

const catalogue: readonly EventType[] = domains.flatMap(({ events }) => events ?? []);
const contracts = catalogue.flatMap(dataContracts);

let call: Client;
beforeAll(async () => {
  call = await createClient();
});

describe('the catalogue', () => {
  test('has every type that is declared, under the domain that declares it', async () => {
    for await (const file of glob('functions/*/**/*.ts')) {
      const declares = /\beventType\(/.test(readFileSync(file, 'utf8'));
      // Where other domains may import it.
      expect(declares, `${file} declares types of events: they belong in an events.ts`).toBe(
        declares && file.endsWith('/events.ts'),
      );
      if (!declares) continue;
      const path = new URL(`../../${file}`, import.meta.url).href;
      const declared = Object.values<unknown>(await import(path)).filter(isEventType);
      const domain = domains.find(({ name }) => file.startsWith(`functions/${name}/`))!;
      const missing = declared.filter(type => !domain.events?.includes(type)).map(({ name }) => name);
      expect(missing, `${file}: not in the events of functions/${domain.name}/domain.ts`).toEqual([]);
    }
  });

  test('has each name once, with one line about it', () => {
    const names = catalogue.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
    for (const { name, summary } of catalogue) {
      expect(name).toMatch(/^[a-z]+(_[a-z]+)*\.[a-z]+(_[a-z]+)*$/);
      expect(summary, name).toMatch(/^[A-Z][^\n]{10,110}\.$/);
    }
  });

  test('has the contract of every version, each of which the code still reads', () => {
    for (const type of catalogue) {
      expect(type.earlier, type.name).toHaveLength(type.schemaVersion - 1);
      for (const contract of dataContracts(type)) {
        expect(() => type.read(exampleEvent(contract).data, contract.version), nameOf(contract)).not.toThrow();
      }
    }
  });

  test('has nothing in what apps report but codes, ids and numbers', () => {
    for (const { name, schema } of activityEvents) {
      for (const [field, part] of Object.entries(jsonSchema(schema, 'draft-2020-12').properties ?? {})) {
        const kinds = typeof part === 'object' ? (part.anyOf ?? [part]) : [];
        for (const kind of kinds as z.core.JSONSchema.BaseSchema[]) {
          const free = kind.type === 'string' && kind.enum === undefined && kind.format !== 'uuid';
          expect(free, `${name}: ${field} takes any text`).toBe(false);
        }
      }
    }
  });
});

function isEventType(value: unknown): value is EventType {
  return typeof value === 'object' && value !== null && 'schemaVersion' in value && 'schema' in value;
}

describe('a published contract', () => {
  const published = publishedFingerprints();

  test.each(contracts.map(contract => [nameOf(contract), contract] as const))('%s is as it was', (name, contract) => {
    const now = fingerprintOf(contract);
    const advice = published.has(name)
      ? `${name} has changed. Put it back, keep it under \`earlier\`, and give what you need the next version.`
      : `${name} is new: add the line "${name} ${now}" to test/contract/event-fingerprints.txt.`;
    expect(now, advice).toBe(published.get(name));
  });

  test('is never taken back', () => {
    const names = new Set(contracts.map(nameOf));
    expect([...published.keys()].filter(name => !names.has(name))).toEqual([]);
  });

  test('changes its fingerprint with its data and its stream, and not with its words', () => {
    const type = (data: z.ZodType, stream?: 'consultation-events') =>
      fingerprintOf(
        dataContracts(eventType({ name: 'a.b', version: 1, summary: 'B.', data, ...(stream && { stream }) }))[0]!,
      );
    const before = type(z.strictObject({ a: z.int() }));
    expect(type(z.strictObject({ a: z.int().meta({ description: 'How many.' }) }))).toBe(before);
    for (const other of [
      type(z.strictObject({ a: z.int().min(1) })),
      type(z.strictObject({ a: z.int().nullable() })),
      type(z.strictObject({ a: z.int(), b: z.int() })),
      type(z.strictObject({ a: z.int() }), 'consultation-events'),
    ]) {
      expect(other).not.toBe(before);
    }
  });
});

describe('a JSON Schema', () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);

  test.each(contracts.map(contract => [nameOf(contract), contract] as const))(
    'of %s is served where its events point at, and takes its example and nothing beside it',
    async (_, contract) => {
      const event = exampleEvent(contract);
      const { status, json, headers } = await call('GET', event.dataschema);
      expect(status).toBe(200);
      expect(headers['content-type']).toBe('application/schema+json');
      expect(json).toMatchObject({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        $id: event.dataschema,
        title: contract.type.name,
      });
      const validate = ajv.compile(json);
      expect(validate(event.data), ajv.errorsText(validate.errors)).toBe(true);
      expect(validate({ ...(event.data as object), email: 'kim@example.com' })).toBe(false);
    },
  );

  test('of the envelope takes every example, and no event without a place in its stream', async () => {
    const { json } = await call('GET', ENVELOPE_PATH);
    expect(json).toMatchObject({ $id: ENVELOPE_PATH, title: 'PublishedEvent', additionalProperties: false });
    const validate = ajv.compile(json);
    for (const contract of contracts) {
      const event = exampleEvent(contract);
      expect(validate(event), ajv.errorsText(validate.errors)).toBe(true);
      expect(publishedEvent.safeParse(event).success).toBe(true);
      const { streamversion: _, ...without } = event;
      expect(validate(without)).toBe(false);
    }
  });

  test.each([
    '/events/user.signed_up/2.json',
    '/events/user.signed_up/0.json',
    '/events/user.signed_up/1',
    '/events/user.unheard_of/1.json',
  ])('is not at %s', async path => {
    expect(await call('GET', path)).toMatchObject({ status: 404, json: { code: 'event_type_not_found' } });
  });

  test.each([dataSchemaPath('chart.stored', 1), ENVELOPE_PATH, '/asyncapi.json', '/docs/events'])(
    'or a page of them, %s, has a strong tag that answers 304',
    async path => {
      const { headers } = await call('GET', path);
      expect(headers.etag).toMatch(/^"/);
      expect((await call('GET', path, { headers: { 'If-None-Match': headers.etag! } })).status).toBe(304);
    },
  );
});

describe('the AsyncAPI document', () => {
  type Document = ReturnType<typeof asyncApiDocument>;
  let document: Document;
  beforeAll(async () => {
    document = (await call('GET', '/asyncapi.json')).json;
  });

  test('is one of AsyncAPI 3.0, by the specification’s own schema', () => {
    const validate = ofSpecification();
    expect(validate(document), JSON.stringify(validate.errors?.slice(0, 5))).toBe(true);
    expect(validate({ ...document, channels: { 'user-events': { address: 1 } } })).toBe(false);
  });

  test('has the three streams, each with every version of every type that is published in it', () => {
    expect(Object.keys(document.channels)).toEqual([...streamNames]);
    for (const stream of streamNames) {
      const expected = contracts.filter(({ type }) => type.stream === stream);
      expect(Object.keys(document.channels[stream]!.messages)).toEqual(
        expected.map(({ type, version }) => `${type.name}.v${version}`),
      );
    }
  });

  test('points at nothing that is not in it', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#([^"]+)"/g)].map(([, pointer]) => pointer!);
    expect(references.length).toBeGreaterThan(contracts.length * 3);
    for (const pointer of new Set(references)) {
      const found = pointer
        .split('/')
        .slice(1)
        .reduce((value: unknown, key) => (value as Record<string, unknown> | undefined)?.[key], document);
      expect(found, pointer).toBeTypeOf('object');
    }
  });

  test('takes each message’s example as its payload, and not that of another', () => {
    const ajv = new Ajv({ strict: false });
    addFormats.default(ajv);
    ajv.addSchema(document, 'asyncapi.json');
    const messages = Object.entries(document.components.messages);
    messages.forEach(([key, { examples }], index) => {
      const validate = ajv.getSchema(`asyncapi.json#/components/messages/${key}/payload`) as ValidateFunction;
      expect(validate(examples[0]!.payload), `${key}: ${ajv.errorsText(validate.errors)}`).toBe(true);
      const [other] = messages[(index + 1) % messages.length]![1].examples;
      expect(validate(other!.payload), key).toBe(false);
    });
  });
});

function ofSpecification(): ValidateFunction {
  // The schema brings draft 7 along; Ajv has its own.
  const ajv = new Ajv({ strict: false, logger: false, meta: false, validateSchema: false });
  addFormats.default(ajv);
  return ajv.compile(specifications.schemas['3.0.0']);
}

test.each([
  ['ko', 'HEAL7 이벤트 목록'],
  ['en', 'Events of HEAL7'],
])('the page in %s lists every type with its fields, and is reachable from /docs', async (language, title) => {
  const headers = { 'Accept-Language': language };
  expect((await call('GET', '/docs', { headers })).text).toContain(`<a href="/docs/events">${title}</a>`);
  const { text } = await call('GET', '/docs/events', { headers });
  expect(text).toContain(`<title>${title}</title>`);
  for (const { type, version, schema } of contracts) {
    expect(text).toContain(`id="${type.name}"`);
    expect(text).toContain(`href="${dataSchemaPath(type.name, version)}"`);
    for (const field of Object.keys(jsonSchema(schema, 'draft-2020-12').properties ?? {}))
      expect(text).toContain(`<code>${field}</code>`);
  }
});
