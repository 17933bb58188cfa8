import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { DocumentUnreadable, fromItem, toItem } from '../../../../platform/documents/item.ts';

const notes = { name: 'notes', schema: z.json() };
const profiles = { name: 'profiles', schema: z.strictObject({ secret: z.number() }) };

test('content comes back as it went in, numbers beyond those of DynamoDB too', () => {
  fc.assert(
    fc.property(fc.jsonValue(), content => {
      const document = { id: 'a', version: 'v', content: JSON.parse(JSON.stringify(content)) };
      expect(fromItem(notes, toItem(notes, document))).toEqual(document);
    }),
  );
  const extremes = [1e300, 2 ** 60, Number.MIN_VALUE, '', [], {}, '한글 \u0000'];
  expect(fromItem(notes, toItem(notes, { id: 'a', version: 'v', content: extremes })).content).toEqual(extremes);
});

test('expiry is kept in whole seconds', () => {
  const document = { id: 'a', version: 'v', content: 1, expiresAt: new Date(1_700_000_000_999) };
  expect(fromItem(notes, toItem(notes, document)).expiresAt).toEqual(new Date(1_700_000_000_000));
});

test('a document has at most 400 kB as DynamoDB counts them, and the refusal says how many it has', () => {
  const of = (content: string) => toItem(notes, { id: 'a', version: 'v', content });
  // 'collection' 'notes', 'id' 'a', 'version' 'v', 'content' and two quotes take 35 bytes; a Hangul syllable three.
  const room = 400 * 1024 - 35;
  expect(() => of('x'.repeat(room))).not.toThrow();
  expect(() => of('x'.repeat(room + 1))).toThrow(
    expect.objectContaining({ message: 'document_too_large', facts: { limit: 409_600, size: 409_601 } }),
  );
  expect(() => of('가'.repeat(Math.floor(room / 3) + 1))).toThrow('document_too_large');
});

test('stored content that does not fit its schema is told of by field and without its values', () => {
  const item = toItem(notes, { id: 'a', version: 'v', content: { secret: 'hunter2' } });
  let thrown: unknown;
  try {
    fromItem(profiles, item);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(DocumentUnreadable);
  expect((thrown as DocumentUnreadable).code).toBe('profiles secret:invalid_type');
  expect(String(thrown)).not.toContain('hunter2');
});
