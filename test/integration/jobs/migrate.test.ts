import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { domains } from '../../../functions/manifest.ts';
import { build } from '../../../lib/bundle.ts';
import type { Database } from '../../../platform/db/database.ts';
import { invoke } from '../../infrastructure/invoke.ts';
import { emptyDatabase } from '../database.ts';

/** The function as it is deployed, unpacked outside of the repository with the engine's layer beside it. */
let folder: string;
let database: Database;
let url: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'heal7-migrate-'));
  const { engine, functions } = await build(domains, join(folder, 'build'));
  const lambda = join(folder, 'task');
  cpSync(functions.get('operations-migrate-job')!.directory, lambda, { recursive: true });
  cpSync(join(engine.directory, 'nodejs/node_modules'), join(lambda, 'node_modules'), { recursive: true });
  folder = lambda;
  ({ database, url } = await emptyDatabase());
}, 60_000);
afterAll(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

test('the deployed function migrates an empty database and fills it, and has nothing to do the next time', async () => {
  const first = await invoke<Record<string, number>>(folder, {}, { DATABASE_URL: url });
  expect(first.migrations).toBeGreaterThanOrEqual(10);
  expect(first.tables).toBeGreaterThanOrEqual(3);
  const [{ days }] = await database.sql<[{ days: number }]>`select count(*)::int as days from manse_calendar`;
  expect(days).toBe(73_442);
  const [{ oldest, newest }] = await database.sql<[{ oldest: string | null; newest: string | null }]>`
    select to_regclass(to_char(korean_date(now()) - 30, '"sensor_readings_y"YYYY"m"MM')) as oldest,
      to_regclass(to_char(korean_date(now()) + interval '3 months', '"sensor_readings_y"YYYY"m"MM')) as newest`;
  expect([oldest, newest], 'partitions of readings').not.toContain(null);
  expect(await invoke(folder, {}, { DATABASE_URL: url })).toEqual({ migrations: 0, tables: 0 });
}, 60_000);

test('it fails where there is no database, so that the deployment does', async () => {
  await expect(invoke(folder, {})).rejects.toThrow(/JobFailed/);
}, 30_000);
