import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EngineError } from './engine-error.ts';

/** An engine in a process of its own, which ends with this one. */
export interface EngineProcess<Ready> {
  /** What it said of itself. */
  readonly ready: Ready;
  readonly child: ChildProcess;
  /** Resolves when it ends without having been stopped, with what it ended by: `SIGKILL`, or an exit code. */
  readonly lost: Promise<string>;
  /** Does nothing if it has ended. */
  stop(): Promise<void>;
}

/** The first message of an engine's process. */
type FirstMessage<Ready> = Ready | { readonly refusal: string };

const MOST_STARTING_MS = 15_000;
const MOST_STOPPING_MS = 1_000;

/**
 * Starts an engine's process, and waits for what it says first.
 * @throws EngineError where it says why it cannot start
 */
export async function startEngineProcess<Ready extends object>(
  module: URL,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<EngineProcess<Ready>> {
  const child = fork(module, args, {
    execArgv: [],
    // Node.js keeps what it has compiled there, for the next start: it takes two thirds of the time.
    env: { NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache'), ...process.env, ...environment },
    // Of a session of its own: Ctrl-C is ours to answer, and it goes on until the requests in flight have ended.
    detached: true,
  });
  const ready = await firstMessage<Ready>(child, module);
  if ('refusal' in ready) {
    await end(child);
    throw new EngineError(ready.refusal);
  }
  let stopping = false;
  const lost = new Promise<string>(resolve => {
    child.once('exit', (code, signal) => {
      if (!stopping) resolve(String(signal ?? code));
    });
  });
  const stop = () => {
    stopping = true;
    return end(child);
  };
  return { ready, child, lost, stop };
}

async function firstMessage<Ready>(child: ChildProcess, module: URL): Promise<FirstMessage<Ready>> {
  const deadline = setTimeout(() => child.kill('SIGKILL'), MOST_STARTING_MS);
  const message = once(child, 'message').then(([ready]) => ready as FirstMessage<Ready>);
  const ended = once(child, 'exit').then(([code, signal]) => {
    throw new Error(`${module.pathname} ended before it was ready (${code ?? signal}).`);
  });
  try {
    return await Promise.race([message, ended]);
  } finally {
    clearTimeout(deadline);
    ended.catch(() => {});
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const deadline = setTimeout(() => child.kill('SIGKILL'), MOST_STOPPING_MS);
  const ended = once(child, 'exit');
  if (child.connected) child.disconnect();
  await ended;
  clearTimeout(deadline);
}
