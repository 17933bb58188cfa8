import { DeleteItemCommand, DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import { type DynamoDb, startDynamoDb } from '../../../local/engines/dynamodb.ts';
import { createDocuments, type Documents } from '../../../platform/documents/documents.ts';
import { createDynamoClient } from '../../../platform/dynamodb/client.ts';
import { documentsTable } from '../../../platform/dynamodb/tables.ts';

let engine: DynamoDb;
let client: DynamoDBClient;
let documents: Documents;
let time: number;
let collections = 0;
let notes: { name: string; schema: z.ZodType<{ text: string }> };

beforeAll(async () => {
  engine = await startDynamoDb();
  client = createDynamoClient('local', engine.endpoint);
});
afterAll(async () => {
  client.destroy();
  await engine.stop();
});
beforeEach(() => {
  time = Date.UTC(2026, 0, 1);
  documents = documentsOf(client);
  notes = { name: `notes-${++collections}`, schema: z.strictObject({ text: z.string() }) };
});

function documentsOf(by: DynamoDBClient): Documents {
  return createDocuments({
    table: { client: by, name: documentsTable.name },
    now: () => new Date(time),
    newId: () => crypto.randomUUID(),
  });
}

test('a document is read as it was created, and each write gives it another version', async () => {
  expect(await documents.get(notes, 'a')).toBeUndefined();
  const created = await documents.create(notes, 'a', { text: '하나' });
  expect(await documents.get(notes, 'a')).toEqual(created);
  const replaced = await documents.replace(notes, 'a', created.version, { text: '둘' });
  expect(replaced.version).not.toBe(created.version);
  expect(await documents.get(notes, 'a')).toEqual({ id: 'a', version: replaced.version, content: { text: '둘' } });
  await documents.delete(notes, 'a', replaced.version);
  expect(await documents.get(notes, 'a')).toBeUndefined();
});

test('of 50 writers of one version, and of 50 who create, one succeeds and the others are told of a conflict', async () => {
  const race = async (write: (n: number) => Promise<{ content: { text: string } }>) => {
    const outcomes = await Promise.allSettled(Array.from({ length: 50 }, (_, n) => write(n)));
    const won = outcomes.filter(outcome => outcome.status === 'fulfilled');
    const lost = outcomes.filter(outcome => outcome.status === 'rejected');
    expect(won).toHaveLength(1);
    for (const { reason } of lost) expect(reason.kind).toMatchObject({ code: 'document_conflict', status: 409 });
    expect((await documents.get(notes, 'a'))!.content).toEqual(won[0]!.value.content);
  };
  await race(n => documents.create(notes, 'a', { text: `created ${n}` }));
  const { version } = (await documents.get(notes, 'a'))!;
  await race(n => documents.replace(notes, 'a', version, { text: `replaced ${n}` }));
});

test('a version of a document that was deleted does not fit the one made anew', async () => {
  const first = await documents.create(notes, 'a', { text: 'first' });
  await documents.delete(notes, 'a', first.version);
  const second = await documents.create(notes, 'a', { text: 'second' });
  await expect(documents.replace(notes, 'a', first.version, { text: 'late' })).rejects.toThrow('document_conflict');
  await expect(documents.delete(notes, 'a', first.version)).rejects.toThrow('document_conflict');
  expect(await documents.get(notes, 'a')).toEqual(second);
});

test('a document that is gone cannot be replaced, and counts as deleted', async () => {
  await expect(documents.replace(notes, 'a', 'v', { text: '' })).rejects.toThrow('document_conflict');
  await documents.delete(notes, 'a', 'v');
});

test('an expired document is not there: not read, not listed, not replaced, and another may be created', async () => {
  const { version } = await documents.create(notes, 'a', { text: 'old' }, new Date(time + 60_000));
  time += 59_999;
  expect(await documents.get(notes, 'a')).toMatchObject({ content: { text: 'old' } });
  await expect(documents.create(notes, 'a', { text: 'new' })).rejects.toThrow('document_conflict');
  time += 1;
  expect(await documents.get(notes, 'a')).toBeUndefined();
  expect(await documents.list(notes, { limit: 10 })).toEqual({ documents: [] });
  await expect(documents.replace(notes, 'a', version, { text: 'late' })).rejects.toThrow('document_conflict');
  await documents.create(notes, 'a', { text: 'new' });
  time += 3_600_000;
  expect(await documents.get(notes, 'a')).toMatchObject({ content: { text: 'new' } });
});

test('a collection is listed by id, page after page, each document once', async () => {
  const ids = Array.from({ length: 23 }, (_, n) => `user-${n % 2}/${String(n).padStart(2, '0')}`);
  for (const id of ids) await documents.create(notes, id, { text: id });
  // Among them some that have expired.
  for (const n of [1, 2, 3]) await documents.create(notes, `user-0/0${n}x`, { text: 'old' }, new Date(time));

  const listed = async (limit: number, prefix?: string) => {
    const pages: string[][] = [];
    let cursor: string | undefined;
    do {
      const page = await documents.list(notes, { limit, ...(cursor && { cursor }), ...(prefix && { prefix }) });
      pages.push(page.documents.map(({ id }) => id));
      cursor = page.cursor;
    } while (cursor !== undefined);
    return pages;
  };
  const sorted = ids.toSorted();
  expect(await listed(100)).toEqual([sorted]);
  expect(await listed(23)).toEqual([sorted]);
  const pages = await listed(5);
  expect(pages.flat()).toEqual(sorted);
  expect(pages.map(page => page.length)).toEqual([5, 5, 5, 5, 3]);
  expect((await listed(5, 'user-1/')).flat()).toEqual(sorted.filter(id => id.startsWith('user-1/')));
});

test('content is parsed by its schema when it is written and when it is read', async () => {
  await expect(documents.create(notes, 'a', { text: 1 } as never)).rejects.toThrow();
  expect(await documents.get(notes, 'a')).toBeUndefined();
  const loose = { name: notes.name, schema: z.json() };
  await documents.create(loose, 'a', { other: true });
  await expect(documents.get(notes, 'a')).rejects.toMatchObject({ name: 'DocumentUnreadable' });
});

test('what counts as 400 kB is what DynamoDB takes', async () => {
  // 'collection', its name, 'id', 'a', 'version', a UUID, 'content' and two quotes.
  const taken = 10 + notes.name.length + 2 + 1 + 7 + 36 + 7 + 2;
  const wide = { name: notes.name, schema: z.string() };
  await documents.create(wide, 'a', 'x'.repeat(400 * 1024 - taken));
  await expect(documents.create(wide, 'b', 'x'.repeat(400 * 1024 - taken + 1))).rejects.toThrow('document_too_large');
});

test('a write whose answer was lost, and which the client sent again, is no conflict with itself', async () => {
  const flaky = createDynamoClient('local', engine.endpoint);
  let lost = 0;
  flaky.middlewareStack.add(
    next => async args => {
      const answer = await next(args);
      if (lost++ === 0) throw Object.assign(new Error('socket hang up'), { name: 'TimeoutError', $retryable: {} });
      return answer;
    },
    { step: 'deserialize', priority: 'low' },
  );
  const created = await documentsOf(flaky).create(notes, 'a', { text: 'once' });
  expect(lost).toBeGreaterThan(1);
  expect(await documents.get(notes, 'a')).toEqual(created);
});

test('other errors of DynamoDB reach the caller as they are', async () => {
  const mock = mockClient(DynamoDBClient);
  try {
    const throttled = Object.assign(new Error('slow down'), { name: 'ProvisionedThroughputExceededException' });
    mock.on(PutItemCommand).rejects(throttled).on(DeleteItemCommand).rejects(throttled);
    mock.on(GetItemCommand).rejects(throttled);
    await expect(documents.create(notes, 'a', { text: '' })).rejects.toThrow('slow down');
    await expect(documents.delete(notes, 'a', 'v')).rejects.toThrow('slow down');
    await expect(documents.get(notes, 'a')).rejects.toThrow('slow down');
  } finally {
    mock.restore();
  }
});
