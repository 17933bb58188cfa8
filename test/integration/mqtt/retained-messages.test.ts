import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { RetainedMessages } from '../../../local/mqtt/retained-messages.ts';

const folder = mkdtempSync(join(tmpdir(), 'heal7-retained-'));
afterAll(() => rmSync(folder, { recursive: true }));

const message = (topic: string, payload: string) => ({ topic, payload: Buffer.from(payload), qos: 1 as const });
const linesOf = (file: string) => readFileSync(file, 'utf8').split('\n').length - 1;

test('the last message of a topic is there after a start, and an empty one takes it away', () => {
  const file = join(folder, 'kept', 'retained.ndjson');
  const first = new RetainedMessages(file);
  for (const [topic, payload] of [
    ['a', '1'],
    ['b', '1'],
    ['a', '2'],
    ['b', ''],
  ] as const)
    first.put(message(topic, payload));
  expect(linesOf(file)).toBe(4);
  const second = new RetainedMessages(file);
  expect(second.all()).toEqual([message('a', '2')]);
  // What was replaced is gone from the file, and what it has is not written again.
  second.put(message('a', '2'));
  second.put(message('c', ''));
  expect(linesOf(file)).toBe(1);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('a line that a killed process left half is none', () => {
  const file = join(folder, 'half.ndjson');
  new RetainedMessages(file).put(message('a', '1'));
  writeFileSync(file, '{"topic":"a","pay', { flag: 'a' });
  const messages = new RetainedMessages(file);
  expect(messages.all()).toEqual([message('a', '1')]);
  messages.put(message('a', '2'));
  expect(new RetainedMessages(file).all()).toEqual([message('a', '2')]);
});
