import type { Sql } from '../../../platform/db/database.ts';

/**
 * Whether the user agrees to the use of where they are, as it stands: their last decision on it. In a transaction that holds
 * the account (`holdAccount`) it stays so until the end: a withdrawal waits.
 */
export async function consentsToLocation(sql: Sql, userId: string): Promise<boolean> {
  const [last] = await sql<{ given: boolean }[]>`
    select given from consents where user_id = ${userId} and kind = 'location' order by position desc limit 1`;
  return last?.given === true;
}
