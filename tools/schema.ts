import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../local/engines/postgres.ts';
import { openDatabase } from '../platform/db/connection.ts';
import { migrate, readMigrations } from '../platform/db/migrator.ts';
import { schemaText } from './schema/schema-text.ts';

/** `npm run schema`: writes `db/schema.sql` from the catalog of a database made by all migrations. A test compares them. */

const directory = await mkdtemp(join(tmpdir(), 'heal7-schema-'));
const server = await startPostgres({ directory, settings: { fsync: 'off' } });
const database = openDatabase({ url: server.url, connections: 1, applicationName: 'schema' });
try {
  await migrate(database, await readMigrations(new URL('../db/migrations/', import.meta.url)));
  await writeFile(new URL('../db/schema.sql', import.meta.url), await database.transaction(schemaText));
} finally {
  await database.close();
  await server.stop();
  await rm(directory, { recursive: true, force: true });
}
