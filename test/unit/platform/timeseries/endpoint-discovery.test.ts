import { expect, test } from 'vitest';
import { createQueryClient } from '../../../../platform/timeseries/query-client.ts';
import { timestreamStore } from '../../../../platform/timeseries/timestream-store.ts';
import { writeReadings } from '../../../../platform/timeseries/timestream-writer.ts';
import { createWriteClient } from '../../../../platform/timeseries/write-client.ts';

const REGION = 'ap-northeast-1';
const table = { database: 'heal7', table: 'readings' };
const deviceId = '11111111-1111-4111-8111-111111111111';

const reading = {
  deviceId,
  type: 'light',
  recordedAt: 1_780_000_000_123,
  value: 300,
  unit: 'lx',
  accuracy: null,
  reliabilityScore: null,
  ambientConditions: null,
  userPresence: null,
};

interface Asked {
  readonly host: string;
  readonly operation: string;
}

type Client = ReturnType<typeof createWriteClient> | ReturnType<typeof createQueryClient>;

/** What a client says on the wire, answered in its place. */
function answering(client: Client, answers: readonly { readonly status: number; readonly body: object }[]): Asked[] {
  const asked: Asked[] = [];
  const left = [...answers];
  Object.assign(client.config, {
    credentials: async () => ({ accessKeyId: 'test', secretAccessKey: 'test' }),
    requestHandler: {
      metadata: { handlerProtocol: 'http/1.1' },
      destroy() {},
      async handle(request: { hostname: string; headers: Record<string, string> }) {
        const target = request.headers['x-amz-target'] ?? request.headers['X-Amz-Target'] ?? '';
        asked.push({ host: request.hostname, operation: target.replace(/^.*\./, '') });
        const { status, body } = target.endsWith('.DescribeEndpoints')
          ? { status: 200, body: { Endpoints: [{ Address: 'cell1.example', CachePeriodInMinutes: 5 }] } }
          : left.shift()!;
        const bytes = new TextEncoder().encode(JSON.stringify(body));
        const headers = { 'content-type': 'application/x-amz-json-1.0' };
        return { response: { statusCode: status, headers, body: bytes } };
      },
    },
  });
  return asked;
}

const throttled = { status: 400, body: { __type: 'ThrottlingException', Message: 'Slow down' } };

test('writes find their endpoint once, are tried again when throttled, and tell what was rejected', async () => {
  const client = createWriteClient(REGION);
  const rejected = {
    __type: 'com.amazonaws.timestream.v20181101#RejectedRecordsException',
    Message: 'One or more records have been rejected.',
    RejectedRecords: [{ RecordIndex: 0, Reason: 'The record timestamp is outside the time range of the window.' }],
  };
  const asked = answering(client, [throttled, { status: 200, body: {} }, { status: 419, body: rejected }]);
  expect(await writeReadings(client, table, [reading])).toMatchObject({ archived: 1 });
  expect(await writeReadings(client, table, [reading])).toEqual({
    archived: 0,
    known: 0,
    rejected: [{ reading, reason: 'outside_retention' }],
  });
  expect(asked).toEqual([
    { host: `ingest.timestream.${REGION}.amazonaws.com`, operation: 'DescribeEndpoints' },
    ...[1, 2, 3].map(() => ({ host: 'cell1.example', operation: 'WriteRecords' })),
  ]);
});

test('queries find theirs as well, and read pages as they come', async () => {
  const client = createQueryClient(REGION);
  const page = {
    QueryId: 'q',
    ColumnInfo: [
      { Name: 'value', Type: { ScalarType: 'DOUBLE' } },
      { Name: 'time', Type: { ScalarType: 'TIMESTAMP' } },
      { Name: 'unit', Type: { ScalarType: 'VARCHAR' } },
    ],
    Rows: [
      { Data: [{ ScalarValue: '300.0' }, { ScalarValue: '2026-05-28 20:26:40.123000000' }, { ScalarValue: 'lx' }] },
    ],
  };
  const asked = answering(client, [
    { status: 200, body: { QueryId: 'q', NextToken: 'more' } },
    { status: 200, body: page },
  ]);
  const store = timestreamStore({ client, table });
  const query = { deviceId, type: 'light', from: 0, to: 1_790_000_000_000, limit: 1 };
  const { deviceId: _, type: __, ...raw } = reading;
  expect(await store.readLatest(query)).toEqual([raw]);
  expect(asked).toEqual([
    { host: `query.timestream.${REGION}.amazonaws.com`, operation: 'DescribeEndpoints' },
    ...[1, 2].map(() => ({ host: 'cell1.example', operation: 'Query' })),
  ]);
});
