import { randomUUID } from 'node:crypto';
import type { Database, Transaction } from '../db/database.ts';
import type { EventConsumer } from './event-consumer.ts';
import { Fault } from './poison.ts';
import { inSchema, nameOf, quoted, rowText, shapeOf, type TableShape } from './table-checksum.ts';

/**
 * Tables like those of a projection, in a schema of their own, in which it is built again beside the ones that are read.
 * They are unlogged: a crash of the server empties them, the row of the run too, so that no run goes on with a part.
 */
export interface Shadow {
  readonly schema: string;
  readonly run: string;
  readonly live: readonly TableShape[];
  readonly tables: readonly TableShape[];
}

/** Another run has begun, or the server crashed: what this one has built is not there. */
class ShadowLost extends Fault {
  override readonly name = 'ShadowLost';

  constructor(schema: string) {
    super(`${schema} is not this run's any more: another has begun, or the server was restarted`);
  }
}

/** What is built again wrote into what is read. */
class WrittenBesideShadow extends Fault {
  override readonly name = 'WrittenBesideShadow';

  constructor(tables: readonly string[]) {
    super(
      `While it was built again, its consumer wrote into ${tables.join(', ')}: it has to ask context.table for them`,
    );
  }
}

/** Makes them anew, in place of those of a run that did not end. As the owner of the schema. */
export async function createShadow(
  database: Pick<Database, 'transaction'>,
  { name, projection }: Pick<EventConsumer, 'name' | 'projection'>,
): Promise<Shadow> {
  const schema = `rebuild_${name.replaceAll('-', '_')}`;
  const run = randomUUID();
  return database.transaction(async tx => {
    const live: TableShape[] = [];
    for (const table of projection?.tables ?? []) live.push(await shapeOf(tx, table));
    const tables = live.map(table => inSchema(table, schema));
    await tx.unsafe(`drop schema if exists ${quoted(schema)} cascade`);
    await tx.unsafe(`create schema ${quoted(schema)}`);
    for (const [at, table] of tables.entries()) {
      await tx.unsafe(`create unlogged table ${nameOf(table)} (like ${nameOf(live[at]!)} including all)`);
    }
    await tx.unsafe(`
      create unlogged table ${quoted(schema)}.run (id uuid primary key);
      create unlogged table ${quoted(schema)}.replayed (
        stream text, event_stream text, version integer not null, primary key (stream, event_stream)
      );
      create unlogged table ${quoted(schema)}.unapplied (
        stream text, event_stream text, version integer, primary key (stream, event_stream, version)
      );
      insert into ${quoted(schema)}.run values ('${run}')`);
    return { schema, run, live, tables };
  });
}

/** What follows in the transaction finds the shadows by their bare names. @throws ShadowLost */
export async function enterShadow(tx: Transaction, { schema, run }: Shadow): Promise<void> {
  await tx`select set_config('search_path', ${`${quoted(schema)}, public`}, true)`;
  const [found] = await tx<{ there: boolean }[]>`select to_regclass(${`${quoted(schema)}.run`}) is not null as there`;
  const runs = found!.there ? await tx`select from ${tx(`${schema}.run`)} where id = ${run}` : [];
  if (runs.length === 0) throw new ShadowLost(schema);
}

/** Where a table's rows go while it is built again. */
export function shadowOf({ schema, live }: Shadow, table: string): string {
  const bare = table.slice(table.indexOf('.') + 1);
  const known = live.some(({ schema: from, name }) => table === name || table === `${from}.${name}`);
  return known ? `${schema}.${bare}` : table;
}

/**
 * Does work that may write into the shadows and not into what is read.
 * @throws WrittenBesideShadow where it did
 */
export async function besideLive(tx: Transaction, { live }: Shadow, work: () => Promise<void>): Promise<void> {
  const before = await writesTo(tx, live);
  await work();
  const after = await writesTo(tx, live);
  const written = [...after].filter(([table, count]) => count !== before.get(table)).map(([table]) => table);
  if (written.length > 0) throw new WrittenBesideShadow(written);
}

/** As far as this session has written and not yet told the statistics. */
async function writesTo(tx: Transaction, tables: readonly TableShape[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx<{ table: string; count: string }[]>`
    select schemaname || '.' || relname as table, n_tup_ins + n_tup_upd + n_tup_del as count
    from pg_stat_xact_all_tables
    where relid in (select to_regclass(name) from unnest(${tables.map(nameOf)}::text[]) as name)`;
  return new Map(rows.map(({ table, count }) => [table, count]));
}

/**
 * Brings what is read to what was built: rows that are right stay as they are, so that of a projection that was right none is
 * written. The tables themselves stay, with their rights, indexes and what refers to them.
 * @returns how many rows were not right
 */
export async function exchange(tx: Transaction, { live, tables }: Shadow): Promise<number> {
  let changed = 0;
  for (const [at, table] of live.entries()) {
    const { count } = await tx.unsafe(`
      delete from ${nameOf(table)} as live
      where not exists (select from ${nameOf(tables[at]!)} as shadow where ${sameKey(table)})`);
    changed += count;
  }
  // Parents first.
  for (const [at, table] of [...live.entries()].reverse()) {
    const shadow = nameOf(tables[at]!);
    const written = table.columns.filter(column => !table.generated.includes(column)).map(quoted);
    const updated = await tx.unsafe(`
      update ${nameOf(table)} as live set ${written.map(column => `${column} = shadow.${column}`).join(', ')}
      from ${shadow} as shadow
      where ${sameKey(table)} and ${rowText(table, 'live')} <> ${rowText(table, 'shadow')}`);
    const inserted = await tx.unsafe(`
      insert into ${nameOf(table)} (${written.join(', ')}) overriding system value
      select ${written.map(column => `shadow.${column}`).join(', ')} from ${shadow} as shadow
      where not exists (select from ${nameOf(table)} as live where ${sameKey(table)})`);
    changed += updated.count + inserted.count;
  }
  return changed;
}

function sameKey({ key }: TableShape): string {
  return key.map(column => `live.${quoted(column)} = shadow.${quoted(column)}`).join(' and ');
}

/** Throws them away. */
export async function dropShadow(database: Pick<Database, 'transaction'>, { schema }: Shadow): Promise<void> {
  await database.transaction(tx => tx.unsafe(`drop schema if exists ${quoted(schema)} cascade`));
}
