import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database, Transaction } from './database.ts';

/** A table whose rows are computed, not entered: the same for everyone, and replaced as a whole when their source changes. */
export interface ReferenceTable {
  /** Of the table, in `public`. */
  readonly name: string;
  /** Of whatever the rows are computed from, and of their shape: another one loads the table again. */
  readonly version: string;
  /** Batches of rows, computed as they are asked for; each gives the statement that writes it. */
  batches(): Iterable<(tx: Transaction) => Promise<unknown>>;
  /** What else is written when it has been loaded, in the same transaction. */
  loaded?(tx: Transaction, load: ReferenceLoad): Promise<unknown>;
}

interface ReferenceLoad {
  readonly rows: number;
  readonly at: Date;
}

/** A load takes a few seconds; beside other work, or on a small server, many times that. */
const DEADLINE_MS = 300_000;

/**
 * Fills a table, unless it holds this version: then a round trip or two. Readers see the former rows to the end. Processes
 * that load at once take turns, and all but the first find it done.
 * @returns whether it was filled
 */
export async function loadReferenceTable(
  database: Pick<Database, 'transaction'>,
  { name, version, batches, loaded }: ReferenceTable,
): Promise<boolean> {
  return database.transaction(
    async tx => {
      // Another that loads is waited for.
      await tx`set local statement_timeout = 0`;
      await tx`insert into reference_data (name) values (${name}) on conflict do nothing`;
      const [held] = await tx`select version from reference_data where name = ${name} for update`;
      if (held!.version === version) return false;
      await tx`delete from ${tx(name)}`;
      await writeAll(tx, batches());
      const [load] = await tx<[ReferenceLoad]>`
        update reference_data set version = ${version}, loaded_at = now() where name = ${name}
        returning loaded_at as at, (select count(*)::integer from ${tx(name)}) as rows`;
      await tx`analyze ${tx(name)}`;
      await loaded?.(tx, load);
      return true;
    },
    { deadlineMs: DEADLINE_MS },
  );
}

/** While the server writes a batch, the next is computed. */
async function writeAll(tx: Transaction, batches: ReturnType<ReferenceTable['batches']>): Promise<void> {
  let writing: Promise<unknown> = Promise.resolve();
  for (const write of batches) {
    await writing;
    writing = write(tx);
    // What fails is met by the next `await`; until then it is nobody's.
    writing.catch(() => {});
    // The driver sends in this turn of the event loop; the next batch is computed in the one after.
    await nextTurn();
  }
  await writing;
}
