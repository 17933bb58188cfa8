import { describe, expect, test } from 'vitest';
import { apiGatewayEvent, type ReceivedRequest } from '../../../local/event.ts';
import type { Match } from '../../../local/router.ts';

const match = { routeKey: 'POST /v1/things/{id}', pathParameters: { id: '갑' } } as unknown as Match;
const nothing = { routeKey: '$default', pathParameters: {} } as unknown as Match;

const request = (changes: Partial<ReceivedRequest> = {}): ReceivedRequest => ({
  method: 'POST',
  target: '/v1/things/%EA%B0%91?a=1&b=2&a=3%20x',
  headers: { host: ['api.example:80'], 'user-agent': ['agent'], 'x-many': ['1', '2'], cookie: ['c=1; d=2', 'e=3'] },
  body: new Uint8Array(),
  httpVersion: '1.1',
  remoteAddress: '192.0.2.1',
  ...changes,
});

test('an event has the form API Gateway documents for payload 2.0', () => {
  const event = apiGatewayEvent(request(), match, new Date('2020-03-12T19:03:58Z'));
  expect(event).toEqual({
    version: '2.0',
    routeKey: 'POST /v1/things/{id}',
    rawPath: '/v1/things/%EA%B0%91',
    rawQueryString: 'a=1&b=2&a=3%20x',
    cookies: ['c=1', 'd=2', 'e=3'],
    headers: { host: 'api.example:80', 'user-agent': 'agent', 'x-many': '1,2' },
    queryStringParameters: { a: '1,3 x', b: '2' },
    pathParameters: { id: '갑' },
    requestContext: {
      accountId: 'local',
      apiId: 'local',
      domainName: 'api.example:80',
      domainPrefix: 'api',
      http: {
        method: 'POST',
        path: '/v1/things/%EA%B0%91',
        protocol: 'HTTP/1.1',
        sourceIp: '192.0.2.1',
        userAgent: 'agent',
      },
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      routeKey: 'POST /v1/things/{id}',
      stage: '$default',
      time: '12/Mar/2020:19:03:58 +0000',
      timeEpoch: 1584039838000,
    },
    isBase64Encoded: false,
  });
});

test('what a request does not have, its event does not have', () => {
  const event = apiGatewayEvent(request({ target: '/', headers: {} }), nothing);
  for (const name of ['cookies', 'queryStringParameters', 'pathParameters', 'body'])
    expect(event).not.toHaveProperty(name);
  expect(event.rawQueryString).toBe('');
});

describe('a body', () => {
  const withBody = (body: Uint8Array, type?: string) => {
    const headers = type === undefined ? {} : { 'content-type': [type] };
    const event = apiGatewayEvent(request({ headers, body }), match);
    return { body: event.body, isBase64Encoded: event.isBase64Encoded };
  };

  test.each(['application/json', 'application/json; charset=utf-8', 'text/plain', 'application/problem+json'])(
    'of type %s is text',
    type => {
      expect(withBody(Buffer.from('갑자'), type)).toEqual({ body: '갑자', isBase64Encoded: false });
    },
  );

  test.each([undefined, 'application/octet-stream', 'image/png', 'application/x-www-form-urlencoded'])(
    'of type %s is in base64',
    type => {
      expect(withBody(Buffer.from('갑자'), type)).toEqual({ body: '6rCR7J6Q', isBase64Encoded: true });
    },
  );

  test('that says it is text and is not UTF-8 is in base64, unchanged', () => {
    expect(withBody(Buffer.from([0xff, 0xfe]), 'application/json')).toEqual({ body: '//4=', isBase64Encoded: true });
  });

  test('keeps its byte order mark', () => {
    expect(withBody(Buffer.from('\uFEFF{}'), 'application/json').body).toBe('\uFEFF{}');
  });
});
