import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/database.ts';
import { type Client, clientOf } from '../../contract/client.ts';
import { testDatabase } from '../database.ts';
import { ordersDocument, ordersFunction, ordersTable } from './orders.ts';

const TARGET = '/test/shops/1/orders';
const DEADLINE_MS = 15_000;

let database: Database;
let url: string;
let call: Client;

beforeAll(async () => {
  const copied = await testDatabase();
  ({ database, url } = copied);
  await copied.owner.transaction(tx => tx.unsafe(ordersTable));
  call = clientOf([ordersFunction(database)], ordersDocument);
});

/** Has a process send an order, and kills it at that point. */
async function crash(point: 'written' | 'committed', key: string): Promise<void> {
  const path = fileURLToPath(new URL('order-process.ts', import.meta.url));
  const child = fork(path, [url, point, TARGET, key, key], { timeout: DEADLINE_MS, killSignal: 'SIGKILL' });
  const ended = once(child, 'exit');
  const [message] = await Promise.race([once(child, 'message'), ended]);
  expect(message).toBe(point);
  child.kill('SIGKILL');
  expect(await ended).toEqual([null, 'SIGKILL']);
}

/** Sends the order until nobody else is at it: the server notices at once that its client is gone, but not sooner. */
async function retry(key: string) {
  for (;;) {
    const answer = await call('POST', TARGET, { body: { item: key }, headers: { 'Idempotency-Key': key } });
    if (answer.json.code !== 'idempotency_in_progress') return answer;
  }
}

async function rows(item: string): Promise<readonly { readonly id: string }[]> {
  return database.sql<{ id: string }[]>`select id from test_orders where item = ${item}`;
}

test('a crash between commit and answer: trying again gives the answer of the one effect', async () => {
  await crash('committed', 'after-commit');
  const [row] = await rows('after-commit');
  const answer = await retry('after-commit');
  expect(answer).toMatchObject({ status: 201, json: { id: row!.id }, headers: { 'idempotency-replayed': 'true' } });
  expect(await rows('after-commit')).toHaveLength(1);
});

test('a crash before the commit: nothing is left, and trying again carries it out', async () => {
  await crash('written', 'before-commit');
  expect(await rows('before-commit')).toHaveLength(0);
  const answer = await retry('before-commit');
  expect(answer.status).toBe(201);
  expect(answer.headers['idempotency-replayed']).toBeUndefined();
  expect(await rows('before-commit')).toMatchObject([{ id: answer.json.id }]);
});
