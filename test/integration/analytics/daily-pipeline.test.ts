import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { analyzeContentQuality } from '../../../functions/analytics/content-quality/analyze.ts';
import { analytics } from '../../../functions/analytics/domain.ts';
import { analyzeSajuAccuracy } from '../../../functions/analytics/saju-accuracy/analyze.ts';
import { aggregateSensorData } from '../../../functions/analytics/sensor-aggregation/aggregate.ts';
import type { runJob } from '../../../local/jobs/run-job.ts';
import { runPipeline } from '../../../local/pipelines/run-pipeline.ts';
import type { Job } from '../../../platform/jobs/job.ts';
import { jobFunction } from '../../../platform/jobs/job-function.ts';
import { type LogSink, logTo } from '../../../platform/observability/log-sink.ts';
import { DAY } from '../../../platform/pipelines/day.ts';
import { pipelinesOf } from '../../../platform/pipelines/steps.ts';
import { testDatabase } from '../database.ts';
import { insertUser } from '../db/people.ts';

const { database, owner } = await testDatabase();
const { sql } = database;

const pipeline = pipelinesOf(analytics).find(({ name }) => name === 'daily-data-processing')!;
const JOBS: Readonly<Record<string, Job>> = {
  'analyze-saju-accuracy': analyzeSajuAccuracy,
  'analyze-content-quality': analyzeContentQuality,
  'aggregate-sensor-data': aggregateSensorData,
};
const NOW = new Date('2026-11-25T02:00:00+09:00');

/** The steps' jobs as their functions run them, on this file's database. */
const run: typeof runJob = ({ name }, args = []) =>
  jobFunction({ name, run: JOBS[name]!, arguments: [DAY], database: () => database, now: () => NOW })(
    { arguments: args },
    { awsRequestId: 'test' },
  );
const runDaily = () => runPipeline(pipeline, ['2026-11-24'], { run, retryIntervalMs: 0 });

let lines: Record<string, unknown>[];
let former: LogSink;
beforeEach(() => {
  lines = [];
  former = logTo(line => lines.push(JSON.parse(line)));
});
afterEach(() => void logTo(former));

const TABLES = [
  'saju_accuracy_daily',
  'content_quality_daily',
  'sensor_daily_aggregates',
  'sensor_environment_daily',
  'sensor_anomalies',
];

/** Every row of what the pipeline writes, with the transaction that wrote it. */
const written = () => Promise.all(TABLES.map(table => sql`select xmin, * from ${sql(table)} order by 2, 3, 4, 5`));
const counts = async () => (await written()).map(rows => rows.length);

beforeAll(async () => {
  const userId = await insertUser(sql);
  await sql`
    with chart as (
      insert into saju_pillars (user_id, calculation_id, encrypted_chart, engine_version, five_elements, element_balance)
      values (${userId}, gen_random_uuid(), '\\x00', '1', '{"wood":20,"fire":20,"earth":20,"metal":20,"water":20}', '{}')
      returning id
    )
    insert into saju_interpretations (saju_pillar_id, interpretation_type, ai_interpretation, ai_confidence_score,
      ai_model_version, user_rating, created_at)
    select id, 'wealth', '\\x00', 90, 'rules-1', 5, '2026-11-24T12:00:00+09:00' from chart`;
  await sql`
    with category as (
      insert into board_categories (name, category_type, display_order) values ('자유', 'free', 1) returning id
    )
    insert into posts (category_id, author_id, title, content, published_at)
    select id, ${userId}, '제목', '오늘 상담을 받았는데 제 사주에는 목이 부족하다고 하네요.', '2026-11-24T12:00:00+09:00' from category`;
  await sql`
    with device as (
      insert into iot_devices (device_serial, device_type, location_id, installation_position)
      values ('P-1', 'temperature', 'zone-1', '{}') returning id
    )
    insert into sensor_hourly_aggregates (device_id, reading_type, hour, reading_count, value_sum, value_min, value_max, updated_at)
    select id, 'temperature', hour, 1, 20, 20, 20, hour
    from device, generate_series(timestamptz '2026-11-24T00:00:00+09:00', '2026-11-24T22:00:00+09:00', interval '1 hour') as hour`;
});

describe('the daily pipeline', () => {
  test('whose second step fails tries it three times, leaves out the third, counts itself as failed, and does all once mended', async () => {
    await owner.sql`alter table content_quality_daily rename to away`;
    try {
      await expect(runDaily()).rejects.toThrow('daily-data-processing failed at analyze-content-quality');
    } finally {
      await owner.sql`alter table away rename to content_quality_daily`;
    }
    const attempts = lines.filter(line => 'attempt' in line && !('waitSeconds' in line));
    expect(attempts.map(({ step, attempt }) => [step, attempt])).toEqual([
      ['analyze-saju-accuracy', 1],
      ['analyze-content-quality', 1],
      ['analyze-content-quality', 2],
      ['analyze-content-quality', 3],
    ]);
    expect(lines.at(-1)).toMatchObject({ pipeline_failures: 1, failedStep: 'analyze-content-quality' });
    expect(await counts()).toEqual([1, 0, 0, 0, 0]);

    await runDaily();
    expect(lines.at(-1)).toMatchObject({ pipeline_runs: 1, pipeline_failures: 0 });
    // One version of one type; one post; one device, at 23 hours, without the last.
    expect(await counts()).toEqual([1, 1, 1, 23, 1]);
  });

  test('run twice in a row gives the same, and writes nothing the second time', async () => {
    await runDaily();
    const before = await written();
    await runDaily();
    expect(await written()).toEqual(before);
  });
});
