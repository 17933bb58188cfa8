import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../../platform/db/database.ts';
import { deleteExpired } from '../../../platform/idempotency/delete-expired.ts';
import type { Seal } from '../../../platform/idempotency/stored-answer.ts';
import { type Client, clientOf } from '../../contract/client.ts';
import { testDatabase } from '../database.ts';
import { type OrdersOptions, ordersDocument, ordersFunction, ordersTable } from './orders.ts';

let database: Database;
let now: Date;
let call: Client;

const clientWith = (options: OrdersOptions = {}): Client =>
  clientOf([ordersFunction(database, { now: () => now, ...options })], ordersDocument);

beforeAll(async () => {
  const copied = await testDatabase();
  ({ database } = copied);
  await copied.owner.transaction(tx => tx.unsafe(ordersTable));
  call = clientWith();
});

beforeEach(() => {
  now = new Date('2026-01-01T00:00:00Z');
});

const ORDERS = '/test/shops/1/orders';

function order(key: string | undefined, item: string, headers: Readonly<Record<string, string>> = {}, target = ORDERS) {
  return call('POST', target, { body: { item }, headers: { ...(key && { 'Idempotency-Key': key }), ...headers } });
}

/** How many rows there are of an item: how often it was ordered. */
async function effects(item: string): Promise<number> {
  return (await database.sql`select from test_orders where item = ${item}`).count;
}

describe('a write with a key', () => {
  test('that is sent again is carried out once, and answered with the same bytes', async () => {
    const first = await order('k-twice', 'tea');
    expect(first).toMatchObject({ status: 201, json: { item: 'tea' } });
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    for (const key of ['k-twice', '"k-twice"']) {
      const again = await order(key, 'tea');
      expect(again).toMatchObject({ status: 201, text: first.text, headers: { 'idempotency-replayed': 'true' } });
      expect({ ...again.headers, 'x-request-id': '', 'idempotency-replayed': '' }).toEqual({
        ...first.headers,
        'x-request-id': '',
        'idempotency-replayed': '',
        vary: again.headers.vary,
      });
    }
    expect(await effects('tea')).toBe(1);
  });

  test('is answered again in the language it was answered in', async () => {
    await order('k-language', 'language', { 'Accept-Language': 'ko' });
    const again = await order('k-language', 'language', { 'Accept-Language': 'en' });
    expect(again).toMatchObject({ json: { thanks: '고맙습니다' }, headers: { 'content-language': 'ko' } });
  });

  test('that 200 send at once is carried out once: the others wait their turn or have the answer', async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, () => order('k-many', 'many')));
    const created = answers.filter(({ status }) => status === 201);
    const refused = answers.filter(({ status }) => status !== 201);
    expect(created.length).toBeGreaterThan(0);
    expect(created.filter(({ headers }) => headers['idempotency-replayed'] === undefined)).toHaveLength(1);
    for (const { json, headers } of refused) {
      expect(json).toMatchObject({ status: 409, code: 'idempotency_in_progress' });
      expect(headers['retry-after']).toBe('1');
    }
    const later = await Promise.all(Array.from({ length: 50 }, () => order('k-many', 'many')));
    for (const { text, headers } of later) {
      expect(text).toBe(created[0]!.text);
      expect(headers['idempotency-replayed']).toBe('true');
    }
    expect(await effects('many')).toBe(1);
  });

  test('is in progress while its transaction is open, and only for its own key', async () => {
    const written = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    const slow = clientWith({
      written: () => {
        written.resolve();
        return gate.promise;
      },
    });
    const first = slow('POST', ORDERS, { body: { item: 'slow' }, headers: { 'Idempotency-Key': 'k-slow' } });
    await written.promise;
    for (const language of ['en', 'ko']) {
      const second = await order('k-slow', 'slow', { 'Accept-Language': language });
      expect(second).toMatchObject({ status: 409, json: { code: 'idempotency_in_progress' } });
    }
    expect(await order('k-other', 'other')).toMatchObject({ status: 201 });
    gate.resolve();
    const answered = await first;
    expect(await order('k-slow', 'slow')).toMatchObject({ status: 201, text: answered.text });
    expect(await effects('slow')).toBe(1);
  });

  test.each<[string, string, unknown]>([
    ['item', ORDERS, { item: 'other-body' }],
    ['field', ORDERS, { item: 'body', note: 'x' }],
    ['address', '/test/shops/2/orders', { item: 'body' }],
  ])('of another %s than before is refused', async (what, target, body) => {
    const key = `k-reused-${what}`;
    await order(key, 'body');
    const before = await effects('body');
    const reused = await call('POST', target, { body, headers: { 'Idempotency-Key': key } });
    expect(reused).toMatchObject({ status: 422, json: { code: 'idempotency_key_reused' } });
    expect(await order(key, 'body')).toMatchObject({ status: 201, headers: { 'idempotency-replayed': 'true' } });
    expect(await effects('body')).toBe(before);
    expect(await effects('other-body')).toBe(0);
  });

  test('of another caller, or to another route, is another write', async () => {
    const answers = [
      await order('k-scope', 'scope', { 'X-Caller': 'a' }),
      await order('k-scope', 'scope', { 'X-Caller': 'b' }),
      await order('k-scope', 'scope', { 'X-Caller': 'a' }, '/test/paid-orders'),
    ];
    for (const { status, headers } of answers) {
      expect(status).toBe(201);
      expect(headers['idempotency-replayed']).toBeUndefined();
    }
    expect(await effects('scope')).toBe(3);
  });

  test('that is refused by the domain is undone and not kept: trying again runs again', async () => {
    let attempts = 0;
    const counted = clientWith({
      written: () => {
        attempts++;
      },
    });
    for (const _ of [1, 2]) {
      const sent = { body: { item: 'sold-out' }, headers: { 'Idempotency-Key': 'k-refused' } };
      expect(await counted('POST', ORDERS, sent)).toMatchObject({ status: 409, json: { code: 'sold_out' } });
    }
    expect(attempts).toBe(2);
    expect(await effects('sold-out')).toBe(0);
    expect(await order('k-refused', 'other-after-refusal')).toMatchObject({ status: 201 });
  });

  test('is answered again for 24 h, and is another write after that', async () => {
    const first = await order('k-day', 'day');
    now = new Date('2026-01-01T23:59:59.999Z');
    expect((await order('k-day', 'day')).text).toBe(first.text);
    now = new Date('2026-01-02T00:00:00Z');
    const next = await order('k-day', 'day');
    expect(next.headers['idempotency-replayed']).toBeUndefined();
    expect(next.text).not.toBe(first.text);
    now = new Date('2026-01-02T23:59:59Z');
    expect((await order('k-day', 'day')).text).toBe(next.text);
    expect(await effects('day')).toBe(2);
  });

  test('is kept only as its seal lets it be read', async () => {
    const flip: Seal['protect'] = (bytes, { caller, route, key }) => {
      const scope = Buffer.from(`${caller} ${route} ${key}`);
      return bytes.map((byte, at) => byte ^ scope[at % scope.length]!);
    };
    const sealed = clientWith({ seal: { protect: flip, open: flip } });
    const sent = { body: { item: 'sealed-secret' }, headers: { 'Idempotency-Key': 'k-sealed' } };
    const first = await sealed('POST', ORDERS, sent);
    expect((await sealed('POST', ORDERS, sent)).text).toBe(first.text);
    const [row] = await database.sql<{ stored: Uint8Array }[]>`
      select stored from idempotency_keys where key = 'k-sealed'`;
    expect(Buffer.from(row!.stored).toString('latin1')).not.toContain('sealed-secret');
  });
});

describe('the key', () => {
  test('may be absent where it is optional: each write is carried out', async () => {
    for (const _ of [1, 2]) expect(await order(undefined, 'without')).toMatchObject({ status: 201 });
    expect(await effects('without')).toBe(2);
    expect(await order(undefined, 'sold-out')).toMatchObject({ status: 409 });
    expect(await effects('sold-out')).toBe(0);
  });

  test('is missed where it is required', async () => {
    const missed = await order(undefined, 'paid', {}, '/test/paid-orders');
    expect(missed).toMatchObject({
      status: 400,
      json: { code: 'invalid_request', errors: [{ in: 'header', path: 'Idempotency-Key', code: 'required' }] },
    });
    expect(await effects('paid')).toBe(0);
  });

  test('that is malformed is told beside what else is wrong, in both languages', async () => {
    for (const [language, word] of [
      ['en', 'ASCII characters'],
      ['ko', 'UUID를 권합니다'],
    ] as const) {
      const wrong = await call('POST', ORDERS, {
        body: { item: '' },
        headers: { 'Idempotency-Key': 'a b', 'Accept-Language': language },
      });
      expect(wrong).toMatchObject({
        status: 400,
        json: {
          errors: [
            {
              in: 'header',
              path: 'Idempotency-Key',
              code: 'invalid_idempotency_key',
              detail: expect.stringContaining(word),
            },
            { in: 'body', path: 'item', code: 'too_short' },
          ],
        },
      });
    }
  });

  test('is passed over by an operation that does not take one', async () => {
    for (const _ of [1, 2]) await order('k-ignored', 'unkeyed', {}, '/test/unkeyed-orders');
    expect(await effects('unkeyed')).toBe(2);
  });

  test('is in the OpenAPI document where it is taken, with its problems', () => {
    const of = (path: string) => ordersDocument.paths![path]!.post!;
    expect(of('/test/shops/{shop}/orders').parameters).toContainEqual(
      expect.objectContaining({ in: 'header', name: 'Idempotency-Key' }),
    );
    expect(of('/test/paid-orders').parameters).toContainEqual(
      expect.objectContaining({ in: 'header', name: 'Idempotency-Key', required: true }),
    );
    expect(of('/test/unkeyed-orders').parameters).toBeUndefined();
    expect(of('/test/paid-orders').responses).toMatchObject({
      409: { description: expect.stringContaining('idempotency_in_progress') },
      422: { description: expect.stringContaining('idempotency_key_reused') },
    });
    expect(of('/test/unkeyed-orders').responses).not.toHaveProperty('422');
  });
});

test('expired answers are deleted in batches, the others stay', async () => {
  await database.sql`delete from idempotency_keys`;
  for (let n = 0; n < 7; n++) await order(`k-expired-${n}`, 'expired');
  now = new Date('2026-01-01T12:00:00Z');
  for (let n = 0; n < 2; n++) await order(`k-fresh-${n}`, 'fresh');
  const totals: number[] = [];
  const progress = (deleted: number) => totals.push(deleted);
  const later = new Date('2026-01-02T00:00:00Z');
  expect(await deleteExpired(database.sql, later, { batch: 3, progress })).toBe(7);
  expect(totals).toEqual([3, 6, 7]);
  const left = await database.sql<{ key: string }[]>`select key from idempotency_keys order by key`;
  expect(left.map(({ key }) => key)).toEqual(['k-fresh-0', 'k-fresh-1']);
});
