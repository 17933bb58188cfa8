import { expect, test } from 'vitest';
import { readStored, type StoredAnswer, writeStored } from '../../../../platform/idempotency/stored-answer.ts';

const stored = {
  requestHash: 'ab'.repeat(32),
  answer: {
    status: 201,
    contentType: 'application/json',
    body: '{"이름":"가\\u0000"}',
    freshness: 'none',
    headers: { 'content-language': 'ko' },
  },
} as const satisfies StoredAnswer;

test.each<[string, StoredAnswer]>([
  ['text', stored],
  ['nothing', { ...stored, answer: { ...stored.answer, body: '' } }],
  ['bytes that are no text', { ...stored, answer: { ...stored.answer, body: Buffer.from([0, 255, 128, 10]) } }],
])('an answer of %s is read as it was written', (_, given) => {
  expect(readStored(writeStored(given))).toEqual(given);
});
