import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, expect, test } from 'vitest';
import * as z from 'zod';
import { startDynamoDb } from '../../../local/engines/dynamodb.ts';
import { createDocuments, type Documents } from '../../../platform/documents/documents.ts';
import { createDynamoClient } from '../../../platform/dynamodb/client.ts';
import { documentsTable } from '../../../platform/dynamodb/tables.ts';
import { startChild } from '../child.ts';

const folder = await mkdtemp(join(tmpdir(), 'heal7-dynamodb-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const notes = { name: 'notes', schema: z.string() };

function documentsAt(endpoint: string): Documents {
  const client = createDynamoClient('local', endpoint);
  return createDocuments({
    table: { client, name: documentsTable.name },
    now: () => new Date(),
    newId: () => crypto.randomUUID(),
  });
}

test('it has every table, and keeps what was written between starts', async () => {
  const directory = join(folder, 'kept');
  const first = await startDynamoDb({ directory });
  const client = createDynamoClient('local', first.endpoint);
  expect((await client.send(new ListTablesCommand({}))).TableNames).toEqual([
    'cache',
    'connections',
    'documents',
    'keys',
  ]);
  const written = await documentsAt(first.endpoint).create(notes, 'a', '다시 켜도');
  await first.stop();

  const second = await startDynamoDb({ directory });
  expect(await documentsAt(second.endpoint).get(notes, 'a')).toEqual(written);
  await second.stop();
});

test('what was acknowledged survives a killed process', async () => {
  const directory = join(folder, 'killed');
  const child = await startChild(new URL('../dynamodb-process.ts', import.meta.url), '0', directory);
  const documents = documentsAt(child.ready as string);
  const acknowledged: string[] = [];
  const writing = (async () => {
    for (let n = 0; n < 10_000; n++) {
      const id = `n-${String(n).padStart(5, '0')}`;
      await documents.create(notes, id, 'x'.repeat(100));
      acknowledged.push(id);
      if (n === 200) child.process.kill('SIGKILL');
    }
  })();
  await expect(writing).rejects.toThrow();
  await child.kill();

  const again = await startDynamoDb({ directory });
  const kept = new Set<string>();
  let cursor: string | undefined;
  do {
    const page = await documentsAt(again.endpoint).list(notes, { limit: 100, ...(cursor && { cursor }) });
    for (const { id } of page.documents) kept.add(id);
    cursor = page.cursor;
  } while (cursor !== undefined);
  await again.stop();
  expect(acknowledged.length).toBeGreaterThan(200);
  expect(acknowledged.filter(id => !kept.has(id))).toEqual([]);
});

test('in memory it forgets', async () => {
  const first = await startDynamoDb();
  await documentsAt(first.endpoint).create(notes, 'a', 'x');
  await first.stop();
  const second = await startDynamoDb();
  expect(await documentsAt(second.endpoint).get(notes, 'a')).toBeUndefined();
  await second.stop();
});

test('a second one on the same folder says what to do', async () => {
  const directory = join(folder, 'shared');
  const engine = await startDynamoDb({ directory });
  await expect(startDynamoDb({ directory })).rejects.toThrow(/Another process uses .*shared\. Stop it first/);
  await engine.stop();
});

test('it outlives a client that goes away in the middle of a request', async () => {
  const engine = await startDynamoDb();
  const { port, host } = new URL(engine.endpoint);
  const socket = connect(Number(port), '127.0.0.1');
  const head = ['POST / HTTP/1.1', `Host: ${host}`, 'Content-Type: application/x-amz-json-1.0', 'Content-Length: 9'];
  socket.write(`${head.join('\r\n')}\r\n\r\n{`);
  // The answer to a second client shows that the first one's bytes have arrived.
  await documentsAt(engine.endpoint).get(notes, 'a');
  socket.destroy();
  await once(socket, 'close');
  expect(await documentsAt(engine.endpoint).get(notes, 'a')).toBeUndefined();
  await engine.stop();
});

test('a disk that is full fails the writes, and not the process', async () => {
  // A limit of the size of files is found where a full disk is: at the writing of the store's log.
  const program = fileURLToPath(new URL('../dynamodb-process.ts', import.meta.url));
  const limited = ['-c', 'ulimit -f 1000; exec "$@"', 'sh', process.execPath, program, '0', join(folder, 'full')];
  const child = spawn('/bin/sh', limited, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const [endpoint] = (await once(child, 'message')) as [string];
  const documents = documentsAt(endpoint);
  const first = await documents.create(notes, 'a', 'x');
  const told = once(child, 'message');
  const filling = async () => {
    for (let n = 0; n < 100; n++) await documents.create(notes, `n-${n}`, 'x'.repeat(50_000));
  };
  await expect(filling()).rejects.toMatchObject({ name: 'InternalServerError' });
  expect(await told).toEqual([expect.stringMatching(/a store that takes no more/), undefined]);
  expect(await documents.get(notes, 'a')).toEqual(first);
  child.kill('SIGKILL');
  await once(child, 'exit');
});
