import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { freePort } from '../../local/engines/free-port.ts';
import { startPostgres } from '../../local/engines/postgres.ts';
import { openDatabase } from '../../platform/db/connection.ts';
import { startRunner } from './local-runner.ts';

const folder = mkdtempSync(join(tmpdir(), 'heal7-engines-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the first start tells what it makes, and answers what needs no database meanwhile', async () => {
  const HEAL7_DATA = join(folder, 'first');
  const port = await freePort();
  const runner = startRunner({ PORT: String(port), HEAL7_DATA });
  await runner.until('Making a database in');
  const { status } = await fetch(`http://127.0.0.1:${port}/v1/manse/days/1990-05-15`);
  expect(status).toBe(200);
  expect(runner.output()).not.toContain('HEAL7 is running');
  await runner.until('Stop with Ctrl-C');
  expect(runner.output()).toMatch(/Migrated the database to \d{4}_\w+\nFilled manse_calendar/);
  expect(runner.output()).toMatch(/PostgreSQL +127\.0\.0\.1:\d+\/postgres +\d+ ms +data in .+first\/postgres/);

  const second = startRunner({ PORT: '0', HEAL7_DATA });
  expect(await second.ended).toBe(1);
  expect(second.errors()).toContain(`in use by process ${runner.child.pid}: HEAL7 runs already.`);

  const file = join(HEAL7_DATA, 'environment.json');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const { environment } = JSON.parse(readFileSync(file, 'utf8'));
  const asFunctions = openDatabase({ url: environment.DATABASE_URL, connections: 1, applicationName: 'test' });
  expect(await asFunctions.sql`select current_user::text as name`).toEqual([{ name: 'heal7_app' }]);
  await expect(asFunctions.sql`update events set type = type`).rejects.toMatchObject({ code: '42501' });
  await asFunctions.close();

  runner.child.kill('SIGTERM');
  expect(await runner.ended).toBe(0);
  expect(existsSync(file)).toBe(false);
  expect(existsSync(join(HEAL7_DATA, 'postgres', 'data', 'postmaster.pid'))).toBe(false);
});

test('DATABASE_URL names another database, and none is started', async () => {
  const server = await startPostgres({ directory: join(folder, 'own') });
  try {
    const HEAL7_DATA = join(folder, 'without');
    const runner = startRunner({ PORT: '0', HEAL7_DATA, DATABASE_URL: server.url });
    await runner.until('Stop with Ctrl-C');
    expect(runner.output()).toMatch(
      new RegExp(
        `PostgreSQL +127\\.0\\.0\\.1:${server.port}/postgres .*yours: DATABASE_URL, functions sign in as postgres`,
      ),
    );
    expect(runner.output()).not.toContain(new URL(server.url).password);
    expect(existsSync(join(HEAL7_DATA, 'postgres'))).toBe(false);
    runner.child.kill('SIGTERM');
    expect(await runner.ended).toBe(0);
  } finally {
    await server.stop();
  }
});

test('a DATABASE_URL that leads nowhere says so, without its password', async () => {
  const runner = startRunner({ PORT: '0', DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/mine' });
  expect(await runner.ended).toBe(1);
  expect(runner.errors()).toMatch(
    /^The database 127\.0\.0\.1:1\/mine does not let us in \(.*ECONNREFUSED.*DATABASE_URL/,
  );
  expect(runner.errors()).not.toContain('secret');
  expect(runner.errors()).not.toMatch(/\n {4}at /);
});
