import { globSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { domains } from '../../functions/manifest.ts';
import { SWAGGER_UI_VERSION, swaggerAssets } from '../../functions/operations/reference/swagger-assets.ts';
import { platformKinds } from '../../platform/errors/kinds.ts';
import { fieldKindsOf, problemKindsOf } from '../../platform/http/operation.ts';
import { type Client, createClient } from './client.ts';

let call: Client;
beforeAll(async () => {
  call = await createClient();
});

describe('health', () => {
  test('live and ready are told, and never kept', async () => {
    const live = await call('GET', '/health/live');
    expect(live).toMatchObject({ status: 200, json: { status: 'live' } });
    const ready = await call('GET', '/health/ready');
    expect(ready).toMatchObject({
      status: 200,
      json: { status: 'ready', checks: ['engine', 'contracts', 'reference-page'] },
    });
    expect(ready.headers['cache-control']).toBe('no-store');
  });
});

/** Of JSON Schema and OpenAPI. */
const KNOWN_FORMATS = ['date', 'date-time', 'password', 'uri', 'uuid'];

describe('the OpenAPI document', () => {
  test('has every documented operation of every domain, and no other', async () => {
    const { json } = await call('GET', '/openapi.json');
    const served = Object.entries<Record<string, unknown>>(json.paths).flatMap(([path, item]) =>
      Object.keys(item).map(method => `${method.toUpperCase()} ${path}`),
    );
    const declared = domains
      .flatMap(({ http }) => http?.operations ?? [])
      .filter(({ undocumented }) => !undocumented)
      .map(({ method, path }) => `${method} ${path}`);
    expect(served.sort()).toEqual(declared.sort());
  });

  test('says of every write of one’s own data under a key that it is answered again as it is by then', async () => {
    const keyed = domains.flatMap(({ http }) => http?.operations ?? []).filter(({ idempotency }) => idempotency);
    const own = keyed.filter(({ path }) => path.startsWith('/v1/me'));
    expect(own.length).toBeGreaterThan(0);
    expect(keyed.filter(({ replay }) => replay === 'current')).toEqual(own);
    const { json } = await call('GET', '/openapi.json');
    for (const { path, method, replay } of keyed) {
      const key = json.paths[path][method.toLowerCase()].parameters.find(
        (parameter: { in: string }) => parameter.in === 'header',
      );
      const words = replay === 'current' ? 'answered with what there is by then' : 'its answer is given again';
      expect(key.description ?? key.schema.description, path).toContain(words);
    }
  });

  test('names no format of our own: tools refuse what they do not know, and its expression is there', async () => {
    const { text } = await call('GET', '/openapi.json');
    const formats = [...text.matchAll(/"format":"([^"]+)"/g)].map(([, format]) => format!);
    expect([...new Set(formats)].sort()).toEqual(KNOWN_FORMATS);
    expect(text).toContain('^[a-z0-9](-?[a-z0-9])*$');
  });

  test('is the same bytes each time, so that its tag answers 304', async () => {
    const { headers } = await call('GET', '/openapi.json');
    const again = await call('GET', '/openapi.json', { headers: { 'If-None-Match': headers.etag! } });
    expect(again.status).toBe(304);
  });
});

describe('the reference page', () => {
  test.each([
    ['ko', 'HEAL7 API 문서'],
    ['en', 'HEAL7 API reference'],
  ])('in %s has the title %s', async (language, title) => {
    const { text, headers } = await call('GET', '/docs', { headers: { 'Accept-Language': language } });
    expect(text).toContain(`<html lang="${language}">`);
    expect(text).toContain(`<title>${title}</title>`);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-language': language,
      vary: 'accept-encoding, accept-language',
    });
  });

  test('loads only what this origin serves, and all of that is there', async () => {
    const { text, headers } = await call('GET', '/docs');
    const addresses = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address!);
    expect(addresses.length).toBeGreaterThan(3);
    for (const address of addresses) {
      expect(address).toMatch(/^\/[^/]/);
      expect((await call('GET', address)).status, address).toBe(200);
    }
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toMatch(/https?:|unsafe-/);
  });

  test.each([
    ['/docs', 'script'],
    ['/docs/example', 'style'],
    ['/docs/events', 'style'],
    ['/problems', 'style'],
  ])('%s has one inline %s, allowed by hash', async (path, element) => {
    const { text, headers } = await call('GET', path);
    const inline = [...text.matchAll(new RegExp(`<${element}>([\\s\\S]*?)</${element}>`, 'g'))].map(
      ([, content]) => content!,
    );
    expect(inline).toHaveLength(1);
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(inline[0]));
    const policy = headers['content-security-policy'];
    expect(policy).toContain(`${element}-src 'self' 'sha256-${Buffer.from(digest).toString('base64')}'`);
  });

  test.each(swaggerAssets)(
    'its file $path is the package’s, kept for ever',
    async ({ path, specifier, contentType }) => {
      const { headers, text } = await call('GET', path, { headers: { 'Accept-Encoding': 'gzip' } });
      expect(headers).toMatchObject({
        'content-type': contentType,
        'cache-control': 'public, max-age=31536000, immutable',
      });
      expect(headers['content-encoding']).toBe(contentType === 'image/png' ? undefined : 'gzip');
      expect(text).toBe(readFileSync(new URL(import.meta.resolve(specifier)), 'utf8'));
    },
  );

  test('names the version of the package in its addresses', () => {
    const { version } = JSON.parse(
      readFileSync(new URL(import.meta.resolve('swagger-ui-dist/package.json')), 'utf8'),
    ) as { version: string };
    expect(SWAGGER_UI_VERSION).toBe(version);
  });

  test.each([
    '/docs/5.35.0/package.json',
    '/docs/5.35.0/../package.json',
    '/docs/5.35.0/%2e%2e%2fpackage.json',
    '/docs/',
  ])('serves nothing else: %s', async path => {
    expect(await call('GET', path)).toMatchObject({ status: 404, json: { code: 'route_not_found' } });
  });
});

describe('the example page', () => {
  test.each(['ko', 'en'])(
    'in %s shows the chart, every reason and every sentence in both languages',
    async language => {
      const { text } = await call('GET', '/docs/example', { headers: { 'Accept-Language': language } });
      const body = { birth: { date: '1990-05-15', time: '14:30' }, sex: 'female', year: 2027 };
      const { topics } = (await call('POST', '/v1/saju/interpretations', { body })).json;
      for (const { sentences } of Object.values<{ sentences: { korean: string; english: string }[] }>(topics)) {
        for (const { korean, english } of sentences) {
          expect(text).toContain(korean);
          expect(text).toContain(english);
        }
      }
      const { birth, sex } = body;
      const chart = (await call('POST', '/v1/saju/charts', { body: { birth, sex } })).json;
      for (const { facts } of [...chart.strength.reasons, ...chart.usefulGod.reasons, ...chart.stars]) {
        for (const { path, value } of facts) expect(text).toContain(`<code>${path} = ${value}</code>`);
      }
      expect(text).not.toContain('undefined');
    },
  );
});

test.each(['ko', 'en'])('every kind of problem has its place on /problems, in %s', async language => {
  const { text } = await call('GET', '/problems', { headers: { 'Accept-Language': language } });
  for (const { code, title } of platformKinds) {
    expect(text).toContain(`<tr id="${code}">`);
    expect(text).toContain(title[language as 'ko' | 'en']);
  }
  expect(text).not.toContain('undefined');
});

describe('an address that does not exist', () => {
  test.each([
    ['en', 'There is nothing at this address'],
    ['ko', '없는 주소입니다'],
  ])('is told in %s', async (language, title) => {
    const { status, json } = await call('GET', '/v1/nothing', { headers: { 'Accept-Language': language } });
    expect(status).toBe(404);
    expect(json).toMatchObject({ code: 'route_not_found', title });
  });

  test.each([
    ['POST', '/health/live'],
    ['HEAD', '/health/live'],
    ['DELETE', '/openapi.json'],
    ['OPTIONS', '/docs'],
  ])('but for its method (%s %s) is told which it takes', async (method, path) => {
    const { status, json, headers } = await call(method, path);
    expect(status).toBe(405);
    expect(json.code).toBe('method_not_allowed');
    expect(headers.allow).toBe('GET');
  });

  test('is logged without it', async () => {
    const { logged } = await call('GET', '/people/홍길동');
    expect(JSON.parse(logged).route).toBe('$default');
    expect(logged).not.toContain('people');
  });
});

describe('every code of a value that is refused has its place on /problems', () => {
  const root = new URL('../../', import.meta.url);
  const sources = globSync('{platform,functions}/**/*.ts', { cwd: root }).map(file =>
    readFileSync(new URL(file, root), 'utf8'),
  );
  /** Codes as they are written: as kinds, and where a value is refused. */
  const codesIn = (pattern: RegExp) => sources.flatMap(text => [...text.matchAll(pattern)].map(([, code]) => code!));
  const missing = async (codes: readonly string[]) => {
    const { text } = await call('GET', '/problems');
    return codes.filter(code => !text.includes(`<tr id="${code}"><td><code>${code}</code><td>`));
  };

  test('which an operation names, once, and beside the kinds of problem', async () => {
    const operations = domains.flatMap(({ http }) => http?.operations ?? []);
    const fields = operations.flatMap(fieldKindsOf).map(kind => (typeof kind === 'string' ? kind : kind.code));
    expect(fields.length).toBeGreaterThan(100);
    expect(await missing(fields)).toEqual([]);
    expect(await missing(operations.flatMap(problemKindsOf).map(({ code }) => code))).toEqual([]);
    const { text } = await call('GET', '/problems');
    const ids = [...text.matchAll(/<tr id="([^"]+)">/g)].map(([, id]) => id);
    expect(ids.toSorted()).toEqual([...new Set(ids)].sort());
  });

  test('which is declared as a kind, so that some operation names it', async () => {
    const declared = codesIn(/code: '([a-z_]+)',(?:(?!code:)[\s\S])*?satisfies FieldKind/g);
    expect(declared.length).toBeGreaterThan(20);
    expect(await missing(declared)).toEqual([]);
  });

  test('which is written where a value is refused', async () => {
    const refusals = codesIn(/(?:in: '\w+', path[^{}]*|params: \{ |path: [^{}]*|issue[^{}]*\{ )code: '([a-z_]+)'/g);
    expect(new Set(refusals).size).toBeGreaterThan(8);
    expect(await missing(refusals.filter(code => code !== 'custom'))).toEqual([]);
  });
});
