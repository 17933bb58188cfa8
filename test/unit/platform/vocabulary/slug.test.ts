import { expect, test } from 'vitest';
import { createApiKey } from '../../../../functions/users/keys/contract.ts';
import { explain } from '../../../../platform/errors/problem.ts';
import { parsePart } from '../../../../platform/errors/schema-issues.ts';
import { slug } from '../../../../platform/vocabulary/slug.ts';

const refused = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    return explain(error, 'ko').problem.errors;
  }
  return [];
};

test.each(['web-prod', 'a', '7', 'a-b-c'])('%s is a slug', text => {
  expect(refused(() => parsePart(slug(10), text, 'body'))).toEqual([]);
});

test.each(['my app', 'Web', 'a--b', '-a', 'a-', '가'])('%j is none, and is told what one is in words', text => {
  const errors = refused(() => parsePart(createApiKey.request.body, { name: text }, 'body'));
  expect(errors).toEqual([{ in: 'body', path: 'name', code: 'invalid_format', detail: expect.any(String) }]);
  expect(errors![0]!.detail).toContain('소문자');
  // A regular expression is no message.
  expect(errors![0]!.detail).not.toMatch(/[\^$[\]*]/);
});
