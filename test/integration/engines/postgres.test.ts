import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { afterAll, afterEach, expect, test } from 'vitest';
import { EngineError } from '../../../local/engines/engine-error.ts';
import { type PostgresEngine, startPostgres } from '../../../local/engines/postgres.ts';

const directory = await mkdtemp(join(tmpdir(), 'heal7-engine-'));
let started: PostgresEngine[] = [];
afterEach(async () => {
  for (const server of started) await server.stop();
  started = [];
});
afterAll(() => rm(directory, { recursive: true, force: true }));

async function start(options: Partial<Parameters<typeof startPostgres>[0]> = {}): Promise<PostgresEngine> {
  const server = await startPostgres({ directory, ...options });
  started.push(server);
  return server;
}

async function ask<Row>(url: string, statement: string): Promise<readonly Row[]> {
  const sql = postgres(url, { max: 1, fetch_types: false });
  try {
    return (await sql.unsafe(statement)) as unknown as readonly Row[];
  } finally {
    await sql.end();
  }
}

async function untilEnded(processId: number): Promise<void> {
  for (;;) {
    try {
      process.kill(processId, 0);
    } catch {
      return;
    }
    await delay(10);
  }
}

/** The number of a process that has been and is no more. */
const formerProcess = () => spawnSync(process.execPath, ['--version']).pid;

test('data is kept between starts, and making it is told of once', async () => {
  const told: string[] = [];
  const progress = (message: string) => void told.push(message);
  const first = await start({ progress });
  await ask(first.url, 'create table kept (id int)');
  await first.stop();
  const second = await start({ progress });
  expect(await ask(second.url, 'select * from kept')).toEqual([]);
  expect(told).toEqual([`Making a database in ${directory}, once`]);
});

test('it is PostgreSQL 16 in Unicode, heard on this machine only, by those who know its password', async () => {
  const { url, port } = await start();
  const settings = ['server_encoding', 'listen_addresses', 'unix_socket_directories', 'timezone'];
  const [row] = await ask<Record<string, string>>(
    url,
    `select ${settings.map(name => `current_setting('${name}') as ${name}`)}, current_setting('server_version') as version`,
  );
  expect(row).toEqual({
    server_encoding: 'UTF8',
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    version: expect.stringMatching(/^16\./),
  });
  expect(port).toBeLessThan(32_768);
  const guessed = Object.assign(new URL(url), { password: 'postgres' }).href;
  await expect(ask(guessed, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  expect((await stat(join(directory, 'password'))).mode & 0o077).toBe(0);
});

test('it ends with the process that started it, even if that is killed', async () => {
  const holder = fork(fileURLToPath(new URL('postgres-holder.ts', import.meta.url)), [directory], { timeout: 15_000 });
  const [processId] = (await once(holder, 'message')) as [number];
  holder.kill('SIGKILL');
  await untilEnded(processId);
  // And whether it has ended yet or not, the next start has the data.
  const { url } = await start();
  expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a server left behind by a process that is gone is ended by the next start', async () => {
  const left = await start({ settings: { 'heal7.owner': String(formerProcess()) } });
  const next = await start();
  await untilEnded(left.processId);
  expect(await ask(next.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a server that a process uses is left alone', async () => {
  const used = await start();
  const refused = startPostgres({ directory });
  await expect(refused).rejects.toThrow(EngineError);
  await expect(refused).rejects.toThrow(`in use by process ${process.pid}: HEAL7 runs already`);
  expect(await ask(used.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a lock left by a crash of the machine is removed, though its number is another process by now', async () => {
  const before = await start();
  await before.stop();
  const lines = [process.pid, join(directory, 'data'), 1, before.port, '', '127.0.0.1', '', 'ready'];
  await writeFile(join(directory, 'data', 'postmaster.pid'), `${lines.join('\n')}\n`);
  const { url } = await start();
  expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a server that is killed starts again at once on the same port', async () => {
  const killed = await start();
  process.kill(killed.processId, 'SIGKILL');
  const again = await start({ port: killed.port });
  expect(again.port).toBe(killed.port);
  expect(await ask(again.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a start that was broken off while it made the data begins again', async () => {
  const again = join(directory, 'again');
  await mkdir(join(again, 'data.new', 'base'), { recursive: true });
  const { url } = await start({ directory: again });
  expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('data of another major version is refused with what to do, and not touched', async () => {
  const other = join(directory, 'other');
  const version = join(other, 'data', 'PG_VERSION');
  await mkdir(join(other, 'data'), { recursive: true });
  await writeFile(version, '15\n');
  await expect(start({ directory: other })).rejects.toThrow(/data is of PostgreSQL 15; this is 16[\s\S]*HEAL7_DATA=/);
  expect(await readFile(version, 'utf8')).toBe('15\n');
});

test('a folder that cannot be written is refused with what to do', async () => {
  await writeFile(join(directory, 'file'), '');
  await expect(start({ directory: join(directory, 'file', 'postgres') })).rejects.toThrow(
    /cannot be written \(ENOTDIR\)[\s\S]*HEAL7_DATA=/,
  );
});

test('a setting that is wrong is told as the server tells it', async () => {
  await expect(start({ settings: { shared_buffers: 'many' } })).rejects.toThrow(
    /did not start on[\s\S]*invalid value for parameter "shared_buffers"/,
  );
});
