import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deadLetterOperations } from '../../../functions/operations/dead-letters/contract.ts';
import { deadLetterRoutes } from '../../../functions/operations/dead-letters/routes.ts';
import { resendDeadLetters } from '../../../functions/operations/resend-dead-letters.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { Put } from '../../../platform/events/resend-dead-letters.ts';
import { httpFunction } from '../../../platform/http/http-function.ts';
import { openApiDocument } from '../../../platform/http/openapi.ts';
import { jobFunction } from '../../../platform/jobs/job-function.ts';
import { logTo } from '../../../platform/observability/log-sink.ts';
import { RecordsNotAccepted } from '../../../platform/streams/producer.ts';
import type { StreamRecord } from '../../../platform/streams/stream-function.ts';
import { type Client, clientOf } from '../../contract/client.ts';
import { testDatabase } from '../database.ts';
import {
  createTallyTables,
  deliveringTo,
  happened,
  REFUSED_BY_CODE,
  recordsOf,
  summing,
  tally,
} from '../events/tally.ts';

const PATH = '/v1/operations/dead-letters';

let database: Database;
let owner: Database;
let call: Client;
let shard: StreamRecord[];
let fails = false;

const put: Put = async (_stream, records) => {
  if (fails) throw new RecordsNotAccepted([false], { code: 'ProvisionedThroughputExceededException' });
  for (const { data, partitionKey } of records) {
    shard.push({ bytes: data, partitionKey, sequenceNumber: String(10_000 + shard.length) });
  }
};

beforeAll(async () => {
  ({ database, owner } = await testDatabase());
  await createTallyTables(owner);
  logTo(() => {});
  const handler = httpFunction({
    name: 'operations',
    release: '1',
    routes: deadLetterRoutes({ database, put }),
    authenticate: async () => ({ kind: 'user', userId: 'u', sessionId: 's', roles: ['operator'] }),
  });
  const http = {
    entry: '',
    operations: deadLetterOperations,
    fallback: true,
    memoryMb: 128,
    timeoutSeconds: 1,
  } as const;
  const document = await openApiDocument({ operations: deadLetterOperations, version: '1.0.0' });
  call = clientOf(
    [{ domain: { name: 'operations', purpose: 'Tests', http, alarms: [] }, http, handler, loadedInMs: 0 }],
    document,
  );
});

const log = Array.from({ length: 9 }, (_, at) => happened('s', at + 1, at % 2 === 0 ? at : REFUSED_BY_CODE));
const mended = deliveringTo.bind(null, {
  ...tally,
  types: [{ ...tally.types[0]!, read: data => ({ ...(data as { note: string }), amount: 1 }) }],
} as typeof tally);

beforeEach(async () => {
  fails = false;
  shard = [];
  await owner.sql`truncate dead_letters, consumer_positions, tallies, dwh.amounts, sums`;
  await deliveringTo(tally, database)(recordsOf(log));
});

const ids = async () => (await call('GET', PATH)).json.deadLetters.map(({ id }: { id: string }) => id) as string[];

describe('the list', () => {
  test('tells what was set aside and why, and nothing of the record', async () => {
    const { status, json } = await call('GET', PATH);
    expect(status).toBe(200);
    expect(json.nextCursor).toBeNull();
    expect(json.deadLetters).toHaveLength(4);
    expect(json.deadLetters[0]).toEqual({
      id: expect.any(String),
      consumer: 'tally',
      stream: 'user-events',
      shard: 'shardId-0',
      sequenceNumber: expect.stringMatching(/^[2468]$/),
      event: { stream: 's', version: expect.any(Number), type: 'test.counted' },
      reason: 'not_applied',
      errorClass: 'RangeError',
      errorCode: null,
      state: 'open',
      failures: 1,
      deadLetteredAt: '2026-01-02T04:00:00.000Z',
      resentAt: null,
      closedAt: null,
    });
  });

  test('comes in pages, each dead letter once', async () => {
    const seen: string[] = [];
    let target = `${PATH}?limit=3`;
    for (;;) {
      const { json } = await call('GET', target);
      seen.push(...json.deadLetters.map(({ id }: { id: string }) => id));
      if (json.nextCursor === null) break;
      target = `${PATH}?limit=3&cursor=${json.nextCursor}`;
    }
    expect(seen).toEqual(await ids());
    expect(new Set(seen).size).toBe(4);
  });

  test('is of a consumer, of a state', async () => {
    const count = async (query: string) => (await call('GET', `${PATH}?${query}`)).json.deadLetters.length;
    await call('DELETE', `${PATH}/${(await ids())[0]}`);
    expect([await count('consumer=tally'), await count('consumer=other')]).toEqual([4, 0]);
    expect([await count('state=open'), await count('state=discarded&consumer=tally')]).toEqual([3, 1]);
  });

  test.each(['cursor=x', 'cursor=W10', 'state=closed', 'limit=0', 'other=1'])('refuses ?%s', async query => {
    expect(await call('GET', `${PATH}?${query}`)).toMatchObject({ status: 400, json: { code: 'invalid_request' } });
  });
});

test('one is read with its record, whatever that is', async () => {
  const [id] = await ids();
  const { json } = await call('GET', `${PATH}/${id}`);
  expect(JSON.parse(json.record.text)).toMatchObject({
    specversion: '1.0',
    subject: 's',
    data: { amount: REFUSED_BY_CODE },
  });
  expect(json.record).toMatchObject({ bytes: Buffer.byteLength(json.record.text), truncated: false });

  const long = {
    bytes: Buffer.concat([Uint8Array.of(0xff, 0), Buffer.alloc(150_000, 'x')]),
    sequenceNumber: '99',
    partitionKey: 'k',
  };
  await deliveringTo(tally, database)([long]);
  const [row] = await owner.sql<[{ id: string }]>`select id from dead_letters where sequence_number = '99'`;
  const { json: other } = await call('GET', `${PATH}/${row.id}`);
  expect(other).toMatchObject({ event: null, reason: 'not_json', record: { bytes: 150_002, truncated: true } });
  expect(other.record.text).toHaveLength(100_000);
});

test('one that is sent again takes effect once, and is then neither sent again nor given up', async () => {
  const [id] = await ids();
  for (let n = 0; n < 2; n++) {
    expect(await call('POST', `${PATH}/${id}/redeliveries`)).toMatchObject({
      status: 202,
      json: { id, state: 'resent' },
    });
  }
  expect(await mended(database)(shard)).toMatchObject({ counts: { fresh: 1, repeated: 1 } });
  expect((await call('GET', `${PATH}/${id}`)).json).toMatchObject({ state: 'done', closedAt: expect.any(String) });
  const closed = { status: 409, json: { code: 'dead_letter_closed' } };
  expect(await call('POST', `${PATH}/${id}/redeliveries`)).toMatchObject(closed);
  expect(await call('DELETE', `${PATH}/${id}`)).toMatchObject(closed);
  expect(shard).toHaveLength(2);
});

test('where the stream does not take it, the caller is told to ask again, and may', async () => {
  const [id] = await ids();
  fails = true;
  const refused = await call('POST', `${PATH}/${id}/redeliveries`);
  expect(refused).toMatchObject({ status: 503, json: { code: 'stream_unavailable' } });
  fails = false;
  expect(await call('POST', `${PATH}/${id}/redeliveries`)).toMatchObject({ status: 202 });
  expect(await mended(database)(shard)).toMatchObject({ counts: { fresh: 1 } });
});

test('one that was given up stays so, and has no effect', async () => {
  const [id] = await ids();
  for (let n = 0; n < 2; n++) expect(await call('DELETE', `${PATH}/${id}`)).toMatchObject({ status: 204 });
  expect(await call('POST', `${PATH}/${id}/redeliveries`)).toMatchObject({ status: 409 });
  expect(shard).toEqual([]);
});

test.each([
  ['GET', ''],
  ['POST', '/redeliveries'],
  ['DELETE', ''],
])('%s of one that there is not is told so', async (method, rest) => {
  const target = `${PATH}/00000000-0000-4000-8000-000000000000${rest}`;
  const notFound = { status: 404, json: { code: 'dead_letter_not_found' } };
  expect(await call(method, target)).toMatchObject(notFound);
});

describe('the job', () => {
  const run = (...args: string[]) =>
    jobFunction({
      name: 'resend-dead-letters',
      run: resendDeadLetters(put),
      arguments: [{ name: 'CONSUMER', optional: true }],
      database: () => database,
    })({ arguments: args }, { awsRequestId: 'r' });

  test('sends all of a consumer again, which take effect in their order', async () => {
    await deliveringTo({ ...summing, apply: tally.apply }, database)(recordsOf(log));
    expect(await run('tally')).toEqual({ resent: 4 });
    expect(await mended(database)(shard)).toMatchObject({ counts: { fresh: 4 } });
    expect(await database.sql`select trail from tallies`).toEqual([
      { trail: expect.stringMatching(/2:1 4:1 6:1 8:1 $/) },
    ]);
    expect(await owner.sql`select consumer, state, count(*)::int from dead_letters group by 1, 2 order by 1`).toEqual([
      { consumer: 'summing', state: 'open', count: 4 },
      { consumer: 'tally', state: 'done', count: 4 },
    ]);
  });

  test('sends all of all where no consumer is named, and none twice when it runs again', async () => {
    expect(await run()).toEqual({ resent: 4 });
    expect(await run()).toEqual({ resent: 0 });
    expect(shard).toHaveLength(4);
  });
});
