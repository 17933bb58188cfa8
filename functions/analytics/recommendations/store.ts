import type { Sql } from '../../../platform/db/database.ts';
import type { Evidence, KeptInterpretation, SignalCount } from './evidence.ts';
import type { KeptChart } from './offers.ts';

/** What is older weighs less than a four-thousandth: 12 half-lives. */
const OLDEST_DAYS = 365;

/** Charts of the user that are still there: of people who were neither deleted nor born at another time than thought. */
function keptCharts(sql: Sql, userId: string) {
  return sql`
    select chart_id, person_id, stored_at from interest_charts as charts
    where user_id = ${userId} and not exists (
      select from interest_people as people
      where people.person_id = charts.person_id and people.charts_gone_at >= charts.stored_at)`;
}

/** What is known of a user's interests, and the latest chart they keep. */
export async function findEvidence(
  sql: Sql,
  userId: string,
  now: Date,
): Promise<Evidence & { readonly chart: KeptChart | undefined }> {
  const [signals, interpretations, [chart]] = await Promise.all([
    sql<SignalCount[]>`
      select category, kind, count(*)::integer as count, max(occurred_at) as "lastAt" from interest_signals
      where user_id = ${userId} and occurred_at > ${now}::timestamptz - make_interval(days => ${OLDEST_DAYS}::integer)
      group by category, kind, korean_date(occurred_at)`,
    sql<KeptInterpretation[]>`
      select category, interpreted_at as at, rating from interest_interpretations
      where user_id = ${userId} and category is not null
        and chart_id in (select chart_id from (${keptCharts(sql, userId)}) as kept)`,
    sql<KeptChart[]>`
      select person_id as "personId", chart_id as "chartId" from (${keptCharts(sql, userId)}) as kept
      order by stored_at desc, chart_id limit 1`,
  ]);
  return { signals, interpretations, chart };
}

/** Whether the account's data are to be left alone. */
export async function isSuspended(sql: Sql, userId: string): Promise<boolean> {
  const [account] = await sql<{ status: string }[]>`select account_status as status from users where id = ${userId}`;
  return account?.status !== 'active';
}
