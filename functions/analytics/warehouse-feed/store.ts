import type { Transaction } from '../../../platform/db/database.ts';
import { cutBackBy, type HeldUser } from '../held-users.ts';
import { byConsentNames, type Fact } from './facts.ts';

/**
 * Adds facts to the Korean days on which they happened. A day is the grain: of the last day of a consent that was withdrawn
 * nothing is counted that apps told, also not after it was given again. That day ends five minutes later, by as much as a
 * device's clock may be fast.
 */
export async function addFacts(
  tx: Transaction,
  table: string,
  facts: readonly Fact[],
  users: ReadonlyMap<string, HeldUser>,
): Promise<void> {
  if (facts.length === 0) return;
  const days = facts.map(({ at }) => at.toISOString());
  await tx`
    insert into dwh.dim_dates (date, year, quarter, month, day, weekday)
    select date, extract(year from date), extract(quarter from date), extract(month from date), extract(day from date),
      extract(isodow from date)
    from (select distinct korean_date(at) from unnest(${days}::timestamptz[]) as at) as dates (date)
    order by date on conflict do nothing`;
  await tx`
    insert into ${tx(table)} as fact (activity_date, user_id, event_type, category, events, seconds)
    select korean_date(at), user_id, event_type, category, count(*), sum(seconds)
    from unnest(${days}::timestamptz[], ${facts.map(({ userId }) => userId)}::uuid[],
      ${facts.map(({ type }) => type)}::text[], ${facts.map(({ category }) => category)}::text[],
      ${facts.map(({ seconds }) => seconds)}::integer[],
      ${facts.map(({ byConsent, userId }) => (byConsent ? (users.get(userId)!.cutoff?.at.toISOString() ?? null) : null))}::timestamptz[]
    ) as told (at, user_id, event_type, category, seconds, cutoff)
    where cutoff is null or korean_date(at) > korean_date(cutoff + interval '5 minutes')
    group by 1, 2, 3, 4
    on conflict (activity_date, user_id, event_type, category) do update set
      events = fact.events + excluded.events, seconds = fact.seconds + excluded.seconds`;
}

/** Takes back what users who were erased or withdrew their consent had done until then. */
export async function deleteCutBack(tx: Transaction, table: string, users: readonly HeldUser[]): Promise<void> {
  const { erased, withdrawn } = cutBackBy(users);
  if (erased.length > 0) await tx`delete from ${tx(table)} where user_id = any(${erased}::uuid[])`;
  if (withdrawn.userIds.length === 0) return;
  await tx`
    delete from ${tx(table)} as fact
    using unnest(${withdrawn.userIds}::uuid[], ${withdrawn.at}::timestamptz[]) as withdrawn (user_id, at)
    where fact.user_id = withdrawn.user_id and fact.event_type = any(${byConsentNames}::text[])
      and fact.activity_date <= korean_date(withdrawn.at + interval '5 minutes')`;
}
