import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Answer } from '../answer.ts';
import { acceptsGzip, gzipBase64, isCompressible } from '../content-encoding.ts';
import { entityTag, gzipTag, matchingTag } from '../entity-tag.ts';
import type { Exchange } from '../exchange.ts';
import type { Middleware, MiddlewareRequest } from './middleware.ts';

/** An hour: after a release, caches may answer as before for that long. */
const DETERMINISTIC = 'public, max-age=3600';
/** For addresses whose content never changes, as they hold a version. */
const IMMUTABLE = 'public, max-age=31536000, immutable';

/**
 * Fits an answer to what the caller accepts and already has: entity tag, 304, compression, and the headers about them.
 * `release` names what decides deterministic answers besides the request: the versions of the engine, of its data and of
 * the build.
 */
export function representation(release: string): Middleware {
  const fit = (request: MiddlewareRequest) => {
    request.response = represent(request.response, request.event, release);
  };
  return { after: fit, onError: fit };
}

function represent(answer: Answer, exchange: Exchange, release: string): APIGatewayProxyStructuredResultV2 {
  const { event, languageUsed } = exchange;
  const { status, contentType, body, freshness } = answer;
  const reading = event.requestContext.http.method === 'GET';
  const headers: Record<string, string> = {
    ...(contentType !== undefined && { 'content-type': contentType }),
    'cache-control': cacheControl(answer, reading),
    vary: languageUsed === undefined ? 'accept-encoding' : 'accept-encoding, accept-language',
    'x-content-type-options': 'nosniff',
    'x-request-id': exchange.requestId,
    ...answer.headers,
    ...exchange.headers,
  };
  if (languageUsed !== undefined) headers['content-language'] = languageUsed;

  const compressed =
    contentType !== undefined && acceptsGzip(event.headers['accept-encoding']) && isCompressible(contentType, body);
  if (freshness !== 'none') {
    const plain = entityTag(release, event, languageUsed);
    const tag = compressed ? gzipTag(plain) : plain;
    // On other methods the header means something else (RFC 9110, 13.1.2): a chart is not what is at /charts.
    const had = reading ? matchingTag(event.headers['if-none-match'], [tag, plain, gzipTag(plain)]) : undefined;
    headers.etag = had ?? tag;
    if (had !== undefined) {
      delete headers['content-type'];
      return { statusCode: 304, headers, body: '', isBase64Encoded: false };
    }
  }
  if (compressed) {
    headers['content-encoding'] = 'gzip';
    return { statusCode: status, headers, body: gzipBase64(body), isBase64Encoded: true };
  }
  return typeof body === 'string'
    ? { statusCode: status, headers, body, isBase64Encoded: false }
    : { statusCode: status, headers, body: Buffer.from(body).toString('base64'), isBase64Encoded: true };
}

/** Answers to a body are the caller's own: never kept by others. */
function cacheControl({ freshness }: Answer, reading: boolean): string {
  if (freshness === 'none' || !reading) return 'no-store';
  return freshness === 'immutable' ? IMMUTABLE : DETERMINISTIC;
}
