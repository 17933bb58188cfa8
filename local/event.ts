import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Match } from './router.ts';

/** A request as it came over HTTP. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path and query as sent. */
  readonly target: string;
  /** Names in lower case, each with its values in order. */
  readonly headers: Readonly<Record<string, readonly string[] | undefined>>;
  readonly body: Uint8Array;
  readonly httpVersion: string;
  readonly remoteAddress: string;
}

/** Types API Gateway passes on as text; all else comes in base64. */
const TEXT_TYPE = /^(?:text\/|application\/(?:json|xml|javascript)\b|application\/[^;]+\+(?:json|xml))/i;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Splits a request target into path and query string. */
export function splitTarget(target: string): { readonly path: string; readonly query: string } {
  const mark = target.indexOf('?');
  return mark < 0 ? { path: target, query: '' } : { path: target.slice(0, mark), query: target.slice(mark + 1) };
}

/** The event API Gateway's HTTP API gives a Lambda function for a request: payload format 2.0. */
export function apiGatewayEvent(request: ReceivedRequest, match: Match, now = new Date()): APIGatewayProxyEventV2 {
  const { path, query } = splitTarget(request.target);
  const { cookie, ...others } = request.headers;
  const headers: Record<string, string> = {};
  for (const name in others) headers[name] = others[name]!.join(',');
  const host = headers.host ?? 'localhost';
  return {
    version: '2.0',
    routeKey: match.routeKey,
    rawPath: path,
    rawQueryString: query,
    ...(cookie && { cookies: cookie.flatMap(line => line.split(/; */)) }),
    headers,
    ...(query !== '' && { queryStringParameters: joinedQuery(query) }),
    ...(!isEmpty(match.pathParameters) && { pathParameters: match.pathParameters }),
    requestContext: {
      accountId: 'local',
      apiId: 'local',
      domainName: host,
      domainPrefix: host.split('.', 1)[0]!,
      http: {
        method: request.method,
        path,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.remoteAddress,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: match.routeKey,
      stage: '$default',
      time: commonLogTime(now),
      timeEpoch: now.getTime(),
    },
    ...encodedBody(request.body, headers['content-type']),
  };
}

/** Repeated parameters joined by commas. */
function joinedQuery(query: string): Record<string, string> {
  const joined: Record<string, string> = Object.create(null);
  for (const [name, value] of new URLSearchParams(query)) {
    joined[name] = joined[name] === undefined ? value : `${joined[name]},${value}`;
  }
  return joined;
}

function encodedBody(
  body: Uint8Array,
  contentType = '',
): { readonly body?: string; readonly isBase64Encoded: boolean } {
  if (body.length === 0) return { isBase64Encoded: false };
  if (TEXT_TYPE.test(contentType)) {
    try {
      return { body: utf8.decode(body), isBase64Encoded: false };
    } catch {
      // Not text, whatever it says.
    }
  }
  return { body: Buffer.from(body).toString('base64'), isBase64Encoded: true };
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `12/Mar/2020:19:03:58 +0000`. */
export function commonLogTime(time: Date): string {
  const iso = time.toISOString();
  return `${iso.slice(8, 10)}/${MONTHS[time.getUTCMonth()]}/${iso.slice(0, 4)}:${iso.slice(11, 19)} +0000`;
}

function isEmpty(object: object): boolean {
  for (const _ in object) return false;
  return true;
}
