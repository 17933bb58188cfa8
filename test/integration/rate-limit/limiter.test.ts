import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DynamoDb, startDynamoDb } from '../../../local/engines/dynamodb.ts';
import { createDynamoClient, type Table } from '../../../platform/dynamodb/client.ts';
import { cacheTable } from '../../../platform/dynamodb/tables.ts';
import { logTo } from '../../../platform/observability/log-sink.ts';
import { createLimiter, type LimitRule, tooMany } from '../../../platform/rate-limit/limiter.ts';

let engine: DynamoDb;
let table: Table;
const logged: string[] = [];

beforeAll(async () => {
  engine = await startDynamoDb();
  table = { client: createDynamoClient('local', engine.endpoint), name: cacheTable.name };
  logTo(line => logged.push(line));
});
afterAll(async () => {
  table.client.destroy();
  await engine.stop();
});

const rule: LimitRule = { name: 'test', limit: 3, windowSeconds: 60, whenUnavailable: 'refuse' };
const start = Date.parse('2026-01-01T12:00:00Z');

/** Limiters of two processes, under one clock. */
function pair(of: LimitRule = rule, at = { now: start }) {
  const now = () => new Date(at.now);
  return { at, one: createLimiter({ table, now }, of), other: createLimiter({ table, now }, of) };
}

test('so many uses a window are allowed, and what is left is told', async () => {
  const { at, one } = pair();
  at.now = start + 15_000;
  const uses = [];
  for (let n = 0; n < 4; n++) uses.push(await one.consume('a'));
  expect(uses).toEqual([
    { allowed: true, limit: 3, remaining: 2, retryAfterSeconds: 45 },
    { allowed: true, limit: 3, remaining: 1, retryAfterSeconds: 45 },
    { allowed: true, limit: 3, remaining: 0, retryAfterSeconds: 45 },
    { allowed: false, limit: 3, remaining: 0, retryAfterSeconds: 45 },
  ]);
  at.now = start + 60_000;
  expect((await one.consume('a')).allowed).toBe(true);
});

test('no more are allowed when many come at once to several processes', async () => {
  const { one, other } = pair({ ...rule, name: 'parallel', limit: 10 });
  const uses = await Promise.all(Array.from({ length: 60 }, (_, n) => (n % 2 ? one : other).consume('b')));
  expect(uses.filter(({ allowed }) => allowed)).toHaveLength(10);
  expect(new Set(uses.filter(({ allowed }) => allowed).map(({ remaining }) => remaining)).size).toBe(10);
});

test('keys and rules do not share their uses, and a key may have a limit of its own', async () => {
  const { one } = pair({ ...rule, name: 'apart', limit: 1 });
  const another = pair({ ...rule, name: 'another', limit: 1 }).one;
  for (const limiter of [one, another]) {
    for (const key of ['c', 'd']) expect((await limiter.consume(key)).allowed).toBe(true);
  }
  expect((await one.consume('c')).allowed).toBe(false);
  expect(await one.consume('c', 2)).toMatchObject({ allowed: true, limit: 2, remaining: 0 });
});

test('what is counted is not found in the table, and is forgotten', async () => {
  const secret = '203.0.113.77 user@example.com';
  await pair({ ...rule, name: 'secret' }).one.consume(secret);
  const { Items = [] } = await table.client.send(new ScanCommand({ TableName: table.name }));
  const dump = JSON.stringify(Items);
  expect(dump).toContain('limit:secret:');
  for (const form of [secret, ...['hex', 'base64', 'base64url'].map(as => Buffer.from(secret).toString(as as 'hex'))]) {
    expect(dump).not.toContain(form);
  }
  for (const { expires_at } of Items) {
    expect(Number(expires_at!.N)).toBeGreaterThan(start / 1000);
    expect(Number(expires_at!.N)).toBeLessThanOrEqual(start / 1000 + 3 * 24 * 3600);
  }
});

test('a window that began the day before is counted on in the new day', async () => {
  const { at, one, other } = pair({ ...rule, name: 'midnight', windowSeconds: 7 * 3600, limit: 2 });
  at.now = Date.parse('2026-01-01T23:59:00Z');
  await one.consume('e');
  at.now = Date.parse('2026-01-02T00:01:00Z');
  expect(await other.consume('e')).toMatchObject({ remaining: 0 });
});

test.each(['allow', 'refuse'] as const)('without DynamoDB the rule decides: %s', async whenUnavailable => {
  const away: Table = { client: createDynamoClient('local', 'http://127.0.0.1:9'), name: cacheTable.name };
  const limiter = createLimiter({ table: away, now: () => new Date(start) }, { ...rule, whenUnavailable });
  const use = limiter.consume('f@example.com');
  if (whenUnavailable === 'allow') expect(await use).toMatchObject({ allowed: true });
  else await expect(use).rejects.toMatchObject({ kind: { status: 503, code: 'busy' } });
  expect(logged.at(-1)).toContain('limit_unavailable');
  expect(logged.at(-1)).not.toContain('f@example.com');
  away.client.destroy();
});

test('a refusal says when to come again', async () => {
  const refusal = tooMany({ allowed: false, limit: 1, remaining: 0, retryAfterSeconds: 12 });
  expect(refusal).toMatchObject({ kind: { status: 429, code: 'rate_limited' }, headers: { 'retry-after': '12' } });
  expect(refusal.kind.detail(refusal.facts)).toEqual({
    ko: expect.stringContaining('12초'),
    en: expect.stringContaining('12 s'),
  });
});
