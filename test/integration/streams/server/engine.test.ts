import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DescribeStreamSummaryCommand, ListShardsCommand, ListStreamsCommand } from '@aws-sdk/client-kinesis';
import { afterAll, afterEach, expect, test } from 'vitest';
import { EngineError } from '../../../../local/engines/engine-error.ts';
import { freePort } from '../../../../local/engines/free-port.ts';
import { isRunning } from '../../../../local/engines/running-process.ts';
import { type StreamsEngine, startStreams } from '../../../../local/engines/streams.ts';
import { createKinesisClient } from '../../../../platform/streams/client.ts';

const folder = await mkdtemp(join(tmpdir(), 'heal7-streams-engine-'));
let started: StreamsEngine[] = [];
afterEach(async () => {
  for (const engine of started) await engine.stop();
  started = [];
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function start(options: Parameters<typeof startStreams>[0]): Promise<StreamsEngine> {
  const engine = await startStreams(options);
  started.push(engine);
  return engine;
}

/** Another process that starts a server on a folder. */
async function startHolder(directory: string) {
  const holder = fork(new URL('engine-holder.ts', import.meta.url), [directory], { execArgv: [], timeout: 15_000 });
  const [server] = (await once(holder, 'message')) as [{ readonly processId: number; readonly endpoint: string }];
  return { holder, ...server };
}

const names = async (endpoint: string) => {
  const client = createKinesisClient('ap-northeast-2', endpoint);
  try {
    return (await client.send(new ListStreamsCommand({}))).StreamNames;
  } finally {
    client.destroy();
  }
};

const ended = (processId: number) => expect.poll(() => isRunning(processId), { timeout: 5_000 }).toBe(false);

test('it has every stream with its shards and retention, and says how functions find them', async () => {
  const { endpoint, environment } = await start({ directory: join(folder, 'streams') });
  expect(environment).toEqual({
    KINESIS_ENDPOINT: endpoint,
    HEAL7_STREAM_USER_EVENTS: 'user-events',
    HEAL7_STREAM_SENSOR_DATA: 'sensor-data',
    HEAL7_STREAM_CONSULTATION_EVENTS: 'consultation-events',
  });
  expect(Number(new URL(endpoint).port)).toBeLessThan(32_768);
  const client = createKinesisClient('ap-northeast-2', endpoint);
  for (const [StreamName, shards, hours] of [
    ['user-events', 12, 168],
    ['sensor-data', 24, 720],
    ['consultation-events', 6, 8760],
  ] as const) {
    const { Shards } = await client.send(new ListShardsCommand({ StreamName }));
    const { StreamDescriptionSummary } = await client.send(new DescribeStreamSummaryCommand({ StreamName }));
    expect([StreamName, Shards!.length, StreamDescriptionSummary!.RetentionPeriodHours]).toEqual([
      StreamName,
      shards,
      hours,
    ]);
  }
  client.destroy();
});

test('a stream that is there gets the retention that is wanted, and keeps its shards', async () => {
  const directory = join(folder, 'retention');
  const first = await startStreams({ directory });
  await first.stop();
  const file = join(directory, 'user-events.stream', 'stream.json');
  const record = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify({ ...record, shards: 2, retentionHours: 1 }));
  await start({ directory });
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ ...record, shards: 2 });
});

test('without a folder it leaves nothing behind', async () => {
  const before = new Set(await readdir(tmpdir()));
  const engine = await startStreams();
  const own = (await readdir(tmpdir())).filter(name => name.startsWith('heal7-streams-') && !before.has(name));
  const [directory] = own.filter(name => existsSync(join(tmpdir(), name, 'user-events.stream')));
  await engine.stop();
  expect(isRunning(engine.processId)).toBe(false);
  expect(existsSync(join(tmpdir(), directory!))).toBe(false);
});

test('a second one on the same folder is refused with what to do, and the first goes on', async () => {
  const directory = join(folder, 'shared');
  const { holder, endpoint, processId } = await startHolder(directory);
  const refused = startStreams({ directory });
  await expect(refused).rejects.toThrow(EngineError);
  await expect(refused).rejects.toThrow(`in use by process ${holder.pid}: HEAL7 runs already. Stop it, or`);
  expect(await names(endpoint)).toHaveLength(3);
  holder.kill('SIGKILL');
  await ended(processId);
});

test('it ends with the process that started it, even if that is killed, and the next start has the folder', async () => {
  const directory = join(folder, 'orphan');
  const { holder, processId } = await startHolder(directory);
  holder.kill('SIGKILL');
  const next = await start({ directory });
  expect(await names(next.endpoint)).toHaveLength(3);
  await ended(processId);
});

test('a folder whose server was killed is taken over at once, on the same port', async () => {
  const options = { directory: join(folder, 'killed'), port: await freePort() };
  const killed = await start(options);
  process.kill(killed.processId, 'SIGKILL');
  await ended(killed.processId);
  expect(existsSync(join(options.directory, 'lock.json'))).toBe(true);
  const next = await start(options);
  expect(next.endpoint).toBe(killed.endpoint);
  expect(await names(next.endpoint)).toHaveLength(3);
});

test('a lock of a process that is gone counts for nothing, though its number is another’s by now', async () => {
  const directory = join(folder, 'lock');
  await mkdir(directory);
  const lock = { token: 'gone', port: await freePort(), owner: process.pid };
  await writeFile(join(directory, 'lock.json'), JSON.stringify(lock));
  const { endpoint } = await start({ directory });
  expect(await names(endpoint)).toHaveLength(3);
});

test('of many that start on one folder at once, one gets it', async () => {
  const directory = join(folder, 'race');
  const killed = await start({ directory });
  process.kill(killed.processId, 'SIGKILL');
  const starts = await Promise.allSettled([1, 2, 3, 4].map(() => start({ directory })));
  expect(starts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const each of starts) if (each.status === 'rejected') expect(each.reason).toBeInstanceOf(EngineError);
  expect((await readdir(directory)).filter(name => name.endsWith('.lock'))).toEqual([]);
});

test('a folder that others keep things in is left as it is', async () => {
  const directory = join(folder, 'foreign');
  await mkdir(join(directory, 'photos'), { recursive: true });
  await writeFile(join(directory, 'photos', 'a.jpg'), 'x');
  await writeFile(join(directory, 'notes.txt'), 'mine');
  const engine = await start({ directory });
  await engine.stop();
  expect(await readFile(join(directory, 'notes.txt'), 'utf8')).toBe('mine');
  expect(await readdir(join(directory, 'photos'))).toEqual(['a.jpg']);
  expect((await readdir(directory)).toSorted()).toEqual([
    'consultation-events.stream',
    'notes.txt',
    'photos',
    'sensor-data.stream',
    'user-events.stream',
  ]);
});

test('a folder that cannot be written is refused with what to do', async () => {
  await writeFile(join(folder, 'file'), '');
  const refused = startStreams({ directory: join(folder, 'file', 'streams') });
  await expect(refused).rejects.toThrow(EngineError);
  await expect(refused).rejects.toThrow(/cannot be written \(ENOTDIR\)[\s\S]*HEAL7_DATA=/);
});

test('a port that is taken is told', async () => {
  const first = await start({});
  const refused = startStreams({ port: Number(new URL(first.endpoint).port) });
  await expect(refused).rejects.toThrow(EngineError);
  await expect(refused).rejects.toThrow(`Port ${new URL(first.endpoint).port} is in use`);
});
