import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { streams } from '../../../platform/streams/streams.ts';
import { EngineError } from '../engine-error.ts';
import { engineFailure } from '../engine-failure.ts';
import { lockFolder } from '../folder-lock.ts';
import { freePort } from '../free-port.ts';
import { StreamFolder } from './stream-folder.ts';
import { createWireServer } from './wire-server.ts';

/**
 * The process of the stream server, forked by `startStreams`. Arguments: the folder to keep the streams in, or nothing for one
 * that is gone afterwards, and the port, or nothing for any free one.
 */

/** The first message of this process, unless it is a refusal. */
export interface Ready {
  readonly port: number;
}

const TRIM_INTERVAL_MS = 60_000;

/** What is put in order when it ends. */
const endings: (() => void)[] = [];

// Whoever started it has gone, or says that it is time. What was answered is written, so that it can end as it stands, and by
// force: a process of Node.js 24 that exits can hang (nodejs/node#54918).
process.on('disconnect', () => {
  for (const end of endings) end();
  process.kill(process.pid, 'SIGKILL');
});

async function serve(kept: string, wantedPort: string): Promise<number> {
  const directory = kept === '' ? mkdtempSync(join(tmpdir(), 'heal7-streams-')) : kept;
  if (kept === '') endings.push(() => rmSync(directory, { recursive: true, force: true }));
  endings.push((await lockFolder(directory, process.ppid)).release);
  const folder = new StreamFolder(directory, { now: Date.now, limitThroughput: false });
  for (const { name, shards, retentionHours } of Object.values(streams))
    folder.ensure({ name, shards, retentionHours });
  setInterval(() => folder.trim(), TRIM_INTERVAL_MS);
  const port = wantedPort === '' ? await freePort() : Number(wantedPort);
  const server = createWireServer(folder).listen(port, '127.0.0.1');
  await once(server, 'listening');
  return port;
}

function refusal(error: unknown): string {
  const { code, port } = error as NodeJS.ErrnoException & { readonly port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is in use: stop what uses it, or leave the port of the streams free.`;
  const failure = engineFailure('Kinesis', directory, error);
  if (failure instanceof EngineError) return failure.message;
  throw failure;
}

const [directory = '', port = ''] = process.argv.slice(2);
const ready = await serve(directory, port).then(
  port => ({ port }),
  error => ({ refusal: refusal(error) }),
);
// Whoever started it may have gone by now: then it ends.
process.send!(ready, undefined, undefined, () => {});
// Node.js does it at a proper end, which there is not.
flushCompileCache();
