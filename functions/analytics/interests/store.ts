import type { Transaction } from '../../../platform/db/database.ts';
import { cutBackBy, type HeldUser } from '../held-users.ts';
import type { ChartNews, Signal } from './signals.ts';

export async function insertSignals(tx: Transaction, signals: readonly Signal[]): Promise<void> {
  if (signals.length === 0) return;
  await tx`
    insert into interest_signals (global_position, user_id, category, kind, occurred_at)
    select * from unnest(${signals.map(({ globalPosition }) => globalPosition)}::bigint[],
      ${signals.map(({ userId }) => userId)}::uuid[], ${signals.map(({ category }) => category)}::text[],
      ${signals.map(({ kind }) => kind)}::text[], ${signals.map(({ at }) => at.toISOString())}::timestamptz[])`;
}

/** Each row says what has been told of it by any of its events, whichever came first. */
export async function saveChartNews(
  tx: Transaction,
  { charts, interpretations, ratings, gone }: ChartNews,
): Promise<void> {
  if (charts.length > 0) {
    await tx`
      insert into interest_charts (chart_id, user_id, person_id, stored_at)
      select * from unnest(${charts.map(({ chartId }) => chartId)}::uuid[], ${charts.map(({ userId }) => userId)}::uuid[],
        ${charts.map(({ personId }) => personId)}::uuid[], ${charts.map(({ at }) => at.toISOString())}::timestamptz[])`;
  }
  if (interpretations.length > 0) {
    await tx`
      insert into interest_interpretations (interpretation_id, user_id, chart_id, category, interpreted_at)
      select * from unnest(${interpretations.map(({ interpretationId }) => interpretationId)}::uuid[],
        ${interpretations.map(({ userId }) => userId)}::uuid[], ${interpretations.map(({ chartId }) => chartId)}::uuid[],
        ${interpretations.map(({ category }) => category)}::text[], ${interpretations.map(({ at }) => at.toISOString())}::timestamptz[])
      on conflict (interpretation_id) do update set (category, interpreted_at) = (excluded.category, excluded.interpreted_at)`;
  }
  if (ratings.length > 0) {
    // Of several ratings in one statement the last one alone: no row can be changed twice.
    await tx`
      insert into interest_interpretations as known (interpretation_id, user_id, chart_id, rating, rating_version, rated_at)
      select distinct on (interpretation_id) *
      from unnest(${ratings.map(({ interpretationId }) => interpretationId)}::uuid[],
        ${ratings.map(({ userId }) => userId)}::uuid[], ${ratings.map(({ chartId }) => chartId)}::uuid[],
        ${ratings.map(({ rating }) => rating)}::smallint[], ${ratings.map(({ version }) => version)}::integer[],
        ${ratings.map(({ at }) => at.toISOString())}::timestamptz[]
      ) as told (interpretation_id, user_id, chart_id, rating, version, at)
      order by interpretation_id, version desc
      on conflict (interpretation_id) do update set (rating, rating_version, rated_at) =
        (excluded.rating, excluded.rating_version, excluded.rated_at)
      where known.rating_version is null or known.rating_version < excluded.rating_version`;
  }
  if (gone.length > 0) {
    await tx`
      insert into interest_people as known (person_id, user_id, charts_gone_at)
      select person_id, user_id, max(at)
      from unnest(${gone.map(({ personId }) => personId)}::uuid[], ${gone.map(({ userId }) => userId)}::uuid[],
        ${gone.map(({ at }) => at.toISOString())}::timestamptz[]) as told (person_id, user_id, at)
      group by person_id, user_id
      on conflict (person_id) do update set charts_gone_at = greatest(known.charts_gone_at, excluded.charts_gone_at)`;
  }
}

/** Deletes what users who were erased or withdrew their consent had done until then; of the erased, everything. */
export async function deleteCutBack(tx: Transaction, users: readonly HeldUser[]): Promise<void> {
  const { erased, withdrawn } = cutBackBy(users);
  if (withdrawn.userIds.length > 0) {
    await tx`
      delete from interest_signals as signals
      using unnest(${withdrawn.userIds}::uuid[], ${withdrawn.at}::timestamptz[], ${withdrawn.positions}::bigint[])
        as withdrawn (user_id, at, position)
      where signals.user_id = withdrawn.user_id
        and (signals.occurred_at <= withdrawn.at or signals.global_position <= withdrawn.position)`;
  }
  if (erased.length === 0) return;
  for (const table of ['interest_signals', 'interest_interpretations', 'interest_charts', 'interest_people']) {
    await tx`delete from ${tx(table)} where user_id = any(${erased}::uuid[])`;
  }
}
