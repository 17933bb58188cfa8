import type { KinesisClient, PutRecordsCommand, PutRecordsCommandOutput } from '@aws-sdk/client-kinesis';
import { expect, test, vi } from 'vitest';
import { StreamWriter } from '../../../../local/mqtt/stream-writer.ts';

/** A stream whose calls are answered when a test says so. */
function controlledStream() {
  const calls: { readonly keys: readonly string[]; answer(refused?: readonly number[]): void; fail(): void }[] = [];
  const send = (command: PutRecordsCommand) =>
    new Promise<PutRecordsCommandOutput>((resolve, reject) => {
      const records = command.input.Records!;
      calls.push({
        keys: records.map(({ PartitionKey }) => PartitionKey!),
        answer: (refused = []) =>
          resolve({
            $metadata: {},
            FailedRecordCount: refused.length,
            Records: records.map((_, at) =>
              refused.includes(at)
                ? { ErrorCode: 'ProvisionedThroughputExceededException' }
                : { SequenceNumber: '1', ShardId: 's' },
            ),
          }),
        fail: () => reject(Object.assign(new Error('private'), { code: 'ECONNREFUSED' })),
      });
    });
  return { calls, client: { send } as unknown as Pick<KinesisClient, 'send'> };
}

function writerOf({ client }: { readonly client: Pick<KinesisClient, 'send'> }) {
  const accepted: string[] = [];
  const settled = vi.fn();
  const writer = new StreamWriter({ client, stream: 's', settled, wait: async () => {} });
  const put = (key: string, bytes = 10) =>
    writer.put({ partitionKey: key, data: new Uint8Array(bytes), accepted: () => accepted.push(key) });
  return { writer, put, accepted, settled };
}

const keys = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => String(from + n));

test('what comes within a few milliseconds is one call, and nothing is accepted before it is answered', async () => {
  const stream = controlledStream();
  const { writer, put, accepted, settled } = writerOf(stream);
  for (const key of keys(0, 3)) put(key);
  await vi.waitFor(() => expect(stream.calls).toHaveLength(1));
  expect(stream.calls[0]!.keys).toEqual(['0', '1', '2']);
  expect(accepted).toEqual([]);
  expect(writer.waitingBytes).toBe(30);
  stream.calls[0]!.answer();
  await vi.waitFor(() => expect(settled).toHaveBeenCalledOnce());
  expect(accepted).toEqual(['0', '1', '2']);
  expect(writer.waitingBytes).toBe(0);
  expect(writer.waitedMs()).toBe(0);
});

test('full calls go beside one another, four at most, and are told of in their order', async () => {
  const stream = controlledStream();
  const { put, accepted } = writerOf(stream);
  for (const key of keys(0, 3_000)) put(key);
  expect(stream.calls.map(call => call.keys.length)).toEqual([500, 500, 500, 500]);
  stream.calls[1]!.answer();
  await new Promise(setImmediate);
  expect(accepted).toEqual([]);
  stream.calls[0]!.answer();
  await vi.waitFor(() => expect(accepted).toEqual(keys(0, 1_000)));
  await vi.waitFor(() => expect(stream.calls).toHaveLength(6));
  for (const call of stream.calls) call.answer();
  await vi.waitFor(() => expect(accepted).toEqual(keys(0, 3_000)));
});

test('a call takes 5 MB', async () => {
  const stream = controlledStream();
  const { put } = writerOf(stream);
  for (const key of keys(0, 60)) put(key, 100_000);
  await vi.waitFor(() => expect(stream.calls).toHaveLength(1));
  expect(stream.calls[0]!.keys).toHaveLength(52);
  stream.calls[0]!.answer();
  await vi.waitFor(() => expect(stream.calls).toHaveLength(2));
  expect(stream.calls[1]!.keys).toEqual(keys(52, 60));
});

test('what a stream refuses is put again, and only that; what it does not answer, all of it; and why is known', async () => {
  const stream = controlledStream();
  const { writer, put, accepted } = writerOf(stream);
  for (const key of keys(0, 4)) put(key);
  await vi.waitFor(() => expect(stream.calls).toHaveLength(1));
  expect(writer.trouble).toBeUndefined();
  stream.calls[0]!.answer([1, 3]);
  await vi.waitFor(() => expect(stream.calls).toHaveLength(2));
  expect(stream.calls[1]!.keys).toEqual(['1', '3']);
  expect(writer.trouble).toEqual({ name: 'ProvisionedThroughputExceededException', frames: [] });
  stream.calls[1]!.fail();
  await vi.waitFor(() => expect(stream.calls).toHaveLength(3));
  expect(stream.calls[2]!.keys).toEqual(['1', '3']);
  expect(writer.trouble).toMatchObject({ name: 'Error', code: 'ECONNREFUSED' });
  expect(JSON.stringify(writer.trouble)).not.toContain('private');
  expect(accepted).toEqual([]);
  stream.calls[2]!.answer();
  await vi.waitFor(() => expect(accepted).toEqual(keys(0, 4)));
  expect(writer.trouble).toBeUndefined();
});
