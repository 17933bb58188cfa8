import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { analyzeSajuAccuracy } from '../../../functions/analytics/saju-accuracy/analyze.ts';
import { DAY } from '../../../platform/pipelines/day.ts';
import { testDatabase } from '../database.ts';
import { insertUser } from '../db/people.ts';
import { runnerOn } from '../jobs/runner.ts';

const { database } = await testDatabase();
const { sql } = database;
const run = runnerOn(() => database);

/** Two in the morning of November 25th in Seoul: the day is the 24th. */
const NOW = new Date('2026-11-25T02:00:00+09:00');
const analyze = (...args: string[]) => run(analyzeSajuAccuracy, NOW, 'analyze-saju-accuracy', args, [DAY]);

let userId: string;
let expertId: string;
beforeAll(async () => {
  userId = await insertUser(sql, { nickname: '손님' });
  expertId = await insertUser(sql, { nickname: '전문가' });
});
beforeEach(async () => {
  await sql`delete from saju_pillars`;
  await sql`delete from saju_accuracy_daily`;
});

interface Interpretation {
  readonly at?: string;
  readonly type?: string;
  readonly version?: string;
  readonly confidence?: number;
  readonly rating?: number;
  readonly review?: 'requested' | 'reviewed';
}

/** Stores one, on a chart of its own. */
async function interpret(fields: Interpretation): Promise<string> {
  const { at = '2026-11-24T12:00:00+09:00', type = 'wealth', version = 'rules-1', confidence = 90 } = fields;
  const { rating = null, review = 'not_requested' } = fields;
  const reviewed = review === 'reviewed';
  const [row] = await sql<[{ id: string }]>`
    with chart as (
      insert into saju_pillars (user_id, calculation_id, encrypted_chart, engine_version, five_elements, element_balance, created_at)
      values (${userId}, gen_random_uuid(), '\\x00', '1', '{"wood":20,"fire":20,"earth":20,"metal":20,"water":20}', '{}', ${at})
      returning id
    )
    insert into saju_interpretations (
      saju_pillar_id, interpretation_type, ai_interpretation, ai_confidence_score, ai_model_version, user_rating,
      review_status, review_requested_at, reviewed_at, expert_review, expert_id, created_at
    )
    select id, ${type}, '\\x00', ${confidence}, ${version}, ${rating}, ${review},
      ${review === 'not_requested' ? null : at}::timestamptz, ${reviewed ? at : null}::timestamptz,
      ${reviewed ? '\\x00' : null}::bytea, ${reviewed ? expertId : null}::uuid, ${at}
    from chart returning id`;
  return row.id;
}

const rows = () => sql`
  select stat_date, interpretation_type, model_version, interpretations, rated, rating_sum, well_rated, review_requested,
    reviewed, reviewed_rated, reviewed_rating_sum, rating_average::float8, well_rated_share::float8, reviewed_share::float8,
    reviewed_rating_average::float8, agreement::float8, kappa::float8, calibration_error::float8, calibration
  from saju_accuracy_daily order by stat_date, interpretation_type, model_version`;

describe('the accuracy of a day', () => {
  test('is what users and experts made of its interpretations, worked out by hand', async () => {
    await interpret({ confidence: 90, rating: 5, review: 'reviewed' });
    await interpret({ confidence: 90, rating: 4 });
    await interpret({ confidence: 90, rating: 2 });
    await interpret({ confidence: 90, review: 'requested' });
    await interpret({ confidence: 60, rating: 4, review: 'reviewed' });
    await interpret({ confidence: 60, rating: 1 });
    await interpret({ confidence: 60, review: 'reviewed' });
    expect(await analyze()).toEqual({ interpretations: 7, rows: 1, changed: 1 });
    expect(await rows()).toEqual([
      {
        stat_date: '2026-11-24',
        interpretation_type: 'wealth',
        model_version: 'rules-1',
        interpretations: 7,
        // 5, 4, 2, 4, 1: sum 16, average 3.2, of which 5, 4 and 4 are well rated.
        rated: 5,
        rating_sum: 16,
        rating_average: 3.2,
        well_rated: 3,
        well_rated_share: 0.6,
        // Three reviewed and one that still waits.
        review_requested: 4,
        reviewed: 3,
        // 3 / 7
        reviewed_share: 0.4286,
        // Of the reviewed ones 5 and 4 were rated.
        reviewed_rated: 2,
        reviewed_rating_sum: 9,
        reviewed_rating_average: 4.5,
        // Confident (90) and well rated: 5, 4. Neither: the 1 at 60. 3 of 5 agree.
        agreement: 0.6,
        // Confident 3/5, well rated 3/5: by chance 0.36 + 0.16 = 0.52; (0.6 - 0.52) / 0.48 = 1/6.
        kappa: 0.1667,
        // 3/5 · |2/3 - 0.9| + 2/5 · |1/2 - 0.6| = 0.6 · 0.2333 + 0.4 · 0.1 = 0.18
        calibration_error: 0.18,
        calibration: [
          { confidence: 60, interpretations: 3, rated: 2, ratingAverage: 2.5, wellRatedShare: 0.5 },
          // (5 + 4 + 2) / 3
          { confidence: 90, interpretations: 4, rated: 3, ratingAverage: 3.6667, wellRatedShare: 0.6667 },
        ],
      },
    ]);
  });

  test('has a row for each type and each version', async () => {
    await interpret({ type: 'wealth', version: 'rules-1' });
    await interpret({ type: 'wealth', version: 'rules-2' });
    await interpret({ type: 'health', version: 'rules-1' });
    await analyze();
    expect((await rows()).map(row => [row.interpretation_type, row.model_version, row.interpretations])).toEqual([
      ['health', 'rules-1', 1],
      ['wealth', 'rules-1', 1],
      ['wealth', 'rules-2', 1],
    ]);
  });

  test('says nothing of ratings where there are none', async () => {
    await interpret({});
    await analyze();
    expect((await rows())[0]).toMatchObject({
      interpretations: 1,
      rated: 0,
      rating_average: null,
      well_rated_share: null,
      reviewed_share: 0,
      reviewed_rating_average: null,
      agreement: null,
      kappa: null,
      calibration_error: null,
      calibration: [{ confidence: 90, interpretations: 1, rated: 0, ratingAverage: null, wellRatedShare: null }],
    });
  });

  test('ends at midnight in Korea', async () => {
    await interpret({ at: '2026-11-23T23:59:59.999+09:00' });
    await interpret({ at: '2026-11-24T00:00:00+09:00' });
    await interpret({ at: '2026-11-24T23:59:59.999+09:00' });
    await interpret({ at: '2026-11-25T00:00:00+09:00' });
    await analyze();
    expect((await rows()).map(row => [row.stat_date, row.interpretations])).toEqual([
      ['2026-11-23', 1],
      ['2026-11-24', 2],
    ]);
  });
});

describe('another run', () => {
  test('changes nothing where nothing has changed', async () => {
    await interpret({ rating: 5, review: 'reviewed' });
    await interpret({ rating: 2, confidence: 50 });
    await analyze();
    const versions = () => sql`select xmin, ctid, * from saju_accuracy_daily`;
    const before = await versions();
    expect(await analyze()).toEqual({ interpretations: 2, rows: 1, changed: 0 });
    expect(await versions()).toEqual(before);
  });

  test('counts ratings that came in the six days after, and none of days before', async () => {
    const late = await interpret({ at: '2026-11-18T00:00:00+09:00' });
    const tooLate = await interpret({ at: '2026-11-17T23:59:59+09:00' });
    await analyze('2026-11-18');
    expect(await rows()).toMatchObject([
      { stat_date: '2026-11-17', rated: 0 },
      { stat_date: '2026-11-18', rated: 0 },
    ]);
    await sql`update saju_interpretations set user_rating = 4 where id in ${sql([late, tooLate])}`;
    expect(await analyze()).toEqual({ interpretations: 1, rows: 1, changed: 1 });
    expect(await rows()).toMatchObject([
      { stat_date: '2026-11-17', rated: 0 },
      { stat_date: '2026-11-18', rated: 1, rating_average: 4 },
    ]);
  });

  test('counts no more what an erasure has taken', async () => {
    await interpret({});
    await analyze();
    await sql`delete from saju_pillars`;
    expect(await analyze()).toEqual({ interpretations: 0, rows: 0, changed: 1 });
    expect(await rows()).toEqual([]);
  });
});

test('a day without interpretations has no row', async () => {
  expect(await analyze()).toEqual({ interpretations: 0, rows: 0, changed: 0 });
  expect(await rows()).toEqual([]);
});
