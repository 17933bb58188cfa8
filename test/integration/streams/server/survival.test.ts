import { appendFile, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type KinesisClient, PutRecordCommand, PutRecordsCommand } from '@aws-sdk/client-kinesis';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { type StreamsEngine, startStreams } from '../../../../local/engines/streams.ts';
import { createKinesisClient } from '../../../../platform/streams/client.ts';
import { startOwnServer } from './servers.ts';
import { newStream, putTexts, readShard, readStream, textOf } from './stream-calls.ts';

/** What is left of records when the process of our server ends, however it does. */
const folder = await mkdtemp(join(tmpdir(), 'heal7-survival-'));
const started: { readonly engine: StreamsEngine; readonly client: KinesisClient }[] = [];
afterEach(async () => {
  for (const { engine, client } of started.splice(0)) {
    client.destroy();
    await engine.stop();
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function start(name: string) {
  const engine = await startStreams({ directory: join(folder, name) });
  const client = createKinesisClient('ap-northeast-2', engine.endpoint);
  started.push({ engine, client });
  return { engine, client };
}

const STREAM = 'user-events';

/** The file of a shard's records. */
async function onlySegment(name: string): Promise<string> {
  const directory = join(folder, name, `${STREAM}.stream`);
  const shards = (await readdir(directory)).filter(entry => entry.startsWith('shardId'));
  const files = await readdir(join(directory, shards[0]!));
  expect([shards.length, files.length]).toEqual([1, 1]);
  return join(directory, shards[0]!, files[0]!);
}

test('a restart keeps streams, records and numbers, and goes on behind them', async () => {
  const first = await start('restart');
  const before = await putTexts(first.client, STREAM, ['a', 'b']);
  await first.engine.stop();
  const second = await start('restart');
  const after = await putTexts(second.client, STREAM, ['c']);
  const records = await readStream(second.client, STREAM);
  expect(records.map(textOf)).toEqual(['a', 'b', 'c']);
  expect(records.map(({ SequenceNumber }) => SequenceNumber)).toEqual([...before, ...after]);
  expect(BigInt(after[0]!)).toBeGreaterThan(BigInt(before[1]!));
});

test('a reader goes on after a restart with the iterator that it had', async () => {
  const first = await start('iterator');
  await putTexts(first.client, STREAM, ['a']);
  const [record] = await readStream(first.client, STREAM);
  await first.engine.stop();
  const second = await start('iterator');
  await putTexts(second.client, STREAM, ['b']);
  const { ShardId } = await second.client.send(
    new PutRecordCommand({ StreamName: STREAM, PartitionKey: 'key', Data: Buffer.from('c') }),
  );
  const records = await readShard(second.client, STREAM, {
    ShardId: ShardId!,
    ShardIteratorType: 'AFTER_SEQUENCE_NUMBER',
    StartingSequenceNumber: record!.SequenceNumber,
  });
  expect(records.map(textOf)).toEqual(['b', 'c']);
});

test('killed in the middle of puts, it has every record that it acknowledged, once and in order', async () => {
  const acknowledged = new Map<string, string[]>();
  for (let round = 0; round < 3; round++) {
    const { engine, client } = await start('killed');
    const writers = Array.from({ length: 16 }, (_, writer) =>
      putUntilRefused(client, `writer-${round}-${writer}`, acknowledged),
    );
    await expect
      .poll(() => [...acknowledged.values()].flat().length, { timeout: 10_000 })
      .toBeGreaterThan(500 * (round + 1));
    process.kill(engine.processId, 'SIGKILL');
    await Promise.all(writers);
  }
  const { client } = await start('killed');
  const records = await readStream(client, STREAM);
  const kept = Map.groupBy(records, ({ PartitionKey }) => PartitionKey!);
  for (const [key, texts] of acknowledged) {
    // None of a writer that was not heard before the kill.
    const ownRecords = kept.get(key) ?? [];
    const own = ownRecords.map(textOf);
    // What nobody was told of may be there too: the one put, or call, that was under way.
    expect(own.slice(0, texts.length)).toEqual(texts);
    expect(own.length - texts.length).toBeLessThanOrEqual(10);
    const numbers = ownRecords.map(({ SequenceNumber }) => BigInt(SequenceNumber!));
    expect(numbers.every((number, n) => n === 0 || number > numbers[n - 1]!)).toBe(true);
  }
});

/** One record, then ten, and so on; each next text is put only after the one before was acknowledged. */
async function putUntilRefused(client: KinesisClient, key: string, acknowledged: Map<string, string[]>): Promise<void> {
  const own: string[] = [];
  acknowledged.set(key, own);
  for (let n = 0; ; n++) {
    const texts = Array.from({ length: n % 2 === 0 ? 1 : 10 }, (_, m) => `${n}.${m}`);
    const Records = texts.map(text => ({ PartitionKey: key, Data: Buffer.from(text) }));
    const put = new PutRecordsCommand({ StreamName: STREAM, Records });
    // The client's second attempt finds no server either.
    const answer = await client.send(put).catch(() => undefined);
    if (answer === undefined) return;
    own.push(...texts);
  }
}

test.each([
  ['half a record', async (path: string) => appendFile(path, '{"SequenceNumber":"17')],
  [
    'a record without its end',
    async (path: string) => {
      const lines = (await readFile(path, 'utf8')).split('\n');
      await appendFile(path, lines[0]!);
    },
  ],
  ['a record cut short', async (path: string) => truncate(path, (await stat(path)).size - 3)],
  ['a long half of a record', async (path: string) => appendFile(path, `{"Data":"${'A'.repeat(100_000)}`)],
])('%s at the end of a file is cut', async (what, tear) => {
  const name = `torn ${what}`;
  const first = await start(name);
  await putTexts(first.client, STREAM, ['a', 'b'.repeat(50_000), 'c']);
  await first.engine.stop();
  await tear(await onlySegment(name));
  const second = await start(name);
  await putTexts(second.client, STREAM, ['d']);
  const texts = (await readStream(second.client, STREAM)).map(textOf);
  expect(texts).toEqual(['a', 'b'.repeat(50_000), ...(what === 'a record cut short' ? [] : ['c']), 'd']);
});

test('a file that holds but half of its first record is begun anew', async () => {
  const first = await start('first record');
  await putTexts(first.client, STREAM, ['a']);
  await first.engine.stop();
  await truncate(await onlySegment('first record'), 30);
  const second = await start('first record');
  await putTexts(second.client, STREAM, ['b']);
  expect((await readStream(second.client, STREAM)).map(textOf)).toEqual(['b']);
});

test('a stream that was being made or deleted when it was killed is not there', async () => {
  const directory = join(folder, 'partial');
  const first = await start('partial');
  await first.engine.stop();
  await mkdir(join(directory, 'half.partial'));
  await writeFile(join(directory, 'half.partial', 'stream.json'), '{');
  await start('partial');
  expect(await readdir(directory)).not.toContain('half.partial');
});

test('what cannot be written is not acknowledged, and leaves nothing behind', async () => {
  const directory = join(folder, 'unwritable');
  const server = await startOwnServer({ directory });
  const stream = await newStream(server.client);
  const put = () =>
    server.client.send(
      new PutRecordsCommand({ StreamName: stream, Records: [{ PartitionKey: 'key', Data: Buffer.from('lost') }] }),
    );
  await rename(join(directory, `${stream}.stream`), join(directory, 'away'));
  const told = vi.spyOn(console, 'error').mockImplementation(() => {});
  expect(await put()).toMatchObject({ FailedRecordCount: 1, Records: [{ ErrorCode: 'InternalFailure' }] });
  const record = { StreamName: stream, PartitionKey: 'key', Data: Buffer.from('lost') };
  await expect(server.client.send(new PutRecordCommand(record))).rejects.toMatchObject({ name: 'InternalFailure' });
  expect(told).toHaveBeenCalled();
  told.mockRestore();
  await rename(join(directory, 'away'), join(directory, `${stream}.stream`));
  await putTexts(server.client, stream, ['a']);
  expect((await readShard(server.client, stream)).map(textOf)).toEqual(['a']);
  await server.stop();
});
