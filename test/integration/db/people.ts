import type { Sql } from '../../../platform/db/database.ts';

/** A user with nothing but what must be; gives the id. */
export async function insertUser(sql: Sql, fields: { nickname?: string; createdAt?: string } = {}): Promise<string> {
  const { nickname = 'somebody', createdAt = '2026-01-01T00:00:00Z' } = fields;
  const [row] = await sql<[{ id: string }]>`
    insert into users (nickname, privacy_consent, created_at, updated_at)
    values (${nickname}, '{}', ${createdAt}, ${createdAt}) returning id`;
  return row.id;
}
