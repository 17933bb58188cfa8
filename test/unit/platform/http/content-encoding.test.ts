import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { acceptsGzip, gzipBase64, isCompressible } from '../../../../platform/http/content-encoding.ts';

test.each([
  [undefined, false],
  ['', false],
  ['gzip', true],
  ['GZIP', true],
  ['x-gzip', true],
  ['gzip, deflate, br', true],
  ['br;q=1.0, gzip;q=0.8, *;q=0.1', true],
  ['gzip;q=0', false],
  ['gzip;q=0.000', false],
  ['gzip;q=0.001', true],
  ['*', true],
  ['*;q=0', false],
  ['*, gzip;q=0', false],
  ['gzip;q=0, *', false],
  ['br', false],
  ['identity', false],
])('Accept-Encoding %j: gzip %s', (header, expected) => {
  expect(acceptsGzip(header)).toBe(expected);
});

describe('what is worth compressing', () => {
  test('is text of 1,400 bytes and more, counted in UTF-8', () => {
    expect(isCompressible('application/json', 'a'.repeat(1399))).toBe(false);
    expect(isCompressible('application/json', 'a'.repeat(1400))).toBe(true);
    expect(isCompressible('application/json', '가'.repeat(466))).toBe(false);
    expect(isCompressible('application/json', '가'.repeat(467))).toBe(true);
    expect(isCompressible('application/json', new Uint8Array(1400))).toBe(true);
  });

  test('is not what is compressed already', () => {
    const large = 'a'.repeat(5000);
    for (const type of ['text/html; charset=utf-8', 'application/problem+json', 'text/javascript', 'image/svg+xml']) {
      expect(isCompressible(type, large), type).toBe(true);
    }
    for (const type of ['image/png', 'application/octet-stream', 'font/woff2']) {
      expect(isCompressible(type, large), type).toBe(false);
    }
  });
});

test('text and bytes come back as they were', () => {
  const text = '갑자 甲子 '.repeat(300);
  const bytes = Buffer.from(text);
  for (const body of [text, bytes, bytes]) {
    expect(gunzipSync(Buffer.from(gzipBase64(body), 'base64')).toString()).toBe(text);
  }
});
