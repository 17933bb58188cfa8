import type { Transaction } from '../../../platform/db/database.ts';
import type { Accuracy, Group } from './accuracy.ts';

/** The interpretations made on the Korean days from one to another, both included. */
export function readGroups(tx: Transaction, firstDay: string, lastDay: string): Promise<readonly Group[]> {
  return tx<Group[]>`
    select korean_date(created_at) as "statDate", interpretation_type as "interpretationType",
      ai_model_version as "modelVersion", ai_confidence_score::int as confidence, review_status as "reviewStatus",
      user_rating as rating, count(*)::int as count
    from saju_interpretations
    where created_at >= korean_midnight(${firstDay}::date) and created_at < korean_midnight(${lastDay}::date + 1)
    group by 1, 2, 3, 4, 5, 6
    order by 1, 2, 3, 4, 5, 6`;
}

/**
 * Makes the days' rows these.
 * @returns how many of them are new, other than before, or gone
 */
export async function replaceAccuracy(
  tx: Transaction,
  firstDay: string,
  lastDay: string,
  rows: readonly Accuracy[],
): Promise<number> {
  // What an erasure has taken is counted no more.
  const gone = await tx`
    delete from saju_accuracy_daily as stored
    where stat_date between ${firstDay}::date and ${lastDay}::date and not exists (
      select from ${freshRows(tx, rows)}
      where (fresh.stat_date, fresh.interpretation_type, fresh.model_version)
        = (stored.stat_date, stored.interpretation_type, stored.model_version))`;
  const written = await tx`
    insert into saju_accuracy_daily as stored (
      stat_date, interpretation_type, model_version, interpretations, rated, rating_sum, well_rated, review_requested,
      reviewed, reviewed_rated, reviewed_rating_sum, agreement, kappa, calibration_error, calibration)
    select * from ${freshRows(tx, rows)}
    on conflict (stat_date, interpretation_type, model_version) do update set
      interpretations = excluded.interpretations, rated = excluded.rated, rating_sum = excluded.rating_sum,
      well_rated = excluded.well_rated, review_requested = excluded.review_requested, reviewed = excluded.reviewed,
      reviewed_rated = excluded.reviewed_rated, reviewed_rating_sum = excluded.reviewed_rating_sum,
      agreement = excluded.agreement, kappa = excluded.kappa, calibration_error = excluded.calibration_error,
      calibration = excluded.calibration
    where to_jsonb(stored) is distinct from to_jsonb(excluded)`;
  return gone.count + written.count;
}

/** The rows as a relation `fresh`, in the table's order. */
function freshRows(tx: Transaction, rows: readonly Accuracy[]) {
  const records = rows.map(row => ({
    stat_date: row.statDate,
    interpretation_type: row.interpretationType,
    model_version: row.modelVersion,
    interpretations: row.interpretations,
    rated: row.rated,
    rating_sum: row.ratingSum,
    well_rated: row.wellRated,
    review_requested: row.reviewRequested,
    reviewed: row.reviewed,
    reviewed_rated: row.reviewedRated,
    reviewed_rating_sum: row.reviewedRatingSum,
    agreement: row.agreement,
    kappa: row.kappa,
    calibration_error: row.calibrationError,
    calibration: row.calibration,
  }));
  return tx`jsonb_to_recordset(${tx.json(records as never)}) as fresh (
    stat_date date, interpretation_type text, model_version text, interpretations int, rated int, rating_sum int,
    well_rated int, review_requested int, reviewed int, reviewed_rated int, reviewed_rating_sum int,
    agreement decimal(5,4), kappa decimal(5,4), calibration_error decimal(5,4), calibration jsonb)`;
}
