import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import type { DomainError } from '../../../../platform/errors/domain-error.ts';
import { InvalidRequest } from '../../../../platform/errors/field-issue.ts';
import { MOST_BODY_BYTES, readJsonBody } from '../../../../platform/http/json-body.ts';

const read = (body: string | undefined, type: string | undefined = 'application/json', isBase64Encoded = false) =>
  readJsonBody({
    ...(body !== undefined && { body }),
    headers: type === undefined ? {} : { 'content-type': type },
    isBase64Encoded,
  } as unknown as APIGatewayProxyEventV2);

function refusal(attempt: () => unknown): { code: string; facts: unknown } {
  try {
    attempt();
  } catch (error) {
    const { kind, facts } = error as DomainError;
    return { code: kind.code, facts };
  }
  throw new Error('It was not refused');
}

describe('a JSON body', () => {
  test.each([
    'application/json',
    'application/json; charset=utf-8',
    'Application/JSON;charset="UTF-8"',
    'application/vnd.heal7+json',
    'application/json;',
  ])('is taken as %s', type => {
    expect(read('{"a":[1]}', type)).toEqual({ value: { a: [1] }, issues: [] });
  });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/json; charset=euc-kr',
    'application/jsonp',
    '',
  ])('is not taken as %j', type => {
    expect(refusal(() => read('{}', type)).code).toBe('unsupported_media_type');
  });

  test('is not taken without a type', () => {
    const event = { body: '{}', headers: {}, isBase64Encoded: false } as unknown as APIGatewayProxyEventV2;
    expect(refusal(() => readJsonBody(event)).code).toBe('unsupported_media_type');
  });

  test.each(['gzip', 'br', 'gzip, identity', ''])(
    'is not taken with Content-Encoding %j: nothing unpacks it',
    encoding => {
      const headers = { 'content-type': 'application/json', 'content-encoding': encoding };
      const event = { body: 'H4sIAAAAAAAAA6uuBQBDv6ajAgAAAA==', headers, isBase64Encoded: true };
      const attempt = () => readJsonBody(event as unknown as APIGatewayProxyEventV2);
      expect(refusal(attempt)).toEqual({ code: 'unsupported_media_type', facts: { contentEncoding: encoding } });
      expect(attempt).toThrow(expect.objectContaining({ headers: { 'accept-encoding': 'identity' } }));
    },
  );

  test('is taken with Content-Encoding identity, which is none', () => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'Identity' };
    const event = { body: '{}', headers, isBase64Encoded: false };
    expect(readJsonBody(event as unknown as APIGatewayProxyEventV2).value).toEqual({});
  });

  test('may be absent, whatever its type', () => {
    expect(read(undefined, 'text/plain').value).toBeUndefined();
    expect(read('').value).toBeUndefined();
  });

  test('may come in base64, and with a byte order mark', () => {
    expect(read(Buffer.from('{"a":"갑"}').toString('base64'), undefined, true).value).toEqual({ a: '갑' });
    expect(read('\uFEFF{}').value).toEqual({});
    expect(read(Buffer.from('\uFEFF{}').toString('base64'), undefined, true).value).toEqual({});
  });

  test('has at most 256 KiB, counted in bytes', () => {
    const exactly = `"${'a'.repeat(MOST_BODY_BYTES - 2)}"`;
    expect(read(exactly).value).toHaveLength(MOST_BODY_BYTES - 2);
    expect(refusal(() => read(`${exactly} `)).code).toBe('payload_too_large');
    expect(refusal(() => read(`"${'가'.repeat(MOST_BODY_BYTES / 3)}"`)).code).toBe('payload_too_large');
    const encoded = Buffer.alloc(MOST_BODY_BYTES + 3, 'a').toString('base64');
    expect(refusal(() => read(encoded, undefined, true)).code).toBe('payload_too_large');
  });

  test('is refused for its size before its type is looked at', () => {
    expect(refusal(() => read('a'.repeat(1_000_000), 'text/plain')).code).toBe('payload_too_large');
  });

  test.each(['{', '{"a":NaN}', '{"a":Infinity}', "{'a':1}", '{"a":1,}', 'undefined', '{"a":\u0000}', '"\ud800"'])(
    '%j is malformed',
    text => {
      expect(refusal(() => read(text)).code).toBe('malformed_json');
    },
  );

  test('says where it is malformed, when the parser does', () => {
    expect(refusal(() => read('{"a":1 "b":2}'))).toEqual({ code: 'malformed_json', facts: { position: 7 } });
  });

  test('is malformed if it is not UTF-8', () => {
    const bytes = Buffer.from([0x22, 0xb0, 0xa1, 0x22]);
    expect(refusal(() => read(bytes.toString('base64'), undefined, true)).code).toBe('malformed_json');
  });
});

describe('what JSON lets through and we do not', () => {
  test('a lone surrogate, in a value and in a name, is named', () => {
    const { issues, value } = read('{"a":["ok","\\ud800"],"\\udc00b":1,"c":"\\ud83d\\ude00"}');
    expect(issues).toEqual(
      expect.arrayContaining([
        { in: 'body', path: 'a.1', code: 'invalid_text' },
        { in: 'body', path: '\uFFFDb', code: 'invalid_text' },
      ]),
    );
    expect(issues).toHaveLength(2);
    expect(Object.keys(value as object)).toEqual(['a', 'c']);
  });

  test('a character that PostgreSQL keeps in no text, in a value and in a name, is named', () => {
    const { issues, value } = read('{"a":"x\\u0000y","\\u0000b":1,"c":"\\u0001"}');
    expect(issues).toEqual([
      { in: 'body', path: '\uFFFDb', code: 'invalid_text' },
      { in: 'body', path: 'a', code: 'invalid_text' },
    ]);
    expect(Object.keys(value as object)).toEqual(['a', 'c']);
  });

  test.each(['{"a":{"__proto__":{"admin":true}}}', '{"a":{"\\u005f_proto__":{"admin":true}}}'])(
    '%s is named, taken out, and pollutes nothing',
    text => {
      const { issues, value } = read(text);
      expect(issues).toEqual([{ in: 'body', path: 'a.__proto__', code: 'unknown_field' }]);
      const { a } = value as { a: { admin?: boolean } };
      expect(Object.hasOwn(a, '__proto__')).toBe(false);
      expect(Object.assign({}, a).admin).toBeUndefined();
      expect(({} as { admin?: boolean }).admin).toBeUndefined();
    },
  );

  test('under a name of 128 kB is named by as much of its path as is told', () => {
    const { issues } = read(`{"${'a'.repeat(131_072)}":[${Array(99).fill('"\\u0000"').join()}]}`);
    expect(issues).toHaveLength(99);
    expect(new Set(issues.map(({ path }) => path))).toEqual(new Set([`${'a'.repeat(256)}…`]));
  });

  test.each([
    ['values', `[${Array(25_000).fill('"\\u0000"').join()}]`],
    ['names', `{${Array.from({ length: 15_000 }, (_, at) => `"\\u0000${at}":1`).join()}}`],
  ])('a hundred times over, in %s, is looked at no further', (_, text) => {
    let refused: unknown;
    try {
      read(text);
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(InvalidRequest);
    expect((refused as InvalidRequest).issues).toHaveLength(100);
  });

  test('nesting deeper than the stack does not break it', () => {
    const deep = `${'['.repeat(50_000)}"\\ud800"${']'.repeat(50_000)}`;
    expect(read(deep).issues).toHaveLength(1);
  });
});
