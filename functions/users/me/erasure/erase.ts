import type { Cache } from '../../../../platform/cache/cache.ts';
import { userCharts } from '../../../../platform/cache/keys.ts';
import type { Database, Transaction } from '../../../../platform/db/database.ts';
import type { UserKeys } from '../../../../platform/encryption/user-keys.ts';
import { append } from '../../../../platform/events/event-store.ts';
import { userErased, userStream } from '../../events.ts';
import { userTables } from '../user-tables.ts';

export interface ErasureDependencies {
  readonly database: Database;
  readonly keys: Pick<UserKeys, 'destroy'>;
  readonly cache: Pick<Cache, 'invalidate'>;
}

/**
 * Erases the rows of a user and says so in `erasures`: from here on it is carried through, whatever happens. Erasing again
 * does what is left to do, and keeps the instant of the first time.
 */
export async function eraseRows(tx: Transaction, userId: string, at: Date): Promise<void> {
  // Writes of the same user hold the row until they end, and find it gone afterwards.
  const [account] = await tx<{ status: string }[]>`
    select account_status as status from users where id = ${userId} for update`;
  await tx`insert into erasures (user_id, erased_at) values (${userId}, ${at}) on conflict do nothing`;
  if (account === undefined) return;
  for (const { erase } of userTables) await erase?.(tx, userId, at);
  if (account.status === 'deleted') return;
  await append(tx, userStream(userId), 'any', [userErased.of({})], { occurredAt: at });
}

/** What rows cannot do in their transaction: the keys, and what is cached. Repeating it does no harm. */
export async function finishErasure(
  { database, keys, cache }: ErasureDependencies,
  userId: string,
  at: Date,
): Promise<void> {
  await keys.destroy(userId);
  await cache.invalidate(userCharts(userId));
  await database.sql`update erasures set completed_at = ${at} where user_id = ${userId} and completed_at is null`;
}
