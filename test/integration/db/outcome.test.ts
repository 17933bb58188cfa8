import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, expect, test } from 'vitest';
import { startPostgres } from '../../../local/engines/postgres.ts';
import type { Sql } from '../../../platform/db/database.ts';
import { outcomeOf, type TransactionIdentity } from '../../../platform/db/outcome.ts';

const directory = await mkdtemp(join(tmpdir(), 'heal7-outcome-'));
// The log reaches the disk when a commit says so, and not before.
const settings = { wal_writer_delay: '10s', max_connections: '20' };
let server = await startPostgres({ directory, settings });
const { port } = server;
const sql = postgres(server.url, { max: 2, fetch_types: false }) as unknown as postgres.Sql<Record<string, never>>;
await sql`create table entries (id int)`;
afterAll(async () => {
  await sql.end();
  await server.stop();
  await rm(directory, { recursive: true, force: true });
});

const identify = (tx: Sql) => tx<[TransactionIdentity]>`
  select pg_current_xact_id()::text as xid, extract(epoch from pg_postmaster_start_time())::text as server`;

const committed = async (): Promise<TransactionIdentity> => {
  const [identity] = await sql.begin(async tx => {
    await tx`insert into entries values (1)`;
    return identify(tx);
  });
  return identity;
};

async function startAgain(): Promise<void> {
  server = await startPostgres({ directory, port, settings });
  // The first statement may meet a connection of before.
  await sql`select 1`.catch(() => sql`select 1`);
}

test('says what became of a transaction', async () => {
  const identity = await committed();
  expect(await outcomeOf(sql, identity)).toBe('committed');

  let open!: TransactionIdentity;
  const undone = sql.begin(async tx => {
    [open] = await identify(tx);
    expect(await outcomeOf(sql, open)).toBe('in progress');
    throw new Error('undo');
  });
  await expect(undone).rejects.toThrow('undo');
  expect(await outcomeOf(sql, open)).toBe('aborted');
});

test('knows after a crash what was committed before it', async () => {
  const identity = await committed();
  process.kill(server.processId, 'SIGKILL');
  await startAgain();
  expect(await outcomeOf(sql, identity)).toBe('committed');
});

test('does not take for its own a transaction that was given its number after a crash', async () => {
  await committed();
  let lost!: TransactionIdentity;
  const open = sql.begin(async tx => {
    await tx`insert into entries values (2)`;
    [lost] = await identify(tx);
    process.kill(server.processId, 'SIGKILL');
    await tx`select pg_sleep(60)`;
  });
  await expect(open).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' });
  await startAgain();
  expect(await outcomeOf(sql, lost)).toBe('aborted');

  let other = await committed();
  while (BigInt(other.xid) < BigInt(lost.xid)) other = await committed();
  expect(other.xid).toBe(lost.xid);
  expect(await outcomeOf(sql, lost)).toBe('unknown');
  expect(await outcomeOf(sql, other)).toBe('committed');
});
