import { describe, expect, test } from 'vitest';
import { entityTag, gzipTag, matchingTag } from '../../../../platform/http/entity-tag.ts';

function tagOf(
  release: string,
  { path = '/days', query = '', method = 'GET', body = '', language = 'en' } = {},
): string {
  const event = { rawPath: path, rawQueryString: query, body, requestContext: { http: { method } } };
  return entityTag(release, event as never, language);
}

describe('an entity tag', () => {
  test('names the release and whatever decides the answer', () => {
    const tag = tagOf('1.0.0+tz.2026a');
    expect(tag).toMatch(/^"1\.0\.0\+tz\.2026a\.[\w-]{22}"$/);
    expect(tagOf('1.0.0+tz.2026a')).toBe(tag);
    const others = [
      tagOf('1.0.0+tz.2026b'),
      tagOf('1.0.0+tz.2026a', { path: '/day' }),
      tagOf('1.0.0+tz.2026a', { query: 'a=1' }),
      tagOf('1.0.0+tz.2026a', { method: 'POST' }),
      tagOf('1.0.0+tz.2026a', { body: '갑자' }),
      tagOf('1.0.0+tz.2026a', { language: 'ko' }),
    ];
    expect(new Set([tag, ...others]).size).toBe(7);
  });

  test('of the gzipped bytes is another one', () => {
    expect(gzipTag('"1.abc"')).toBe('"1.abc-gzip"');
  });
});

describe('If-None-Match', () => {
  const tags = ['"r.a-gzip"', '"r.a"'];

  test.each([
    [undefined, undefined],
    ['"r.a"', '"r.a"'],
    ['"r.a-gzip"', '"r.a-gzip"'],
    ['W/"r.a"', '"r.a"'],
    ['"x", W/"r.a" ,"y"', '"r.a"'],
    ['"x,y", "r.a"', '"r.a"'],
    ['*', '"r.a-gzip"'],
    [' * ', '"r.a-gzip"'],
    ['"r.b"', undefined],
    ['r.a', undefined],
    ['"R.A"', undefined],
    ['"*"', undefined],
  ])('%j has %j', (header, expected) => {
    expect(matchingTag(header, tags)).toBe(expected);
  });
});
