import { describe, expect, test } from 'vitest';
import { entityTag, gzipTag, matchingTag } from '../../../../platform/http/entity-tag.ts';

describe('an entity tag', () => {
  test('names the release and the bytes', () => {
    const tag = entityTag('1.0.0+tz.2026a', '{"a":1}');
    expect(tag).toMatch(/^"1\.0\.0\+tz\.2026a\.[\w-]{22}"$/);
    expect(entityTag('1.0.0+tz.2026a', '{"a":1}')).toBe(tag);
    expect(entityTag('1.0.0+tz.2026b', '{"a":1}')).not.toBe(tag);
    expect(entityTag('1.0.0+tz.2026a', '{"a":2}')).not.toBe(tag);
  });

  test('is the same for text and for its bytes in UTF-8', () => {
    expect(entityTag('1', Buffer.from('갑자'))).toBe(entityTag('1', '갑자'));
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
