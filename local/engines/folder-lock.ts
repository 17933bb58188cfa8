import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod';
import { EngineError } from './engine-error.ts';
import { isRunning } from './running-process.ts';

/** Says its token to whoever asks at its port: numbers of processes are given again, tokens are not. */
export const answering = z.object({ token: z.string(), port: z.int().min(1).max(65_535) });

export type Answering = z.output<typeof answering>;

/** Who holds a folder, and the process to stop: that which holds it, or which started it. */
const holding = answering.extend({ owner: z.int() });

type Holder = z.output<typeof holding>;

export interface FolderLock {
  readonly holder: Answering;
  /** Gives the folder back. */
  release(): void;
}

/** A holder whose owner was killed a moment ago ends by itself. */
const MOST_ENDING_MS = 5_000;
const MOST_ANSWERING_MS = 1_000;

/**
 * Holds a folder for this process, until it ends or gives it back. One whose holder was killed is taken over.
 * @param owner whom to stop, for others to have the folder
 * @throws EngineError where another holds it, saying what to do
 */
export async function lockFolder(directory: string, owner: number): Promise<FolderLock> {
  const lock = join(directory, 'lock.json');
  const token = randomUUID();
  const server = createServer(socket => socket.on('error', () => {}).end(token));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // It alone keeps no process.
  server.unref();
  const holder = { token, port: (server.address() as AddressInfo).port, owner };
  const draft = writeDraft(directory, holder);
  try {
    const began = Date.now();
    while (!take(draft, lock)) {
      const other = read(lock);
      if (other === undefined || !(await answers(other))) removeLock(directory, lock, other);
      else if (!isRunning(other.owner) && Date.now() - began < MOST_ENDING_MS) await delay(20);
      else throw new EngineError(inUse(directory, other));
    }
  } catch (error) {
    server.close();
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return {
    holder: { token, port: holder.port },
    release: () => {
      if (read(lock)?.token === token) rmSync(lock, { force: true });
      server.close();
    },
  };
}

/** Written beside the lock, to take its place whole. */
function writeDraft(directory: string, mine: Holder): string {
  const draft = join(directory, `${mine.token}.lock`);
  mkdirSync(directory, { recursive: true });
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
  return draft;
}

/** Never in place of another's. */
function take(draft: string, lock: string): boolean {
  try {
    linkSync(draft, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function read(lock: string): Holder | undefined {
  try {
    return holding.parse(JSON.parse(readFileSync(lock, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Whether whoever wrote this is there still. */
export async function answers({ port, token }: Answering): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  socket.setTimeout(MOST_ANSWERING_MS, () => socket.destroy(new Error('no answer')));
  return text(socket).then(
    answer => answer === token,
    () => false,
  );
}

/** Takes the lock of one that is gone away; one that somebody else took meanwhile is put back. */
function removeLock(directory: string, lock: string, gone: Holder | undefined): void {
  const removed = join(directory, `${randomUUID()}.lock`);
  try {
    renameSync(lock, removed);
    if (read(removed)?.token !== gone?.token) linkSync(removed, lock);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code!)) throw error;
  } finally {
    rmSync(removed, { force: true });
  }
}

function inUse(directory: string, { owner }: Holder): string {
  return (
    `The data in ${directory} are in use by process ${owner}: HEAL7 runs already. ` +
    'Stop it, or start a second one with data of its own: HEAL7_DATA=/another/folder PORT=0 MQTT_PORT=0 npm start'
  );
}
