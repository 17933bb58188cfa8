import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { EngineError } from '../../../local/engines/engine-error.ts';
import { type Engines, type EnginesOptions, startEngines } from '../../../local/engines/engines.ts';
import { freePort } from '../../../local/engines/free-port.ts';
import { runningEnvironment } from '../../../local/engines/running-environment.ts';
import { readLock } from '../../../local/engines/running-postgres.ts';
import { openDatabase } from '../../../platform/db/connection.ts';

const directory = await mkdtemp(join(tmpdir(), 'heal7-folder-'));
const started = new Set<Engines>();
afterEach(async () => {
  for (const engines of started) await stop(engines);
});
afterAll(() => rm(directory, { recursive: true, force: true }));

async function start(options: Partial<EnginesOptions> = {}): Promise<Engines> {
  const engines = await startEngines({ directory, ...options });
  started.add(engines);
  return engines;
}

async function stop(engines: Engines): Promise<void> {
  started.delete(engines);
  await engines.stop();
}

/** The first process of a server. */
async function postmaster(folder: string): Promise<number> {
  return (await readLock(folder))!.processId;
}

test('of those that start on one folder at once one has it, and the others say who', async () => {
  const starts = await Promise.allSettled([1, 2, 3].map(() => start()));
  const refused = starts.flatMap(each => (each.status === 'rejected' ? [each.reason] : []));
  expect(refused).toHaveLength(2);
  for (const reason of refused) {
    expect(reason).toBeInstanceOf(EngineError);
    expect(reason.message).toContain(`in use by process ${process.pid}: HEAL7 runs already`);
  }
});

test('others find the engines that are shared, for as long as they run, and no others', async () => {
  const own = await start();
  expect(await runningEnvironment(directory)).toBeUndefined();
  await stop(own);
  const shared = await start({ shared: true });
  expect(await runningEnvironment(directory)).toMatchObject({ DATABASE_URL: process.env.DATABASE_URL });
  await stop(shared);
  expect(await runningEnvironment(directory)).toBeUndefined();
});

test.each([
  ['a crash', async () => ({ holder: { token: 'gone', port: await freePort() }, owner: process.pid, environment: {} })],
  ['a crash while it was written', async () => '{"holder":'],
])('what %s left behind says nothing, though the number of its process is another’s by now', async (_, left) => {
  const written = await left();
  await writeFile(join(directory, 'environment.json'), typeof written === 'string' ? written : JSON.stringify(written));
  expect(await runningEnvironment(directory)).toBeUndefined();
  await start({ shared: true });
  expect(await runningEnvironment(directory)).toHaveProperty('DATABASE_URL');
});

test.each(['', 'garbage', '{}'])('a lock that a crash left torn (%j) holds nobody up', async content => {
  await writeFile(join(directory, 'lock.json'), content);
  await start();
});

test('a database that newer code has migrated is told of', async () => {
  const told: string[] = [];
  const progress = (message: string) => void told.push(message);
  const before = await start({ progress });
  const database = openDatabase({ url: process.env.DATABASE_OWNER_URL!, connections: 1, applicationName: 'test' });
  await database.sql`insert into schema_migrations (version, name, checksum, breaking) values (9999, '9999_later', '', false)`;
  await database.close();
  await stop(before);
  expect(told).toEqual([]);
  await start({ progress });
  expect(told).toEqual(['The database is newer than this code: it has had 9999_later']);
});

test('a database that ends by itself is told of, and one that is stopped is not', async () => {
  const told: string[] = [];
  const stopped = await start({ lost: ({ name }) => told.push(name) });
  await stop(stopped);
  const ended = new Promise<string>(resolve => {
    void start({ lost: ({ name }, by) => resolve(`${name} ${by}`) }).then(async () =>
      process.kill(await postmaster(join(directory, 'postgres')), 'SIGKILL'),
    );
  });
  expect(await ended).toBe('PostgreSQL SIGKILL');
  expect(told).toEqual([]);
});

test('a database that ends during its first start ends that start', async () => {
  const data = join(directory, 'ends');
  const progress = async (message: string) => {
    if (message.startsWith('Migrated')) process.kill(await postmaster(join(data, 'postgres')), 'SIGKILL');
  };
  await expect(start({ directory: data, progress: message => void progress(message) })).rejects.toThrow(
    /^PostgreSQL did not start on .*postgres: SIGKILL/,
  );
  // And leaves the folder for the next.
  await start({ directory: data });
});
