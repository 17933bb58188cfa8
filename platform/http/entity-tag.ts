import { hash } from 'node:crypto';

/**
 * A strong entity tag: the release that answers (what it would answer may change with it) and a hash of the bytes.
 * SHA-256 takes 1 µs for 500 bytes; 128 bits of it are plenty.
 */
export function entityTag(release: string, body: string | Uint8Array): string {
  return `"${release}.${hash('sha256', body, 'base64url').slice(0, 22)}"`;
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
