import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../platform/db/database.ts';
import { migrate, readMigrations } from '../../../platform/db/migrator.ts';
import { schemaText } from '../../../tools/schema/schema-text.ts';
import { emptyDatabase } from '../database.ts';

const migrations = await readMigrations(new URL('../../../db/migrations/', import.meta.url));
const schemaFile = await readFile(new URL('../../../db/schema.sql', import.meta.url), 'utf8');

/** An empty database for each version that others may have, and two more. */
const databases: Database[] = [];
for (let count = 0; count < migrations.length + 2; count++) databases.push((await emptyDatabase()).database);

const textOf = (database: Database) => database.transaction(schemaText);

describe('db/schema.sql', () => {
  const [fromNothing, fromFile, ...earlier] = databases as [Database, Database, ...Database[]];

  beforeAll(async () => {
    await migrate(fromNothing, migrations);
  });

  it('is what all migrations make of nothing (else: npm run schema)', async () => {
    expect(await textOf(fromNothing)).toBe(schemaFile);
  });

  it('is the same after migrating twice', async () => {
    expect(await migrate(fromNothing, migrations)).toEqual([]);
    expect(await textOf(fromNothing)).toBe(schemaFile);
  });

  it.each(migrations.map(({ name }, position) => [name, position + 1]))(
    'is the same for a database that was at %s',
    async (_, count) => {
      const database = earlier[count - 1]!;
      await migrate(database, migrations.slice(0, count));
      await migrate(database, migrations);
      expect(await textOf(database)).toBe(schemaFile);
    },
  );

  it('makes the same schema again when it is run: nothing is missing from it', async () => {
    await fromFile.transaction(tx => tx.unsafe(schemaFile));
    expect(await textOf(fromFile)).toBe(schemaFile);
  });

  it.each([
    ['an enumeration', 'create type mood as enum (?)'.replace('?', "'good'"), 'type mood'],
    ['a sequence', 'create sequence tickets', 'tickets'],
    ['a rule', 'create rule none as on delete to users do instead nothing', 'rule none'],
    ['rights to grant', 'grant select on users to heal7_app with grant option', 'rights to grant on users'],
    ['an owner without rights', 'revoke delete on users from current_user', 'rights of the owner on users'],
    ['rights on sequences', 'alter default privileges grant usage on sequences to heal7_app', 'default rights of'],
    ['a policy', 'create policy own on users using (true)', 'policy own'],
  ])('is not written without %s that a database has', async (_, statement, named) => {
    const attempt = fromNothing.transaction(async tx => {
      await tx.unsafe(statement);
      await schemaText(tx);
    });
    await expect(attempt).rejects.toThrow(named);
  });

  it('has every table, view, index and function of the design', async () => {
    const found = await fromNothing.sql<{ name: string }[]>`
      select relname as name from pg_class union all select proname from pg_proc`;
    const names = new Set(found.map(({ name }) => name));
    expect(NAMES.filter(name => !names.has(name))).toEqual([]);
  });
});

const NAMES = `
  saju_pillars manse_calendar saju_interpretations five_elements_relations ten_gods_properties
  users user_sensitive_info user_preferences consultation_sessions consultation_results
  board_categories posts comments user_follows likes bookmarks
  iot_devices sensor_readings sensor_readings_y2025m01 user_behavior_patterns
  idx_saju_pillars_user_created idx_manse_calendar_solar_date idx_consultation_sessions_user_status_time
  idx_posts_category_published idx_saju_pillars_five_elements idx_posts_search_vector idx_sensor_readings_device_time
  sensor_readings_template create_monthly_partition consultation_sessions_y2025
  daily_statistics refresh_daily_statistics hourly_sensor_averages
  dim_users fact_consultations fact_sensor_daily daily_dwh_sync
`
  .trim()
  .split(/\s+/);
