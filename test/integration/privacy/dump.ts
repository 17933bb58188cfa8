import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type AttributeValue, ListTablesCommand, paginateScan } from '@aws-sdk/client-dynamodb';
import type { HostedPlatform } from '../hosted-platform.ts';
import type { Needle } from './needles.ts';

/** Where something was written, and what. */
export interface Written {
  readonly place: string;
  readonly text: string;
}

/** A needle that was found. */
export interface Found {
  readonly what: string;
  readonly encoding: string;
  readonly place: string;
}

/**
 * Left out, by name. The first are public, and hold every day and every pillar there is. Beside them the folders `keys` and
 * `outbox` are not looked into: one holds the secrets themselves, in place of KMS; the other is where messages to people
 * end, in place of their mailboxes.
 */
const PUBLIC_TABLES: ReadonlySet<string> = new Set([
  'public.manse_calendar',
  'public.five_elements_relations',
  'public.ten_gods_properties',
]);

/** Everything that was written: each row of every table, each item of every table, each log line, the database's own log. */
export async function dump(platform: HostedPlatform): Promise<readonly Written[]> {
  const ownLog = await readFile(join(platform.directory, 'postgres', 'server.log'), 'utf8');
  return [
    ...(await rows(platform)),
    ...(await items(platform)),
    ...platform.logLines.map((text, line) => ({ place: `log line ${line + 1}`, text })),
    { place: 'log of PostgreSQL', text: ownLog },
  ];
}

/**
 * Of tables, partitions and materialised views, all columns; bytes in hex, and as they are. Not of the catalogue: what the
 * planner knows of a column is a copy of its values.
 */
async function rows({ owner }: HostedPlatform): Promise<readonly Written[]> {
  const tables = await owner.sql<{ schema: string; name: string }[]>`
    select nspname as schema, relname as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where relkind in ('r', 'm') and nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
    order by 1, 2`;
  const written: Written[] = [];
  for (const { schema, name } of tables) {
    const table = `${schema}.${name}`;
    if (PUBLIC_TABLES.has(table)) continue;
    const found = await owner.sql<{ row: string }[]>`
      select to_jsonb(each)::text as row from ${owner.sql(schema)}.${owner.sql(name)} as each`;
    for (const { row } of found) written.push({ place: table, text: row }, ...decoded(table, row));
  }
  return written;
}

async function items({ dynamo }: HostedPlatform): Promise<readonly Written[]> {
  const { TableNames = [] } = await dynamo.send(new ListTablesCommand({}));
  const written: Written[] = [];
  for (const TableName of TableNames) {
    for await (const { Items = [] } of paginateScan({ client: dynamo }, { TableName })) {
      for (const item of Items) {
        const place = `DynamoDB ${TableName}`;
        const text = JSON.stringify(item, hexBytes);
        written.push({ place, text }, ...decoded(place, text));
      }
    }
  }
  return written;
}

function hexBytes(_: string, value: AttributeValue | Uint8Array | unknown): unknown {
  return value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value;
}

/** The bytes that a text gives in hex, as text, and unpacked where they are gzip. */
function decoded(place: string, text: string): readonly Written[] {
  return [...text.matchAll(/\\x((?:[0-9a-f]{2})+)/g)].flatMap(([, hex]) => {
    const bytes = Buffer.from(hex!, 'hex');
    const texts = [
      bytes.toString('utf8'),
      ...(bytes.readUInt16BE(0) === 0x1f8b ? [gunzipSync(bytes).toString('utf8')] : []),
    ];
    return texts.map(each => ({ place: `${place}, its bytes`, text: each }));
  });
}

/** The needles that are somewhere, each place once. Letter case of plain text does not matter. */
export function search(written: readonly Written[], needles: readonly Needle[]): readonly Found[] {
  const found = new Map<string, Found>();
  for (const { place, text } of written) {
    const lower = text.toLowerCase();
    for (const { what, encoding, text: needle, whole } of needles) {
      const exact = encoding.startsWith('base64') || encoding.includes('in base64');
      const is = exact ? contains(text, needle, whole) : contains(lower, needle.toLowerCase(), whole);
      if (is) found.set(`${what} ${encoding} ${place}`, { what, encoding, place });
    }
  }
  return [...found.values()];
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}.]/u;

function contains(text: string, needle: string, whole: boolean): boolean {
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
    if (!whole) return true;
    const before = text[at - 1] ?? '';
    const after = text[at + needle.length] ?? '';
    if (!LETTER_OR_DIGIT.test(before) && !LETTER_OR_DIGIT.test(after)) return true;
  }
  return false;
}
