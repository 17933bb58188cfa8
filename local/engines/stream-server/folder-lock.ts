import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { EngineError } from '../engine-error.ts';
import { isRunning } from '../running-process.ts';

/** Who holds a folder. It says its token to whoever asks at its port: numbers of processes are given again, tokens are not. */
interface Holder {
  readonly token: string;
  readonly port: number;
  /** Of the process that started it. */
  readonly owner: number;
}

/** A holder whose owner was killed a moment ago ends by itself. */
const MOST_ENDING_MS = 5_000;
const MOST_ANSWERING_MS = 1_000;

/**
 * Holds a folder for this process, until it ends or gives it back. One whose holder was killed is taken over.
 * @throws EngineError where another holds it, saying what to do
 */
export async function lockFolder(directory: string): Promise<() => void> {
  const lock = join(directory, 'lock.json');
  const token = randomUUID();
  const server = createServer(socket => socket.on('error', () => {}).end(token));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const draft = writeDraft(directory, { token, port: (server.address() as AddressInfo).port, owner: process.ppid });
  try {
    const began = Date.now();
    while (!take(draft, lock)) {
      const holder = read(lock);
      if (holder === undefined) continue;
      if (!(await holds(holder))) removeLock(directory, lock, holder);
      else if (!isRunning(holder.owner) && Date.now() - began < MOST_ENDING_MS) await delay(20);
      else throw new EngineError(inUse(directory, holder));
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return () => {
    if (read(lock)?.token === token) rmSync(lock, { force: true });
    server.close();
  };
}

/** Written beside the lock, to take its place whole. */
function writeDraft(directory: string, mine: Holder): string {
  const draft = join(directory, `${mine.token}.lock`);
  try {
    mkdirSync(directory, { recursive: true });
    writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
    return draft;
  } catch (error) {
    throw new EngineError(
      `The folder ${directory} cannot be written (${(error as NodeJS.ErrnoException).code}). ` +
        'Give yourself the right, or keep the data elsewhere: HEAL7_DATA=/another/folder npm start',
    );
  }
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
    return JSON.parse(readFileSync(lock, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

/** Whether a holder is there still. */
async function holds({ port, token }: Holder): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  socket.setTimeout(MOST_ANSWERING_MS, () => socket.destroy(new Error('no answer')));
  return text(socket).then(
    answer => answer === token,
    () => false,
  );
}

/** Takes the lock of one that is gone away; one that somebody else took meanwhile is put back. */
function removeLock(directory: string, lock: string, gone: Holder): void {
  const removed = join(directory, `${randomUUID()}.lock`);
  try {
    renameSync(lock, removed);
    if (read(removed)?.token !== gone.token) linkSync(removed, lock);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code!)) throw error;
  } finally {
    rmSync(removed, { force: true });
  }
}

function inUse(directory: string, { owner }: Holder): string {
  return (
    `The streams in ${directory} are in use by process ${owner}: HEAL7 runs already. ` +
    'Stop it, or start a second one with data of its own: HEAL7_DATA=/another/folder PORT=0 MQTT_PORT=0 npm start'
  );
}
