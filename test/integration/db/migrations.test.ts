import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate, migration, readMigrations } from '../../../platform/db/migrator.ts';
import { emptyDatabase } from '../database.ts';

const { database } = await emptyDatabase();
const { sql } = database;

const first = migration('0001_first', 'create table first (id integer); insert into first values (1);');
const second = migration('0002_second', 'create table second (id integer); insert into first values (2);');
const third = migration('0003_third', '-- Takes a table away.\n-- breaking\n\ndrop table second;');

beforeEach(async () => {
  await sql.unsafe('drop schema public cascade; create schema public');
});

async function appliedVersions(): Promise<readonly number[]> {
  const rows = await sql<{ version: number }[]>`select version from schema_migrations order by version`;
  return rows.map(({ version }) => version);
}

async function refusal(promise: Promise<unknown>) {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('migrate', () => {
  it('runs what a database has not had, in order, and says what it ran', async () => {
    const progress: string[] = [];
    expect(await migrate(database, [first], ({ name }) => progress.push(name))).toEqual([first]);
    expect(await migrate(database, [first, second], ({ name }) => progress.push(name))).toEqual([second]);
    expect(await migrate(database, [first, second], ({ name }) => progress.push(name))).toEqual([]);
    expect(progress).toEqual(['0001_first', '0002_second']);
    expect(await sql`select id from first order by id`).toEqual([{ id: 1 }, { id: 2 }]);
  });

  it('runs each migration once when several processes migrate at once', async () => {
    const runs = await Promise.all(Array.from({ length: 6 }, () => migrate(database, [first, second, third])));
    expect(
      runs
        .flat()
        .map(({ version }) => version)
        .sort(),
    ).toEqual([1, 2, 3]);
    expect(await sql`select count(*)::int as count from first`).toEqual([{ count: 2 }]);
    expect(await appliedVersions()).toEqual([1, 2, 3]);
  });

  it('leaves a newer database as it is when what it does not know is not breaking', async () => {
    await migrate(database, [first, second]);
    expect(await migrate(database, [first])).toEqual([]);
    expect(await appliedVersions()).toEqual([1, 2]);
  });

  it('refuses a newer database with a breaking migration that it does not know', async () => {
    await migrate(database, [first, second, third]);
    const error = await refusal(migrate(database, [first, second]));
    expect(error).toMatchObject({ name: 'MigrationError', code: 'database_newer', version: 3 });
    expect(String(error)).toMatch(/0003_third.*Run a version of the code that has this migration/s);
  });

  it('refuses a database that was migrated with another text of a file', async () => {
    await migrate(database, [first]);
    const error = await refusal(migrate(database, [migration('0001_first', 'create table other ();'), second]));
    expect(error).toMatchObject({ name: 'MigrationError', code: 'changed', version: 1 });
    expect(String(error)).toContain('0001_first.sql is not what this database was migrated with');
    expect(await appliedVersions()).toEqual([1]);
  });

  it('takes other line ends for no change', async () => {
    const unix = migration('0001_first', 'select 1;\nselect 2;\n');
    const windows = migration('0001_first', 'select 1;\r\nselect 2;\r\n');
    await migrate(database, [unix]);
    expect(await migrate(database, [windows])).toEqual([]);
  });

  it('refuses a migration with a number lower than what has been run', async () => {
    await migrate(database, [first, third]).catch(() => {});
    await sql.unsafe(
      `insert into schema_migrations (version, name, checksum, breaking) values (3, '0003_x', 'x', false)`,
    );
    const error = await refusal(migrate(database, [first, second]));
    expect(error).toMatchObject({ name: 'MigrationError', code: 'out_of_order', version: 2 });
  });

  it('keeps nothing of a migration that fails, says which, and goes on from there when it is mended', async () => {
    const broken = migration('0002_second', 'create table half (id integer); select * from nowhere;');
    const error = await refusal(migrate(database, [first, broken]));
    expect(error).toMatchObject({ name: 'MigrationError', code: 'failed', version: 2 });
    expect(String(error)).toMatch(/0002_second\.sql failed.*relation "nowhere" does not exist/s);
    expect(await sql`select to_regclass('half') as half`).toEqual([{ half: null }]);
    expect(await migrate(database, [first, second])).toEqual([second]);
  });
});

describe('a migration', () => {
  it('is breaking by a line in the head of its file, and by no other', () => {
    expect(migration('0001_a', '-- Why.\n-- breaking\n\nselect 1;').breaking).toBe(true);
    expect(migration('0001_a', '-- Not breaking at all.\nselect 1;\n-- breaking\n').breaking).toBe(false);
    expect(migration('0001_a', `select '\n-- breaking\n';`).breaking).toBe(false);
  });
});

describe('readMigrations', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'heal7-migrations-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function read(...files: readonly string[]) {
    for (const file of files) await writeFile(join(folder, file), 'select 1;');
    return readMigrations(pathToFileURL(`${folder}/`));
  }

  it('reads the files of a folder in the order of their numbers', async () => {
    const migrations = await read('0002_b.sql', '0001_a.sql', 'notes.md');
    expect(migrations.map(({ version, name }) => [version, name])).toEqual([
      [1, '0001_a'],
      [2, '0002_b'],
    ]);
  });

  it.each([
    ['a gap', ['0001_a.sql', '0003_c.sql'], '0003_c.sql'],
    ['two of one number', ['0001_a.sql', '0001_b.sql'], '0001_b.sql'],
    ['another form of name', ['0001_a.sql', '2_b.sql'], '2_b.sql'],
  ])('refuses %s', async (_, files, named) => {
    const error = await refusal(read(...files));
    expect(error).toMatchObject({ name: 'MigrationError', code: 'misnumbered' });
    expect(String(error)).toContain(named);
  });
});
