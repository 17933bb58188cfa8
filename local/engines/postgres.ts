import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { appendFile, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { EngineError } from './engine-error.ts';
import { freePort } from './free-port.ts';
import { type Account, accountFor, startProgram } from './postgres-program.ts';
import { endFormerServer } from './postgres-takeover.ts';
import { lockFile, readPassword, serverUrl } from './running-postgres.ts';

/** The major version of the programs; data of another cannot be read. */
const MAJOR = '16';

const READY_CHECK_MS = 10;
const MOST_STARTING_MS = 30_000;

/** How long a server may take for each way of stopping: its own, at once, by force. */
const STOPPING = [
  ['SIGINT', 10_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
] as const;

export interface PostgresEngine {
  /** Of the superuser, in the database `postgres`. */
  readonly url: string;
  readonly port: number;
  /** Of the server's first process. */
  readonly processId: number;
  /** Lets no statement end, and takes a quarter of a second; does nothing if it has stopped. */
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** Holds `data`, the superuser's `password` and `server.log`, of the last start. Made if it is not there. */
  readonly directory: string;
  /** Any free one if left out. */
  readonly port?: number;
  /** Settings of the server, beside ours: `{ fsync: 'off' }`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Told what takes long: making the data at the first start. */
  readonly progress?: (message: string) => void;
}

/**
 * Starts PostgreSQL on data that is kept between starts: 2 s the first time, then 0.1 s. It listens on this machine only, and
 * ends with this process.
 * @throws EngineError saying what to do
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresEngine> {
  const { directory, settings = {}, progress = () => {} } = options;
  await makeWritable(directory);
  const account = await accountFor(directory);
  await makeData(directory, account, progress);
  const password = await readPassword(directory);
  await endFormerServer(directory, password);
  const started = Date.now();
  for (;;) {
    const port = options.port ?? (await freePort());
    const failure = await startServer(directory, account, port, settings);
    if (typeof failure !== 'string') return engine(failure, port, password);
    // Processes of a server that was killed leave within a moment, and hold its memory until then; and another may have
    // been faster to the port.
    const passes = /shared memory block|Address already in use/.test(failure);
    if (!passes || Date.now() - started > MOST_STARTING_MS) throw new EngineError(startFailure(directory, failure));
    await delay(50);
  }
}

async function makeWritable(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true });
    // Appends nothing: the log may be of a server that runs.
    await appendFile(join(directory, 'server.log'), '');
  } catch (error) {
    throw new EngineError(
      `The folder ${directory} cannot be written (${(error as NodeJS.ErrnoException).code}). ` +
        'Give yourself the right, or keep the data elsewhere: HEAL7_DATA=/another/folder npm start',
    );
  }
}

/** Made under another name first: what is called `data` is whole, whenever a start was broken off. */
async function makeData(
  directory: string,
  account: Account | undefined,
  progress: (message: string) => void,
): Promise<void> {
  const data = join(directory, 'data');
  const version = await readFile(join(data, 'PG_VERSION'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new EngineError(
      `${data} cannot be read (${error.code}): another user started HEAL7 here. ` +
        'Start it as that user, or keep your data elsewhere: HEAL7_DATA=/another/folder npm start',
    );
  });
  if (version !== undefined) {
    if (version.trim() === MAJOR) return;
    throw new EngineError(
      `${data} is of PostgreSQL ${version.trim()}; this is ${MAJOR}, which cannot read it. ` +
        'Move that folder away to start with an empty database, or keep this one elsewhere: HEAL7_DATA=/another/folder npm start',
    );
  }
  progress(`Making a database in ${directory}, once`);
  const making = `${data}.new`;
  const passwordFile = join(directory, 'password');
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { mode: 0o700 });
  await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (account !== undefined) {
    for (const path of [making, passwordFile]) await chown(path, account.uid, account.gid);
  }
  const initdb = startProgram(
    'initdb',
    [
      `--pgdata=${making}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      `--locale=${locale()}`,
      '--no-sync',
      '--no-instructions',
    ],
    account,
    directory,
    'pipe',
  );
  let output = '';
  for (const stream of [initdb.stdout!, initdb.stderr!]) stream.on('data', text => (output += text));
  const [code] = (await once(initdb, 'close')) as [number | null];
  if (code !== 0) throw new EngineError(`The database could not be made in ${making}:\n${output.trim()}`);
  await rename(making, data);
}

/** Its letters are those of Unicode, its order that of their numbers: 가나다. */
function locale(): string {
  if (process.platform === 'win32') return 'C';
  return process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
}

/** Gives the server's process once it takes connections, or else the end of its log. */
async function startServer(
  directory: string,
  account: Account | undefined,
  port: number,
  settings: Readonly<Record<string, string>>,
): Promise<ChildProcess | string> {
  const log = join(directory, 'server.log');
  const file = openSync(log, 'w');
  const all = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    lc_messages: 'C',
    // As deployed: what became of a commit is asked of it.
    track_commit_timestamp: 'on',
    // Whose it is: a next start ends it if that process is gone.
    'heal7.owner': String(process.pid),
    ...settings,
  };
  const args = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = startProgram('postgres', ['-D', join(directory, 'data'), ...args], account, directory, file);
  closeSync(file);
  const deadline = Date.now() + MOST_STARTING_MS;
  while (server.exitCode === null && server.signalCode === null && Date.now() < deadline) {
    if (await isReady(directory, server.pid)) return server;
    await delay(READY_CHECK_MS);
  }
  server.kill('SIGKILL');
  return (await readFile(log, 'utf8')).trim().split('\n').slice(-10).join('\n');
}

/** A server says in its lock file that it is ready; the file may be of a former one until then. */
async function isReady(directory: string, processId: number | undefined): Promise<boolean> {
  const text = await readFile(lockFile(directory), 'utf8').catch(() => '');
  const lines = text.split('\n');
  return lines[0] === String(processId) && lines[7]?.trim() === 'ready';
}

function startFailure(directory: string, output: string): string {
  const advice = /No space left/.test(output)
    ? 'The disk is full.'
    : 'If nothing in that folder is of worth, delete it: the next start makes it anew.';
  return `PostgreSQL did not start on ${directory}:\n${output}\n${advice}`;
}

function engine(server: ChildProcess, port: number, password: string): PostgresEngine {
  return {
    url: serverUrl(port, password),
    port,
    processId: server.pid!,
    stop: async () => {
      for (const [signal, timeout] of STOPPING) {
        if (server.exitCode !== null || server.signalCode !== null) return;
        const ended = once(server, 'exit', { signal: AbortSignal.timeout(timeout) });
        server.kill(signal);
        await ended.catch(() => {});
      }
    },
  };
}
