import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { appendFile, chown, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { EngineError } from './engine-error.ts';
import { engineFailure } from './engine-failure.ts';
import { freePort } from './free-port.ts';
import { keepPassword, newPassword, superuserPassword } from './postgres-password.ts';
import { type Account, accountFor, startProgram } from './postgres-program.ts';
import { endFormerServer } from './postgres-takeover.ts';
import { lockFile, serverUrl } from './running-postgres.ts';

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
  /** Resolves when it ends without having been stopped, with what it ended by: `SIGKILL`, or what it complains of. */
  readonly lost: Promise<string>;
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
  return startWith(options).catch(error => {
    throw engineFailure('PostgreSQL', options.directory, error);
  });
}

async function startWith(options: PostgresOptions): Promise<PostgresEngine> {
  const { directory, settings = {}, progress = () => {} } = options;
  await mkdir(directory, { recursive: true });
  // Appends nothing: the log may be of a server that runs.
  await appendFile(join(directory, 'server.log'), '');
  const account = await accountFor(directory);
  await makeData(directory, account, progress);
  const password = await superuserPassword(directory, account);
  await endFormerServer(directory, password);
  const started = Date.now();
  for (;;) {
    const port = options.port ?? (await freePort());
    const failure = await startServer(directory, account, port, settings);
    if (typeof failure !== 'string') return engine(failure, directory, port, password);
    // Processes of a server that was killed leave within a moment, and hold its memory until then; and another may have
    // been faster to the port.
    const passes = /shared memory block|Address already in use/.test(failure);
    if (!passes || Date.now() - started > MOST_STARTING_MS)
      throw engineFailure('PostgreSQL', join(directory, 'data'), new Error(failure));
    await delay(50);
  }
}

/** Made under another name first: what is called `data` is whole, whenever a start was broken off. */
async function makeData(
  directory: string,
  account: Account | undefined,
  progress: (message: string) => void,
): Promise<void> {
  const data = join(directory, 'data');
  const version = await versionOf(data);
  if (version !== undefined) {
    if (version === MAJOR) return;
    throw new EngineError(
      `${data} is of PostgreSQL ${version}; this is ${MAJOR}, which cannot read it. ` +
        'Move that folder away to start with an empty database, or keep this one elsewhere: HEAL7_DATA=/another/folder npm start',
    );
  }
  progress(`Making a database in ${directory}, once`);
  const making = `${data}.new`;
  const passwordFile = join(directory, 'password');
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { mode: 0o700 });
  await keepPassword(directory, newPassword());
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
  if (code !== 0) throw engineFailure('PostgreSQL', making, new Error(complaintIn(output)));
  await rename(making, data);
}

/** Undefined where there are no data. */
async function versionOf(data: string): Promise<string | undefined> {
  const file = join(data, 'PG_VERSION');
  if (!existsSync(data)) return undefined;
  const version = (await readFile(file, 'utf8')).trim();
  if (!/^\d+$/.test(version)) throw engineFailure('PostgreSQL', file, new Error('it names no version'));
  return version;
}

/** Its letters are those of Unicode, its order that of their numbers: 가나다. */
function locale(): string {
  if (process.platform === 'win32') return 'C';
  return process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
}

/** Gives the server's process once it takes connections, or else what it complains of. */
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
  return complaintOf(directory);
}

/** A server says in its lock file that it is ready; the file may be of a former one until then. */
async function isReady(directory: string, processId: number | undefined): Promise<boolean> {
  const text = await readFile(lockFile(directory), 'utf8').catch(() => '');
  const lines = text.split('\n');
  return lines[0] === String(processId) && lines[7]?.trim() === 'ready';
}

async function complaintOf(directory: string): Promise<string> {
  return complaintIn(await readFile(join(directory, 'server.log'), 'utf8').catch(String));
}

/** What a program says went wrong, the last of it, without the times and the numbers of processes; else how it ends. */
function complaintIn(output: string): string {
  const lines = output.trim().split('\n');
  const complaints = lines.filter(line => /\b(?:FATAL|PANIC|DETAIL|error|could not)\b/.test(line));
  return (complaints.length > 0 ? complaints : lines)
    .slice(-4)
    .map(line => line.replace(/^[\d-]+ [\d:.]+ UTC \[\d+\] /, ''))
    .join(' ');
}

function engine(server: ChildProcess, directory: string, port: number, password: string): PostgresEngine {
  let stopping = false;
  const lost = new Promise<string>(resolve => {
    server.once('exit', async (_, signal) => {
      if (!stopping) resolve(signal ?? (await complaintOf(directory)));
    });
  });
  return {
    url: serverUrl(port, password),
    port,
    processId: server.pid!,
    lost,
    stop: async () => {
      stopping = true;
      for (const [signal, timeout] of STOPPING) {
        if (server.exitCode !== null || server.signalCode !== null) return;
        const ended = once(server, 'exit', { signal: AbortSignal.timeout(timeout) });
        server.kill(signal);
        await ended.catch(() => {});
      }
    },
  };
}
