import { hash } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

/**
 * A strong entity tag of a deterministic answer: the release that answers, and a hash of all that decides the answer
 * (method, address, body sent, language if words are in it). Hashing these 100 bytes in place of the answer's own
 * takes 1 µs; of a chart's 20 kB it took 35.
 */
export function entityTag(release: string, event: APIGatewayProxyEventV2, language: string | undefined): string {
  const { rawPath, rawQueryString, body = '', requestContext } = event;
  const request = `${requestContext.http.method} ${rawPath}?${rawQueryString} ${language ?? ''}\n${body}`;
  return `"${release}.${hash('sha256', request, 'base64url').slice(0, 22)}"`;
}

/** The tag of the same body gzipped: other bytes, so another strong tag. */
export function gzipTag(tag: string): string {
  return `${tag.slice(0, -1)}-gzip"`;
}

/**
 * Which of the tags an `If-None-Match` header has, if any: lists, `*` (the first of them), and weak comparison
 * (RFC 9110, 13.1.2).
 */
export function matchingTag(header: string | undefined, tags: readonly string[]): string | undefined {
  if (header === undefined) return undefined;
  if (header.trim() === '*') return tags[0];
  // An opaque tag may have commas: match the tags, do not split.
  const given: readonly string[] = header.match(/"[^"]*"/g) ?? [];
  return tags.find(tag => given.includes(tag));
}
