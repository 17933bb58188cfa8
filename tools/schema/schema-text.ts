import type { Transaction } from '../../platform/db/database.ts';
import { commentStatements, functionStatements, triggerStatements, viewStatements } from './objects.ts';
import { defaultRightStatements, rightStatements, roleStatements } from './rights.ts';
import { foreignKeyStatements, indexStatements, tableStatements } from './tables.ts';
import { refuseUnwritten } from './unwritten.ts';

const HEAD = `-- The schema after all migrations: written by \`npm run schema\` from the catalog of a migrated database, and compared
-- with it by a test. For reading; changes go into db/migrations. Partitions are made by functions and are not here.

SET check_function_bodies = off;
`;

/**
 * The schema of a database as statements that make it again: extensions, schemas, functions, tables, indexes, views,
 * triggers, comments and rights; each kind in the order of creation, since what came later may need what came before.
 * @throws Error for what is in the database and would be left out
 */
export async function schemaText(tx: Transaction): Promise<string> {
  // Names in public are written without it.
  await tx.unsafe('set local search_path = public');
  await refuseUnwritten(tx);
  const statements: string[] = [];
  for (const write of [
    extensionStatements,
    functionStatements,
    tableStatements,
    foreignKeyStatements,
    indexStatements,
    viewStatements,
    triggerStatements,
    commentStatements,
    roleStatements,
    rightStatements,
    defaultRightStatements,
  ]) {
    statements.push(...(await write(tx)));
  }
  return [HEAD, ...statements.map(statement => `${withPlainLists(statement)};\n`)].join('\n');
}

/**
 * `status IN ('a', 'b')` of a varchar comes out of the catalog with casts that go in differently: written as casts of the
 * elements it becomes casts of the array, and once more. As texts they stay what they are.
 */
function withPlainLists(statement: string): string {
  return statement.replaceAll(VARCHAR_LIST, (_, elements: string) => {
    return `ARRAY[${elements.replaceAll(/::character varying(::text)?/g, '::text')}]`;
  });
}

const VARCHAR_LIST = /ARRAY\[((?:'(?:[^']|'')*'::character varying(?:::text)?(?:, )?)+)\](?:::text\[\])?/g;

/** Extensions without their versions, which are the server's; and schemas. */
async function extensionStatements(tx: Transaction): Promise<readonly string[]> {
  const rows = await tx<{ statement: string }[]>`
    select format('CREATE EXTENSION IF NOT EXISTS %I', extname) as statement
    from pg_extension where extname <> 'plpgsql'
    union all
    select format('CREATE SCHEMA %I', nspname) from (
      select nspname from pg_namespace where nspname not like 'pg\\_%' and nspname not in ('public', 'information_schema') order by oid
    ) as schemas`;
  return rows.map(row => row.statement);
}
