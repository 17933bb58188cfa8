import type { Sql } from '../db/database.ts';
import { refusedCredentials } from '../http/authorise.ts';
import type { Role, UserCaller } from './caller.ts';

/**
 * The caller as the database has it now, and not only the token: with today's roles. An account that is suspended has none
 * but `member`.
 * @throws DomainError `unauthenticated` where the session has ended or the account is no more,
 * `database_unavailable`
 */
export type Recheck = (caller: UserCaller, now: Date) => Promise<UserCaller>;

/** Who is not deleted. */
interface Account {
  readonly status: 'active' | 'suspended';
  readonly roles: readonly Role[];
}

/** @param sql of the writer: a reader may lag, and what was just taken away would still be there */
export function createRecheck(sql: Sql): Recheck {
  return async (caller, now) => {
    const { userId, sessionId } = caller;
    const [account] = await sql<Account[]>`
      select account_status as status, array(select role::text from user_roles where user_id = ${userId}) as roles
      from users join sessions on sessions.user_id = users.id
      where users.id = ${userId} and account_status <> 'deleted'
        and sessions.id = ${sessionId} and ended_at is null and expires_at > ${now}`;
    if (account === undefined) throw refusedCredentials('invalid_token');
    return { ...caller, roles: account.status === 'active' ? ['member', ...account.roles] : ['member'] };
  };
}
