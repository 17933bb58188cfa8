import { randomBytes } from 'node:crypto';
import type { Database } from '../../platform/db/database.ts';
import { LATEST_CHART } from '../integration/db/example-queries.ts';
import { inDatabase } from './database.ts';
import { type Bench, type Figure, rounded, showTable } from './figure.ts';
import { median } from './measure.ts';

export const readsBench: Bench = { 'latest-chart': latestChart };

const USERS = 2_000;
const CHARTS_EACH = 5;
/** A full chart is 37 kB of JSON, 6 kB compressed. */
const CHART_BYTES = 6_000;
const TEXT_BYTES = 1_500;

/** Readers at once, each with a connection. */
const READERS = 4;
const ROUNDS = 9;
const ROUND_MS = 600;
const WARM_UP_MS = 1_000;

type Read = () => Promise<unknown>;

/** Reads a second of a user's latest chart with its four interpretations, and the time that 95 of 100 take at most. */
function latestChart(): Promise<readonly Figure[]> {
  return inDatabase(READERS, async database => {
    const users = await fill(database);
    const { sql } = database;
    let next = 0;
    const contenders: Readonly<Record<'nothing' | 'chart', Read>> = {
      nothing: () => sql.unsafe('SELECT 1', [], { prepare: true }),
      // In turns through all users.
      chart: () => sql.unsafe(LATEST_CHART, [users[next++ % users.length]!], { prepare: true }),
    };
    await round(contenders.nothing, WARM_UP_MS);
    await round(contenders.chart, WARM_UP_MS);
    const rounds: { readonly nothing: Round; readonly chart: Round }[] = [];
    for (let n = 0; n < ROUNDS; n++) {
      rounds.push({
        nothing: await round(contenders.nothing, ROUND_MS),
        chart: await round(contenders.chart, ROUND_MS),
      });
    }
    const rate = (name: 'nothing' | 'chart') => median(rounds.map(each => each[name].perSecond));
    const p95 = (name: 'nothing' | 'chart') => median(rounds.map(each => each[name].p95));
    showTable(
      `${READERS} readers at once, ${USERS * CHARTS_EACH} charts`,
      (['nothing', 'chart'] as const).map(name => ({
        read: name === 'nothing' ? 'SELECT 1' : 'latest chart',
        'reads/s': rate(name),
        'p95, ms': p95(name),
      })),
    );
    return [
      {
        name: 'latest-chart',
        value: rounded(rate('chart')),
        unit: 'reads/s',
        against: `SELECT 1 ${rounded(rate('nothing'))}`,
        ratio: rounded(median(rounds.map(({ chart, nothing }) => chart.perSecond / nothing.perSecond))),
      },
      {
        name: 'latest-chart:p95',
        value: rounded(p95('chart')),
        unit: 'ms',
        against: `SELECT 1 ${rounded(p95('nothing'))}`,
        ratio: rounded(median(rounds.map(({ chart, nothing }) => nothing.p95 / chart.p95))),
      },
    ];
  });
}

interface Round {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p95: number;
}

async function round(read: Read, milliseconds: number): Promise<Round> {
  const start = performance.now();
  const times: number[] = [];
  const reader = async () => {
    for (let before = performance.now(); before - start < milliseconds; ) {
      await read();
      const now = performance.now();
      times.push(now - before);
      before = now;
    }
  };
  await Promise.all(Array.from({ length: READERS }, reader));
  const elapsed = performance.now() - start;
  times.sort((a, b) => a - b);
  return { perSecond: (times.length / elapsed) * 1000, p95: times[Math.floor(times.length * 0.95)]! };
}

/** Gives the users' ids. */
async function fill({ sql }: Database): Promise<readonly string[]> {
  await sql`insert into users (nickname, privacy_consent) select 'user ' || n, '{}' from generate_series(1, ${USERS}) as n`;
  await sql`
    insert into saju_pillars (user_id, calculation_id, encrypted_chart, engine_version, five_elements, element_balance, created_at)
    select id, gen_random_uuid(), ${randomBytes(CHART_BYTES)}, '1.0.0',
      '{"wood": 30, "fire": 20, "earth": 20, "metal": 0, "water": 30}', '{"strongest": "wood"}', now() - n * interval '1 day'
    from users cross join generate_series(1, ${CHARTS_EACH}) as n`;
  await sql`
    insert into saju_interpretations (saju_pillar_id, interpretation_type, ai_interpretation, ai_confidence_score, ai_model_version)
    select id, type, ${randomBytes(TEXT_BYTES)}, 90, '1'
    from saju_pillars cross join unnest(array['personality', 'wealth', 'health', 'relationship']) as type`;
  await sql.unsafe('vacuum analyze');
  const rows = await sql<{ id: string }[]>`select id from users`;
  return rows.map(({ id }) => id);
}
