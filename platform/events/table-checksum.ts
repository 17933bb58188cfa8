import { createHash } from 'node:crypto';
import type { Database, Sql, Transaction } from '../db/database.ts';
import type { Projection } from './event-consumer.ts';

/** A table as its columns are now. */
export interface TableShape {
  readonly schema: string;
  readonly name: string;
  /** All, in their order. */
  readonly columns: readonly string[];
  /** Those that follow from others: never written. */
  readonly generated: readonly string[];
  /** By which its rows are told apart. */
  readonly key: readonly string[];
}

/**
 * @param table as a projection names it
 * @throws TypeError where there is no such table, or where it has no primary key
 */
export async function shapeOf(sql: Sql, table: string): Promise<TableShape> {
  const [schema, name] = table.includes('.') ? table.split('.') : ['public', table];
  const columns = await sql<{ name: string; generated: boolean; key: boolean }[]>`
    select attname as name, attgenerated <> '' as generated, coalesce(attnum = any(indkey), false) as key
    from pg_attribute
    left join pg_index on indrelid = attrelid and indisprimary
    where attrelid = to_regclass(format('%I.%I', ${schema!}::text, ${name!}::text)) and attnum > 0 and not attisdropped
    order by attnum`;
  const key = columns.filter(column => column.key).map(column => column.name);
  if (key.length === 0) throw new TypeError(`There is no table ${table} with a primary key`);
  return {
    schema: schema!,
    name: name!,
    columns: columns.map(column => column.name),
    generated: columns.filter(column => column.generated).map(column => column.name),
    key,
  };
}

/** The same table elsewhere. */
export function inSchema(shape: TableShape, schema: string): TableShape {
  return { ...shape, schema };
}

/** Its full name, quoted. */
export function nameOf({ schema, name }: TableShape): string {
  return `${quoted(schema)}.${quoted(name)}`;
}

export function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}

/** A row of it as text. */
export function rowText({ columns }: TableShape, alias: string): string {
  return `row(${columns.map(column => `${alias}.${quoted(column)}`).join(', ')})::text`;
}

/** Settings by which the text of a value is the same in every session. */
const TEXTS = {
  TimeZone: 'UTC',
  DateStyle: 'ISO, YMD',
  IntervalStyle: 'postgres',
  extra_float_digits: '1',
  bytea_output: 'hex',
} as const;

/** Computes with texts that are the same everywhere; afterwards the settings are as they were. */
export async function withFixedTexts<Result>(tx: Transaction, work: () => Promise<Result>): Promise<Result> {
  const names = Object.keys(TEXTS);
  const [{ former }] = await tx<[{ former: string[] }]>`
    select array_agg(current_setting(name) order by at) as former
    from unnest(${names}::text[]) with ordinality as setting (name, at)`;
  const set = (values: readonly string[]) =>
    tx`select set_config(name, value, true) from unnest(${names}::text[], ${values}::text[]) as setting (name, value)`;
  await set(Object.values(TEXTS));
  const result = await work();
  await set(former);
  return result;
}

/**
 * A digest of what tables hold, whatever the order of their rows: of each the number of rows, and the sums of the two halves
 * of 128 bits of their SHA-256. Rows that are there twice count twice. With fixed texts.
 */
export async function checksumOf(tx: Transaction, tables: readonly TableShape[]): Promise<string> {
  const digest = createHash('sha256');
  for (const table of tables) {
    const [sums] = await tx.unsafe<{ rows: string; high: string; low: string }[]>(`
      select count(*) as rows, coalesce(sum(('x' || left(digest, 16))::bit(64)::bigint::numeric), 0)::text as high,
        coalesce(sum(('x' || substr(digest, 17, 16))::bit(64)::bigint::numeric), 0)::text as low
      from (
        select encode(sha256(convert_to(${rowText(table, 'kept')}, 'UTF8')), 'hex') as digest from ${nameOf(table)} as kept
      ) as digests`);
    digest.update(`${table.name} ${sums!.rows} ${sums!.high} ${sums!.low}\n`);
  }
  return digest.digest('hex');
}

/** The checksum of what a projection holds now. */
export function checksumOfProjection(database: Database, { tables }: Projection): Promise<string> {
  return database.transaction(
    async tx => {
      const shapes: TableShape[] = [];
      for (const table of tables) shapes.push(await shapeOf(tx, table));
      return withFixedTexts(tx, () => checksumOf(tx, shapes));
    },
    { isolation: 'repeatable read' },
  );
}
