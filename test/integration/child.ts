import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** A child that has not ended by then is killed: a process that exits while it optimises may hang (nodejs/node#54918). */
const DEADLINE_MS = 120_000;

/** A module in a process of its own. It is killed at the end: it has nothing to put in order. */
export interface Child {
  readonly process: ChildProcess;
  /** The first message of the module: what it says once it is ready. */
  readonly ready: unknown;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

/** @throws Error where it ends before it is ready */
export async function startChild(module: URL, ...args: readonly string[]): Promise<Child> {
  const child = fork(module, args, { execArgv: [] });
  const deadline = setTimeout(() => child.kill('SIGKILL'), DEADLINE_MS);
  const ended = once(child, 'exit').then(() => clearTimeout(deadline));
  const ready = await Promise.race([
    once(child, 'message').then(([message]) => message),
    ended.then(() => Promise.reject(new Error(`${module.pathname} ended with ${child.exitCode ?? child.signalCode}`))),
  ]);
  return {
    process: child,
    ready,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
