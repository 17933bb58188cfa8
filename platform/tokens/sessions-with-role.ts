import type { Sql } from '../db/database.ts';
import type { Role } from './caller.ts';

/**
 * Those of some sessions that have not ended, of accounts that are active and have one of the roles now: what `recheck` is to a
 * request, to connections that stay open.
 */
export async function sessionsWithRole(
  sql: Sql,
  sessionIds: readonly string[],
  roles: readonly Role[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const rows = await sql<{ id: string }[]>`
    select sessions.id from sessions join users on users.id = sessions.user_id
    where sessions.id = any(${[...sessionIds]}::uuid[]) and ended_at is null and expires_at > ${now}
      and account_status = 'active'
      and exists (
        select from user_roles where user_roles.user_id = users.id and role::text = any(${[...roles]}::text[])
      )`;
  return new Set(rows.map(({ id }) => id));
}
