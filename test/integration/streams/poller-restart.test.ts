import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeleteStreamCommand } from '@aws-sdk/client-kinesis';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type StreamsEngine, startStreams } from '../../../local/engines/streams.ts';
import { createKinesisClient } from '../../../platform/streams/client.ts';
import { startChild } from '../child.ts';
import { declared, deliveryOf } from './poller-declared.ts';
import { testFolder, testPollers, testStream } from './poller-stream.ts';

const patience = { timeout: 15_000, interval: 5 };
const numbered = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => `r${from + index}`);

async function startServer(options: Parameters<typeof startStreams>[0] = {}) {
  const engine = await startStreams(options);
  const client = createKinesisClient('ap-northeast-2', engine.endpoint);
  onTestFinished(async () => {
    client.destroy();
    await engine.stop();
  });
  return { engine, client };
}

/** Ends the server as a power cut would. */
async function killServer({ processId }: StreamsEngine): Promise<void> {
  process.kill(processId, 'SIGKILL');
  await vi.waitFor(() => expect(() => process.kill(processId, 0)).toThrow(), patience);
}

test('stopping lets the delivery that runs end, and the next start goes on behind it', async () => {
  const { client } = await startServer();
  const stream = await testStream(client, 1);
  await stream.put(0, 'a', 'b', 'c');
  const directory = testFolder();
  const declarations = [declared({ batch: { size: 2, windowSeconds: 0 } })];
  const running = Promise.withResolvers<void>();
  const started = Promise.withResolvers<void>();
  const first: (readonly string[])[] = [];
  const pollers = await testPollers(stream, {
    declarations,
    directory,
    async invoke(_, event) {
      started.resolve();
      await running.promise;
      first.push(deliveryOf(event).texts);
    },
  });
  await started.promise;
  let stopped = false;
  const stopping = pollers.stop().then(() => (stopped = true));
  await new Promise(setImmediate);
  expect(stopped).toBe(false);
  running.resolve();
  await stopping;
  expect(first).toEqual([['a', 'b']]);
  const second: string[] = [];
  await testPollers(stream, {
    declarations,
    directory,
    invoke: async (_, e) => void second.push(...deliveryOf(e).texts),
  });
  await vi.waitFor(() => expect(second).toEqual(['c']), patience);
});

test('a poller that is killed repeats what it had not kept, and skips nothing', async () => {
  const { engine, client } = await startServer();
  const stream = await testStream(client, 2);
  const directory = testFolder();
  const effectsFile = join(directory, 'effects');
  writeFileSync(effectsFile, '');
  const start = () =>
    startChild(new URL('poller-process.ts', import.meta.url), engine.endpoint, stream.name, directory, effectsFile);
  const effects = () => readFileSync(effectsFile, 'utf8').split('\n').slice(0, -1);
  const kills = 4;
  for (let run = 0; run <= kills; run++) {
    const before = effects().length;
    const child = await start();
    for (const shard of [0, 1]) await stream.put(shard, ...numbered(run * 200, (run + 1) * 200));
    // In the middle of things: some of this run's records are done, most are not.
    await vi.waitFor(() => expect(effects().length).toBeGreaterThan(before + 100), patience);
    if (run < kills) await child.kill();
    else {
      const all = (kills + 1) * 400;
      await vi.waitFor(() => expect(new Set(effects()).size).toBe(all), patience);
      await child.kill();
    }
  }
  for (const shard of [0, 1]) {
    const indices = effects().flatMap(line => (line.startsWith(`${shard} `) ? [Number(line.slice(3))] : []));
    let next = 0;
    for (const index of indices) {
      expect(index, 'a record came before the one before it').toBeLessThanOrEqual(next);
      next = Math.max(next, index + 1);
    }
    expect(next).toBe((kills + 1) * 200);
  }
}, 60_000);

test('a server that is killed and comes back is read on, and told of once', async () => {
  const streamsFolder = testFolder();
  const { engine, client } = await startServer({ directory: streamsFolder });
  const stream = await testStream(client, 4);
  const seen: string[] = [];
  const pollers = await testPollers(stream, {
    declarations: [declared()],
    invoke: async (_, event) => void seen.push(...deliveryOf(event).texts),
  });
  await stream.put(2, 'before');
  await vi.waitFor(() => expect(seen).toEqual(['before']), patience);
  await killServer(engine);
  await vi.waitFor(() => expect(pollers.told.map(({ event }) => event)).toEqual(['stream-away']), patience);
  const port = Number(new URL(engine.endpoint).port);
  const again = await startStreams({ directory: streamsFolder, port });
  onTestFinished(() => again.stop());
  await stream.put(2, 'after');
  await vi.waitFor(() => expect(seen).toEqual(['before', 'after']), patience);
  await vi.waitFor(
    () => expect(pollers.told.map(({ event }) => event)).toEqual(['stream-away', 'stream-back']),
    patience,
  );
});

test('pollers that start before their server wait for it', async () => {
  const streamsFolder = testFolder();
  const { engine, client } = await startServer({ directory: streamsFolder });
  const stream = await testStream(client, 1);
  await stream.put(0, 'early');
  await killServer(engine);
  const seen: string[] = [];
  const pollers = await testPollers(stream, {
    declarations: [declared()],
    invoke: async (_, event) => void seen.push(...deliveryOf(event).texts),
  });
  await vi.waitFor(() => expect(pollers.told).toHaveLength(1), patience);
  const again = await startStreams({ directory: streamsFolder, port: Number(new URL(engine.endpoint).port) });
  onTestFinished(() => again.stop());
  await vi.waitFor(() => expect(seen).toEqual(['early']), patience);
});

test('a checkpoint of a stream that has been made anew is told of, and all of the new one is delivered', async () => {
  const { client } = await startServer();
  const stream = await testStream(client, 1);
  const directory = testFolder();
  const seen: string[] = [];
  const options = {
    declarations: [declared()],
    directory,
    invoke: async (_: unknown, event: Parameters<typeof deliveryOf>[0]) => void seen.push(...deliveryOf(event).texts),
  };
  await stream.put(0, 'former');
  const former = await testPollers(stream, options);
  await vi.waitFor(() => expect(seen).toEqual(['former']), patience);
  await former.stop();
  await client.send(new DeleteStreamCommand({ StreamName: stream.name }));
  const remade = await testStream(client, 1);
  await remade.put(0, 'new');
  const pollers = await testPollers(remade, options);
  await vi.waitFor(() => expect(seen).toEqual(['former', 'new']), patience);
  expect(pollers.told).toEqual([{ event: 'stream-replaced', stream: 'user-events' }]);
});

test.each([
  ['half of one', '{"shardId-000000000000":"4'],
  ['of another form', '{"shardId-000000000000":4}'],
  ['gone', undefined],
])('where the file of the checkpoints is %s, all is delivered again', async (_, content) => {
  const { client } = await startServer();
  const stream = await testStream(client, 1);
  const directory = testFolder();
  const seen: string[] = [];
  const options = {
    declarations: [declared()],
    directory,
    invoke: async (_: unknown, event: Parameters<typeof deliveryOf>[0]) => void seen.push(...deliveryOf(event).texts),
  };
  await stream.put(0, 'a');
  await (
    await testPollers(stream, options).then(async pollers => {
      await vi.waitFor(() => expect(seen).toEqual(['a']), patience);
      return pollers;
    })
  ).stop();
  const file = join(directory, 'checkpoints', 'test-consumer.user-events.json');
  expect(existsSync(file)).toBe(true);
  if (content === undefined) rmSync(file);
  else writeFileSync(file, content);
  await testPollers(stream, options);
  await vi.waitFor(() => expect(seen).toEqual(['a', 'a']), patience);
});
