import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { DomainError } from '../../../platform/errors/domain-error.ts';
import { busy } from '../../../platform/errors/kinds.ts';
import { httpFunction } from '../../../platform/http/http-function.ts';
import { openApiDocument } from '../../../platform/http/openapi.ts';
import { operation } from '../../../platform/http/operation.ts';
import { preparedWriteRoute } from '../../../platform/http/write-route.ts';
import { unsealed } from '../../../platform/idempotency/stored-answer.ts';
import { clientOf } from '../../contract/client.ts';
import { testDatabase } from '../database.ts';

const { database, owner } = await testDatabase();
await owner.sql`create table test_notes (note text primary key)`;

const createNote = operation({
  id: 'createNote',
  method: 'POST',
  path: '/test/notes',
  tag: 'test',
  summary: { ko: '적습니다', en: 'Note' },
  auth: 'none',
  idempotency: 'optional',
  request: { body: z.strictObject({ note: z.string() }) },
  response: { status: 201, description: 'The note.', body: z.strictObject({ note: z.string() }), freshness: 'none' },
  errors: [busy],
});

/** As `createNote`, answered with what there is by then where it comes again. */
const keepNote = operation({
  ...createNote,
  id: 'keepNote',
  path: '/test/kept-notes',
  replay: 'current',
  response: { ...createNote.response, body: z.strictObject({ id: z.string(), note: z.string() }) },
});

/** What happened, in order; each says whether the note was committed by then. */
let steps: string[];
let failing: 'admit' | 'prepare' | 'write' | 'afterCommit' | undefined;

beforeEach(() => {
  steps = [];
  failing = undefined;
});

async function step(name: 'prepare' | 'write' | 'afterCommit', note: string): Promise<void> {
  const committed = (await owner.sql`select from test_notes where note = ${note}`).length > 0;
  steps.push(`${name}${committed ? ' (committed)' : ''}`);
  if (failing === name) throw new DomainError(busy);
}

const routes = [
  preparedWriteRoute(
    createNote,
    { database, seal: unsealed, caller: () => 'anyone' },
    {
      async prepare({ body: { note } }) {
        await step('prepare', note);
        return `prepared ${note}`;
      },
      async write({ body: { note } }, _, tx, prepared) {
        await tx`insert into test_notes (note) values (${note})`;
        await step('write', note);
        return { note: prepared };
      },
      afterCommit: prepared => step('afterCommit', prepared.replace('prepared ', '')),
    },
  ),
  preparedWriteRoute(
    keepNote,
    { database, seal: unsealed, caller: () => 'anyone' },
    {
      prepare: async () => undefined,
      async admit(_, tx) {
        steps.push('admit');
        await tx`select`;
        if (failing === 'admit') throw new DomainError(busy);
      },
      async write({ body: { note } }, _, tx) {
        await tx`insert into test_notes (note) values (${note})`;
        return { id: `id of ${note}`, note };
      },
      afterCommit: async () => void steps.push('afterCommit'),
      async again(_, __, id) {
        steps.push('again');
        return { id, note: 'as it is now' };
      },
    },
  ),
];
const http = {
  entry: '',
  operations: [createNote, keepNote],
  fallback: true,
  memoryMb: 128,
  timeoutSeconds: 1,
} as const;
const handler = httpFunction({ name: 'notes', release: '1', routes });
const call = clientOf(
  [{ domain: { name: 'notes', purpose: 'Tests', http, alarms: [] }, http, handler, loadedInMs: 0 }],
  await openApiDocument({ operations: [createNote, keepNote], version: '1.0.0' }),
);
const send = (note: string, key = note) =>
  call('POST', '/test/notes', { body: { note }, headers: { 'Idempotency-Key': key } });

describe('a prepared write', () => {
  test('prepares before its transaction, writes with what was prepared, and follows up after the commit', async () => {
    expect(await send('one')).toMatchObject({ status: 201, json: { note: 'prepared one' } });
    expect(steps).toEqual(['prepare', 'write', 'afterCommit (committed)']);
  });

  test('that is only answered again prepares and follows up again, and writes nothing', async () => {
    await send('two');
    steps = [];
    expect(await send('two')).toMatchObject({ status: 201, headers: { 'idempotency-replayed': 'true' } });
    expect(steps).toEqual(['prepare (committed)', 'afterCommit (committed)']);
  });

  test.each(['prepare', 'write'] as const)('that fails in %s has written nothing, and nothing follows', async where => {
    failing = where;
    expect(await send(where)).toMatchObject({ status: 503 });
    expect(await owner.sql`select from test_notes where note = ${where}`).toHaveLength(0);
    expect(steps.at(-1)).toBe(where);
  });

  test('whose follow-up fails tells its caller, and is followed up when it is sent again', async () => {
    failing = 'afterCommit';
    expect(await send('three')).toMatchObject({ status: 503 });
    failing = undefined;
    steps = [];
    expect(await send('three')).toMatchObject({ status: 201, headers: { 'idempotency-replayed': 'true' } });
    expect(steps).toEqual(['prepare (committed)', 'afterCommit (committed)']);
  });

  test('prepares nothing for a request that breaks its contract', async () => {
    expect(await call('POST', '/test/notes', { body: { note: 1 } })).toMatchObject({ status: 400 });
    expect(steps).toEqual([]);
  });
});

describe('a prepared write whose answer is not kept', () => {
  const keep = (note: string) =>
    call('POST', '/test/kept-notes', { body: { note }, headers: { 'Idempotency-Key': note } });

  test('is answered with what there is by then where it comes again, found by the id of the first answer', async () => {
    expect(await keep('five')).toMatchObject({ status: 201, json: { id: 'id of five', note: 'five' } });
    steps = [];
    const again = await keep('five');
    expect(again).toMatchObject({ status: 201, json: { id: 'id of five', note: 'as it is now' } });
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(steps).toEqual(['admit', 'afterCommit', 'again']);
    const [{ stored }] = await owner.sql<[{ stored: Uint8Array }]>`
      select stored from idempotency_keys where key = 'five'`;
    expect(JSON.parse(Buffer.from(stored).toString()).answer.body).toBe('{"id":"id of five"}');
  });

  test('asks each time whether it may be done by now', async () => {
    await keep('six');
    failing = 'admit';
    expect(await keep('six')).toMatchObject({ status: 503 });
  });

  test('says how it is answered again, and one whose answer is kept does not', () => {
    const dependencies = { database, seal: unsealed };
    const bare = { prepare: async () => undefined };
    const note = { id: '1', note: '' };
    expect(() => preparedWriteRoute(keepNote, dependencies, { ...bare, write: async () => note })).toThrow(TypeError);
    const again = async () => note;
    expect(() => preparedWriteRoute(createNote, dependencies, { ...bare, write: again, again })).toThrow(TypeError);
  });
});
