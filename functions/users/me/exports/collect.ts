import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Opener, OpenRecorded } from '../../../../platform/audit/open-recorded.ts';
import type { Database, Transaction } from '../../../../platform/db/database.ts';
import type { FieldPlace } from '../../../../platform/encryption/field-cipher.ts';
import { isExported, type SealedKind, type TableExport, type UserTable, userTables } from '../user-tables.ts';
import type { ExportDocument } from './document.ts';

type Row = Readonly<Record<string, unknown>>;

/** The rows of one table, as they stand in the database. */
interface Section {
  readonly table: string;
  readonly exported: TableExport;
  readonly rows: readonly Row[];
}

/** Who collects, and in which run: of the access record. */
export interface Collecting {
  readonly actorId: string;
  readonly purpose: string;
  readonly requestId: string;
}

export interface CollectDependencies {
  readonly database: Database;
  readonly openRecorded: OpenRecorded;
}

/** Everything of a user, as of one instant: rows are read in one transaction, then their encrypted columns are opened. */
export async function collect(
  { database, openRecorded }: CollectDependencies,
  userId: string,
  collecting: Collecting,
  now: Date,
): Promise<ExportDocument> {
  const sections = await database.transaction(tx => readSections(tx, userId), { isolation: 'repeatable read' });
  const places = sections.flatMap(section => section.rows.flatMap(row => sealedPlaces(section, row, userId)));
  const access = { ...collecting, subjectId: userId, places };
  const opened = await openRecorded(access, async opener =>
    Promise.all(
      sections.map(async section => [
        section.exported.section,
        await Promise.all(section.rows.map(row => openRow(opener, section, row, userId))),
      ]),
    ),
  );
  // As it will be read: dates are texts.
  const plain = JSON.parse(JSON.stringify(Object.fromEntries(opened))) as ExportDocument['sections'];
  return { format: 'heal7-export', formatVersion: 1, createdAt: now.toISOString(), sections: plain };
}

async function readSections(tx: Transaction, userId: string): Promise<readonly Section[]> {
  const sections: Section[] = [];
  for (const table of userTables) {
    if (!isExported(table.exported)) continue;
    sections.push({ table: table.name, exported: table.exported, rows: await readRows(tx, table, userId) });
  }
  return sections;
}

function readRows(tx: Transaction, { name, rowsOf, exported }: UserTable, userId: string): Promise<readonly Row[]> {
  const { orderBy } = exported as TableExport;
  return tx<Row[]>`select * from ${tx(name)} where ${rowsOf(tx, userId)} order by ${tx(orderBy)}`;
}

function sealedPlaces({ table, exported: { sealed = {} } }: Section, row: Row, userId: string): readonly FieldPlace[] {
  return Object.keys(sealed)
    .filter(column => row[column] !== null)
    .map(column => ({ userId, table, column, rowId: String(row.id) }));
}

async function openRow(opener: Opener, { table, exported }: Section, row: Row, userId: string): Promise<Row> {
  const { sealed = {}, without } = exported;
  const shown = Object.entries(row).filter(([column]) => !without.includes(column));
  return Object.fromEntries(
    await Promise.all(
      shown.map(async ([column, value]) => {
        const kind = sealed[column];
        if (kind === undefined || value === null) return [nameOf(column), value];
        const place = { userId, table, column, rowId: String(row.id) };
        return [nameOf(column), await valueIn(kind, await opener.open(place, value as Uint8Array))];
      }),
    ),
  );
}

async function valueIn(kind: SealedKind, opened: Uint8Array): Promise<unknown> {
  const text = Buffer.from(kind === 'gzip' ? await promisify(gunzip)(opened) : opened).toString();
  return kind === 'text' ? text : JSON.parse(text);
}

/** `encrypted_birth_date` is `birthDate`. */
function nameOf(column: string): string {
  return column
    .replace(/^encrypted_|_encrypted$/, '')
    .replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
