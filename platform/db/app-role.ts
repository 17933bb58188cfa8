import type { Sql } from './database.ts';

/** Whom functions sign in as: it owns nothing, and has rights to rows alone. Migration 11 makes it. */
export const APP_ROLE = 'heal7_app';

/**
 * Gives the role its way to sign in, as the owner: a password, or IAM where the server is Aurora, which has a role for it.
 * Doing so again changes nothing but the password.
 * @throws TypeError for a password that would have to be quoted
 */
export async function letAppSignIn(sql: Sql, password?: string): Promise<void> {
  if (password !== undefined) {
    // A statement like this takes no parameters.
    if (!/^[\w-]{20,}$/.test(password)) throw new TypeError('A password of base64url, 20 characters or more');
    await sql.unsafe(`alter role ${APP_ROLE} login password '${password}'`);
    return;
  }
  await sql.unsafe(`do $$ begin
    if exists (select from pg_roles where rolname = 'rds_iam') then
      grant rds_iam to ${APP_ROLE};
      alter role ${APP_ROLE} login;
    end if;
  end $$`);
}
