import { calendarTable } from '../functions/manse/calendar-table.ts';
import { fiveElementsRelationsTable, tenGodsPropertiesTable } from '../functions/saju/reference-tables.ts';
import type { Database } from '../platform/db/database.ts';
import { loadReferenceTable, type ReferenceTable } from '../platform/db/reference-table.ts';

/** The tables that hold what the engine knows. */
const REFERENCE_TABLES: readonly ReferenceTable[] = [calendarTable, fiveElementsRelationsTable, tenGodsPropertiesTable];

/**
 * Fills the reference tables that another version of the engine filled, or none: the step after the migrations, on this
 * machine, in tests and in deployments. A second or two the first time, then milliseconds.
 * @returns the names of the tables that were filled
 */
export async function loadReferenceData(database: Pick<Database, 'transaction'>): Promise<readonly string[]> {
  const filled: string[] = [];
  for (const table of REFERENCE_TABLES) {
    if (await loadReferenceTable(database, table)) filled.push(table.name);
  }
  return filled;
}
