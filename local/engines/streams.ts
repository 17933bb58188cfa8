import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { streams } from '../../platform/streams/streams.ts';
import { EngineError } from './engine-error.ts';
import type { Ready } from './stream-server/process.ts';

export interface StreamsOptions {
  /** Keeps the streams here between starts; without it they are gone at the end. */
  readonly directory?: string;
  /** Any free one unless said. */
  readonly port?: number;
}

/** Kinesis on this machine, with every stream, in a process of its own. */
export interface StreamsEngine {
  readonly endpoint: string;
  /** What the functions need to find it, as environment variables. */
  readonly environment: Readonly<Record<string, string>>;
  readonly processId: number;
  /** Does nothing if it has ended. */
  stop(): Promise<void>;
}

const MOST_STARTING_MS = 15_000;
const MOST_STOPPING_MS = 1_000;

/**
 * Starts the stream server. It listens on this machine only, and ends with this process.
 * @throws EngineError where another process holds the directory
 */
export async function startStreams({ directory, port }: StreamsOptions = {}): Promise<StreamsEngine> {
  const server = fork(new URL('stream-server/process.ts', import.meta.url), [directory ?? '', String(port ?? '')], {
    execArgv: [],
    // Node.js keeps what it has compiled there, for the next start: it takes two thirds of the time.
    env: { NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache'), ...process.env },
    // Of a session of its own: Ctrl-C is ours to answer, and it goes on until the requests in flight have ended.
    detached: true,
  });
  const ready = await firstMessage(server);
  if ('refusal' in ready) {
    await end(server);
    throw new EngineError(ready.refusal);
  }
  const endpoint = `http://127.0.0.1:${ready.port}`;
  return {
    endpoint,
    environment: {
      KINESIS_ENDPOINT: endpoint,
      ...Object.fromEntries(Object.values(streams).map(({ variable, name }) => [variable, name])),
    },
    processId: server.pid!,
    stop: () => end(server),
  };
}

async function firstMessage(server: ChildProcess): Promise<Ready> {
  const deadline = setTimeout(() => server.kill('SIGKILL'), MOST_STARTING_MS);
  const message = once(server, 'message').then(([ready]) => ready as Ready);
  const ended = once(server, 'exit').then(([code, signal]) => {
    throw new Error(`The stream server ended before it was ready (${code ?? signal}).`);
  });
  try {
    return await Promise.race([message, ended]);
  } finally {
    clearTimeout(deadline);
    ended.catch(() => {});
  }
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const deadline = setTimeout(() => server.kill('SIGKILL'), MOST_STOPPING_MS);
  const ended = once(server, 'exit');
  if (server.connected) server.disconnect();
  await ended;
  clearTimeout(deadline);
}
