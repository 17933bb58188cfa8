import type { Fragment, Sql, Transaction } from '../../../platform/db/database.ts';
import { cutBackBy, type HeldUser } from '../held-users.ts';
import type { Entry } from './activity.ts';
import type { Session, Span } from './sessions.ts';

export async function insertEntries(tx: Transaction, entries: readonly Entry[]): Promise<void> {
  if (entries.length === 0) return;
  await tx`
    insert into activity_entries (global_position, user_id, event_type, by_consent, occurred_at)
    select * from unnest(${entries.map(({ globalPosition }) => globalPosition)}::bigint[],
      ${entries.map(({ userId }) => userId)}::uuid[], ${entries.map(({ type }) => type)}::text[],
      ${tx.array(entries.map(({ byConsent }) => byConsent))}, ${entries.map(({ at }) => at.toISOString())}::timestamptz[])`;
}

/** Deletes what users who were erased or withdrew their consent had done until then. */
export async function deleteCutBack(tx: Transaction, users: readonly HeldUser[]): Promise<void> {
  const { erased, withdrawn } = cutBackBy(users);
  if (erased.length > 0) await tx`delete from activity_entries where user_id = any(${erased}::uuid[])`;
  if (withdrawn.userIds.length === 0) return;
  await tx`
    delete from activity_entries as entries
    using unnest(${withdrawn.userIds}::uuid[], ${withdrawn.at}::timestamptz[], ${withdrawn.positions}::bigint[])
      as withdrawn (user_id, at, position)
    where entries.user_id = withdrawn.user_id and entries.by_consent
      and (entries.occurred_at <= withdrawn.at or entries.global_position <= withdrawn.position)`;
}

interface FormerRow extends Span {
  readonly entries: number;
  readonly began: Date | null;
  readonly reached: Date | null;
}

/** Deletes the sessions that spans touch, or come as near as a session's own entries may be to each other. */
export async function takeSessions(tx: Transaction, spans: readonly Span[]): Promise<readonly Session[]> {
  const rows = await tx<FormerRow[]>`
    with sessions as (
      delete from activity_sessions as sessions using ${rowsOf(tx, spans)} as spans (user_id, from_at, to_at)
      where sessions.user_id = spans.user_id
        and sessions.ended_at >= spans.from_at - interval '30 minutes'
        and sessions.started_at <= spans.to_at + interval '30 minutes'
      returning sessions.user_id, sessions.started_at, sessions.ended_at, sessions.entries
    ),
    alerts as (
      delete from activity_alerts as alerts using sessions
      where alerts.user_id = sessions.user_id and alerts.session_started_at = sessions.started_at
      returning alerts.user_id, alerts.session_started_at, alerts.began_at, alerts.reached_at
    )
    select sessions.user_id as "userId", started_at as "from", ended_at as "to", entries, began_at as began, reached_at as reached
    from sessions
    left join alerts on alerts.user_id = sessions.user_id and alerts.session_started_at = sessions.started_at`;
  return rows.map(({ began, reached, ...session }) => ({
    ...session,
    burst: began === null || reached === null ? null : { began, reached },
  }));
}

/**
 * Writes sessions, and the alerts of those that have a burst: one they had, or one that is in the neighbourhoods of what is
 * new in them. A burst's entries are nearer to each other than a pause, so always of one session.
 *
 * @returns the sessions that have one
 */
export async function insertSessions(
  tx: Transaction,
  sessions: readonly Session[],
  neighbourhoods: readonly Span[],
): Promise<readonly Span[]> {
  if (sessions.length === 0) return [];
  const instants = (of: (session: Session) => Date | undefined) =>
    sessions.map(each => of(each)?.toISOString() ?? null);
  return tx<Span[]>`
    with marked as (
      select entries.user_id, occurred_at, lag(occurred_at, 100) over (
          partition by entries.user_id, from_at order by occurred_at, global_position
        ) as hundred_before
      from ${rowsOf(tx, neighbourhoods)} as near (user_id, from_at, to_at)
      join activity_entries as entries on entries.user_id = near.user_id and occurred_at between from_at and to_at
    ),
    bursts as (
      select user_id, hundred_before as began_at, occurred_at as reached_at from marked
      where occurred_at - hundred_before < interval '300 seconds'
    ),
    told as (
      select * from unnest(${sessions.map(({ userId }) => userId)}::uuid[], ${instants(({ from }) => from)}::timestamptz[],
        ${instants(({ to }) => to)}::timestamptz[], ${sessions.map(({ entries }) => entries)}::integer[],
        ${instants(({ burst }) => burst?.began)}::timestamptz[], ${instants(({ burst }) => burst?.reached)}::timestamptz[]
      ) as told (user_id, started_at, ended_at, entries, began_at, reached_at)
    ),
    sessions as (
      insert into activity_sessions (user_id, started_at, ended_at, entries)
      select user_id, started_at, ended_at, entries from told
    ),
    alerted as (
      select told.user_id, started_at, ended_at, least(told.began_at, min(bursts.began_at)) as began_at,
        least(told.reached_at, min(bursts.reached_at)) as reached_at
      from told
      left join bursts on bursts.user_id = told.user_id and bursts.reached_at between started_at and ended_at
      group by told.user_id, started_at, ended_at, told.began_at, told.reached_at
      having least(told.reached_at, min(bursts.reached_at)) is not null
    ),
    alerts as (
      insert into activity_alerts (user_id, session_started_at, began_at, reached_at)
      select user_id, started_at, began_at, reached_at from alerted
    )
    select user_id as "userId", started_at as "from", ended_at as "to" from alerted`;
}

/** Writes all sessions of users from their entries, and their alerts. @returns the sessions that have one */
export async function rewriteSessions(tx: Transaction, userIds: readonly string[]): Promise<readonly Span[]> {
  if (userIds.length === 0) return [];
  return tx<Span[]>`
    with marked as (
      select user_id, occurred_at, global_position,
        occurred_at - lag(occurred_at) over (in_order) > interval '30 minutes' as after_pause,
        lag(occurred_at, 100) over (in_order) as hundred_before
      from activity_entries where user_id = any(${userIds}::uuid[])
      window in_order as (partition by user_id order by occurred_at, global_position)
    ),
    numbered as (
      select user_id, occurred_at,
        case when occurred_at - hundred_before < interval '300 seconds' then hundred_before end as burst_began_at,
        count(*) filter (where after_pause) over (partition by user_id order by occurred_at, global_position) as session
      from marked
    ),
    found as (
      select user_id, min(occurred_at) as started_at, max(occurred_at) as ended_at, count(*) as entries,
        min(burst_began_at) as began_at, min(occurred_at) filter (where burst_began_at is not null) as reached_at
      from numbered group by user_id, session
    ),
    sessions as (
      insert into activity_sessions (user_id, started_at, ended_at, entries)
      select user_id, started_at, ended_at, entries from found
    ),
    alerts as (
      insert into activity_alerts (user_id, session_started_at, began_at, reached_at)
      select user_id, started_at, began_at, reached_at from found where reached_at is not null
    )
    select user_id as "userId", started_at as "from", ended_at as "to" from found where reached_at is not null`;
}

function rowsOf(sql: Sql, spans: readonly Span[]): Fragment {
  return sql`unnest(${spans.map(({ userId }) => userId)}::uuid[], ${spans.map(({ from }) => from.toISOString())}::timestamptz[],
    ${spans.map(({ to }) => to.toISOString())}::timestamptz[])`;
}
