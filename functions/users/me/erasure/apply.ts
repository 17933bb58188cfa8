import type { Database } from '../../../../platform/db/database.ts';
import type { KeyStore } from '../../../../platform/encryption/key-store.ts';
import { reapplyErasures } from '../../../../platform/encryption/reapply-erasures.ts';
import type { UserKeys } from '../../../../platform/encryption/user-keys.ts';
import type { Job } from '../../../../platform/jobs/job.ts';
import { type ErasureDependencies, eraseRows, finishErasure } from './erase.ts';

/** Finishes erasures whose request ended before their keys were destroyed. */
export function finishErasures({ keys, cache }: Pick<ErasureDependencies, 'keys' | 'cache'>): Job {
  return async ({ database, now, progress }) => {
    const open = await database.sql<{ userId: string }[]>`
      select user_id as "userId" from erasures where completed_at is null order by erased_at`;
    let finished = 0;
    for (const { userId } of open) {
      await finishErasure({ database, keys, cache }, userId, now());
      progress({ finished: ++finished });
    }
    return { finished };
  };
}

export interface ApplyDependencies extends Pick<ErasureDependencies, 'cache'> {
  readonly keys: Pick<UserKeys, 'destroy' | 'isErased'>;
  readonly store: Pick<KeyStore, 'erasedUsers'>;
}

/** DynamoDB restores a table to a second of the last 35 days at most: older erasures are in every copy of the keys. */
const RESTORABLE_MS = 35 * 24 * 60 * 60 * 1000;

/**
 * Applies every erasure again, to whatever was restored. The database and the table of keys each remember who was erased:
 * where one of them is a copy from before, the other brings it up to date.
 */
export function applyErasures({ store, keys, cache }: ApplyDependencies): Job {
  return async ({ database, now, progress }) => {
    // The table of keys is a copy from before: keys are there whose accounts are gone.
    const since = new Date(now().getTime() - RESTORABLE_MS);
    const erased = await database.sql<{ userId: string }[]>`
      select user_id as "userId" from erasures where erased_at > ${since} or completed_at > ${since}`;
    const destroyed = await reapplyErasures(
      keys,
      erased.map(({ userId }) => userId),
    );
    progress({ keys: destroyed });
    // The database is: accounts are there whose keys are gone.
    let accounts = 0;
    for await (const userIds of batches(store.erasedUsers())) {
      for (const userId of await notErased(database, userIds)) {
        await database.transaction(tx => eraseRows(tx, userId, now()));
        await finishErasure({ database, keys, cache }, userId, now());
        progress({ keys: destroyed, accounts: ++accounts });
      }
    }
    return { accounts, keys: destroyed };
  };
}

const BATCH = 500;

async function* batches(ids: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  let batch: string[] = [];
  for await (const id of ids) {
    batch.push(id);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Those whose rows have not been erased in this database, or whose erasure has not been written down. */
async function notErased({ sql }: Database, userIds: readonly string[]): Promise<readonly string[]> {
  const rows = await sql<{ userId: string }[]>`
    select id as "userId" from users
    where id = any(${[...userIds]}::uuid[])
      and (account_status <> 'deleted' or id not in (select user_id from erasures))`;
  return rows.map(({ userId }) => userId);
}
