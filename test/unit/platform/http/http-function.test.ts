import { describe, expect, test } from 'vitest';
import { testClient as call, SECRET } from '../../../contract/fixture.ts';

const birth = { calendar: 'solar', date: '1990-05-17' };

describe('an answer', () => {
  test('is what the handler gives for the parsed request', async () => {
    const posted = await call('POST', '/test/births', { body: { birth } });
    expect(posted).toMatchObject({ status: 200, json: birth });
    const got = await call('GET', '/test/days/2024-02-10?repeat=2&leap=true');
    expect(got).toMatchObject({ status: 200, json: { days: ['2024-02-10', '2024-02-10'], leap: true } });
  });

  test('to GET carries a strong entity tag with the release, and may be kept by anyone', async () => {
    const { headers } = await call('GET', '/test/days/2024-02-10');
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      etag: expect.stringMatching(/^"1\.0\.0\+tz\.2026a\.\w+\.[\w-]{22}"$/),
      'cache-control': 'public, max-age=3600',
      vary: 'accept-encoding',
      'x-content-type-options': 'nosniff',
    });
  });

  test('to POST carries the tag too, but is never kept: it is about a person', async () => {
    const { headers } = await call('POST', '/test/births', { body: { birth } });
    expect(headers.etag).toBeDefined();
    expect(headers['cache-control']).toBe('no-store');
  });

  test('is 304 without a body for who has it', async () => {
    const { headers } = await call('GET', '/test/days/2024-02-10');
    const again = await call('GET', '/test/days/2024-02-10', {
      headers: { 'If-None-Match': `"x", W/${headers.etag}` },
    });
    expect(again).toMatchObject({ status: 304, text: '' });
    expect(again.headers).toMatchObject({ etag: headers.etag, 'cache-control': headers['cache-control'] });
    expect(again.headers['content-type']).toBeUndefined();
    const other = await call('GET', '/test/days/2024-02-11', { headers: { 'If-None-Match': headers.etag! } });
    expect(other.status).toBe(200);
  });

  test('to POST is never 304', async () => {
    const received = await call('POST', '/test/births', { body: { birth }, headers: { 'If-None-Match': '*' } });
    expect(received.status).toBe(200);
  });

  test('is gzipped where it is large and the caller takes it, under a tag of its own', async () => {
    const target = '/test/days/2024-02-10?repeat=200';
    const plain = await call('GET', target);
    const gzipped = await call('GET', target, { headers: { 'Accept-Encoding': 'br, gzip' } });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(gzipped.headers['content-encoding']).toBe('gzip');
    expect(gzipped.text).toBe(plain.text);
    expect(gzipped.headers.etag).toBe(plain.headers.etag!.replace(/"$/, '-gzip"'));
    const kept = await call('GET', target, {
      headers: { 'Accept-Encoding': 'gzip', 'If-None-Match': plain.headers.etag! },
    });
    expect(kept).toMatchObject({ status: 304, headers: { etag: plain.headers.etag } });
    const small = await call('GET', '/test/days/2024-02-10', { headers: { 'Accept-Encoding': 'gzip' } });
    expect(small.headers['content-encoding']).toBeUndefined();
  });
});

describe('a request with wrong values', () => {
  test('is answered with all of them, in every part, by stable codes', async () => {
    const { status, json } = await call('POST', '/test/births?debug=1', {
      body: { birth: { calendar: 'moon', date: '2024-02-30', name: '갑'.repeat(11), x: 1 }, place: { latitude: 91 } },
    });
    expect(status).toBe(400);
    expect(json).toMatchObject({ type: '/problems#invalid_request', code: 'invalid_request', status: 400 });
    expect(json.errors.map((e: { in: string; path: string; code: string }) => [e.in, e.path, e.code])).toEqual([
      ['query', 'debug', 'unknown_field'],
      ['body', 'birth.calendar', 'invalid_value'],
      ['body', 'birth.date', 'invalid_date'],
      ['body', 'birth.name', 'too_long'],
      ['body', 'birth.x', 'unknown_field'],
      ['body', 'place.latitude', 'too_big'],
    ]);
  });

  test.each([
    ['en', 'The request is not valid', 'This must be at most 90.'],
    ['ko-KR, en;q=0.5', '요청 값이 올바르지 않습니다', '90 이하여야 합니다.'],
  ])('is answered in the language of %j', async (language, title, detail) => {
    const { json, headers } = await call('POST', '/test/births', {
      body: { birth, place: { latitude: 90.5 } },
      headers: { 'Accept-Language': language },
    });
    expect(json).toMatchObject({ title, errors: [{ detail }] });
    expect(headers).toMatchObject({
      'content-type': 'application/problem+json',
      'content-language': language.slice(0, 2),
      'cache-control': 'no-store',
      vary: 'accept-encoding, accept-language',
    });
  });

  test('that only the engine can refuse is told as the others are, in the part that has the field', async () => {
    const posted = await call('POST', '/test/births', { body: { birth: { ...birth, date: '1899-12-31' } } });
    expect(posted.json).toMatchObject({
      code: 'invalid_request',
      errors: [{ in: 'body', path: 'birth.date', code: 'date_out_of_range' }],
    });
    expect(posted.json.errors[0].detail).toContain('1900-01-01 to 2101-01-28');
    const got = await call('GET', '/test/days/1899-12-31');
    expect(got.json.errors).toMatchObject([{ in: 'path', path: 'date', code: 'date_out_of_range' }]);
  });

  test.each([
    ['GET', '/test/days/2024-02-30', 'path', 'date', 'invalid_date'],
    ['GET', '/test/days/2024-02-10?repeat=', 'query', 'repeat', 'invalid_type'],
    ['GET', '/test/days/2024-02-10?repeat=1e2', 'query', 'repeat', 'invalid_type'],
    ['GET', '/test/days/2024-02-10?repeat=0', 'query', 'repeat', 'too_small'],
    ['GET', '/test/days/2024-02-10?repeat=1&repeat=2', 'query', 'repeat', 'duplicate'],
    ['GET', '/test/days/2024-02-10?repeat=%ff', 'query', 'repeat', 'invalid_encoding'],
    ['GET', '/test/days/2024-02-10?leap=yes', 'query', 'leap', 'invalid_value'],
    ['GET', '/test/failures/x?a=1', 'query', 'a', 'unknown_field'],
    ['POST', '/test/births', 'body', '', 'required'],
  ])('%s %s: %s %j %s', async (method, target, part, path, code) => {
    const { status, json } = await call(method, target);
    expect(status).toBe(400);
    expect(json.errors).toMatchObject([{ in: part, path, code }]);
  });

  test('names a lone surrogate and __proto__ beside the others', async () => {
    const { json } = await call('POST', '/test/births', {
      body: '{"birth":{"calendar":"solar","date":"x","name":"\\ud800","__proto__":{"a":1}}}',
      headers: { 'Content-Type': 'application/json' },
    });
    const found = json.errors.map((e: { path: string; code: string }) => `${e.path} ${e.code}`);
    expect(found.sort()).toEqual([
      'birth.__proto__ unknown_field',
      'birth.date invalid_date',
      'birth.name invalid_text',
    ]);
  });

  test('of which there are very many lists a hundred and counts all', async () => {
    const fields = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`f${at}`, 1]));
    const { json } = await call('POST', '/test/births', { body: { birth, ...fields } });
    expect(json.errors).toHaveLength(100);
    expect(json.detail).toBe('20000 values have to be corrected: see errors for the first 100.');
  });

  test('with a name of any length is answered shortly', async () => {
    const { text } = await call('POST', '/test/births', { body: { birth, ['x'.repeat(100_000)]: 1 } });
    expect(text.length).toBeLessThan(1_000);
  });

  test('that says `constructor` or `toString` is refused as any unknown field is', async () => {
    const { json } = await call('POST', '/test/births', {
      body: { birth, constructor: { prototype: {} }, toString: 1 },
    });
    expect(json.errors.map((e: { path: string }) => e.path)).toEqual(['constructor', 'toString']);
  });
});

describe('a body that cannot be read', () => {
  test.each([
    ['{"birth":', 'application/json', 400, 'malformed_json'],
    ['{"birth":NaN}', 'application/json', 400, 'malformed_json'],
    [new Uint8Array([0x22, 0xff, 0x22]), 'application/json', 400, 'malformed_json'],
    ['{}', 'text/plain', 415, 'unsupported_media_type'],
    ['{}', 'application/json; charset=utf-16', 415, 'unsupported_media_type'],
    [`"${'a'.repeat(1024 * 1024)}"`, 'application/json', 413, 'payload_too_large'],
    [`"${'a'.repeat(1024 * 1024)}"`, 'application/octet-stream', 413, 'payload_too_large'],
  ])('%#: %.20s as %s is %i %s', async (body, type, status, code) => {
    const received = await call('POST', '/test/births', { body, headers: { 'Content-Type': type } });
    expect(received.status).toBe(status);
    expect(received.json).toMatchObject({ status, code });
  });
});

describe('a failure', () => {
  test('that the domain declares is told with its words, status and headers', async () => {
    const { status, json, headers } = await call('GET', '/test/failures/domain', {
      headers: { 'Accept-Language': 'ko' },
    });
    expect(status).toBe(409);
    expect(json).toMatchObject({ code: 'sold_out', title: '매진', detail: '7번 자리는 찼습니다.' });
    expect(headers['retry-after']).toBe('60');
  });

  test('of a field that only the domain knows is told in its words', async () => {
    const { json } = await call('GET', '/test/failures/field');
    expect(json.errors).toEqual([{ in: 'path', path: 'kind', code: 'unlucky', detail: 'Out of luck.' }]);
  });

  test.each(['error', 'primitive', 'contract'])(
    'of ours (%s) says nothing of its cause, to the caller or in the log',
    async kind => {
      const { status, json, text, logged } = await call('GET', `/test/failures/${kind}`);
      expect(status).toBe(500);
      expect(json.code).toBe('internal_error');
      expect(logged).toContain('"level":"error"');
      for (const word of SECRET.split(' ')) {
        expect(text).not.toContain(word);
        expect(logged).not.toContain(word);
      }
    },
  );

  test('of ours is logged with its class, its code and where it was thrown', async () => {
    const thrown = JSON.parse((await call('GET', '/test/failures/error')).logged);
    expect(thrown.problem.error).toMatchObject({ name: 'TypeError', cause: { name: 'RangeError' } });
    expect(thrown.problem.error.frames[0]).toMatch(/fail .*fixture\.ts:\d+/);
    const violated = JSON.parse((await call('GET', '/test/failures/contract')).logged);
    expect(violated.problem.error).toMatchObject({ name: 'ContractViolation', code: 'getFailure ok:invalid_value' });
  });

  test('to answer in time is 503 before the function is stopped', async () => {
    const { handler } = (await import('../../../contract/fixture.ts')).testFunction;
    const { apiGatewayEvent } = await import('../../../../local/event.ts');
    const event = apiGatewayEvent(
      {
        method: 'GET',
        target: '/test/failures/slow',
        headers: {},
        body: new Uint8Array(),
        httpVersion: '1.1',
        remoteAddress: '',
      },
      { routeKey: 'GET /test/failures/{kind}', pathParameters: { kind: 'slow' }, function: {} as never },
    );
    const { statusCode, headers, body } = await handler(event, { getRemainingTimeInMillis: () => 300 });
    expect(statusCode).toBe(503);
    expect(headers).toMatchObject({ 'retry-after': '1' });
    expect(JSON.parse(body!).code).toBe('timed_out');
  });
});

describe('the log', () => {
  test('has one line a request with route, status, metrics, and nothing of the caller', async () => {
    const { logged } = await call('POST', '/test/births?세상', {
      body: { birth: { ...birth, name: SECRET } },
      headers: { 'User-Agent': 'Spy/1.0', 'X-Secret': SECRET },
    });
    expect(logged.split('\n')).toHaveLength(1);
    const line = JSON.parse(logged);
    expect(line).toMatchObject({
      level: 'info',
      function: 'test',
      route: 'POST /test/births',
      status: 400,
      http_requests: 1,
      http_4xx: 1,
      http_5xx: 0,
      problem: { code: 'invalid_request', fields: ['unknown_field', 'too_long'] },
    });
    for (const word of [...SECRET.split(' '), 'Spy', '127.0.0.1', '세상', '1990']) expect(logged).not.toContain(word);
  });

  test('declares the metrics a handler measured', async () => {
    const line = JSON.parse((await call('POST', '/test/births', { body: { birth } })).logged);
    expect(line.test_duration).toBe(1.5);
    const [directive] = line._aws.CloudWatchMetrics;
    expect(directive).toMatchObject({ Namespace: 'HEAL7', Dimensions: [['function']] });
    expect(directive.Metrics).toContainEqual({ Name: 'test_duration', Unit: 'Milliseconds' });
    for (const { Name } of directive.Metrics) expect(line[Name], Name).toBeTypeOf('number');
    // Counts of one name are one metric.
    expect(line.test_hits).toBe(3);
    expect(directive.Metrics.filter((metric: { Name: string }) => metric.Name === 'test_hits')).toHaveLength(1);
  });

  test('gives the id that the caller has', async () => {
    const { logged, headers, json } = await call('GET', '/test/failures/error');
    expect(JSON.parse(logged).requestId).toBe(headers['x-request-id']);
    expect(json.requestId).toBe(headers['x-request-id']);
  });
});
