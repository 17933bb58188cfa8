/**
 * Writes the tables of docs/reading.md out of the engine's own: what stands between `<!-- table:NAME -->` and
 * `<!-- /table -->`. The prose around them is written by hand. `node tools/reading-tables.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { chartTables } from './reading-tables/chart.ts';
import { dayTables } from './reading-tables/days.ts';
import { judgementTables } from './reading-tables/judgements.ts';
import { pairTables } from './reading-tables/pair.ts';
import { relationTables } from './reading-tables/relations.ts';
import { starTables } from './reading-tables/stars.ts';

export const PAGE = new URL('../docs/reading.md', import.meta.url);

/** Tables by name, each made when it is asked for. */
const TABLES: Readonly<Record<string, () => string>> = {
  ...chartTables,
  ...relationTables,
  ...judgementTables,
  ...starTables,
  ...pairTables,
  ...dayTables,
};

/**
 * The page with all its tables made anew.
 * @throws Error for a name that is no table's, and for a table that the page has not
 */
export function withTables(page: string): string {
  const used = new Set<string>();
  const made = page.replace(/<!-- table:(\S+) -->\n[\s\S]*?<!-- \/table -->/g, (_, name: string) => {
    const table = TABLES[name];
    if (table === undefined) throw new Error(`docs/reading.md asks for ${name}, which is no table`);
    used.add(name);
    return `<!-- table:${name} -->\n\n${table()}\n\n<!-- /table -->`;
  });
  const missing = Object.keys(TABLES).filter(name => !used.has(name));
  if (missing.length > 0) throw new Error(`docs/reading.md has no place for ${missing.join(', ')}`);
  return made;
}

if (import.meta.main) writeFileSync(PAGE, withTables(readFileSync(PAGE, 'utf8')));
