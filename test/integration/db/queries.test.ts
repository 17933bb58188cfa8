import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../database.ts';
import {
  CALENDAR_RANGE,
  CHARTS_BY_ELEMENTS,
  LATEST_CHART,
  LATEST_CHART_BY_RANK,
  NEXT_CONSULTATIONS,
  POSTS_BY_CURSOR,
  POSTS_BY_WORDS,
  READINGS_OF_DEVICE,
} from './example-queries.ts';

const {
  owner: { sql },
} = await testDatabase();

const USERS = 1_000;
const CATEGORIES = 10;
const DEVICES = 20;

type Parameters = readonly (string | number | Date | Readonly<Record<string, number>> | null)[];

function run(query: string, parameters: Parameters) {
  return sql.unsafe(query, [...parameters], { prepare: true });
}

interface Plan {
  readonly 'Index Name'?: string;
  readonly 'Relation Name'?: string;
  readonly 'Node Type': string;
  readonly Plans?: readonly Plan[];
}

interface Reads {
  /** Of partitions under the name of their parent's. */
  readonly indexes: readonly string[];
  readonly wholeTables: readonly string[];
  readonly partitions: readonly string[];
}

/** What a plan reads: made for these parameters, or for any, as a statement has that was run often. */
async function readsOf(query: string, parameters: Parameters | 'any'): Promise<Reads> {
  const [row] =
    parameters === 'any'
      ? await sql.unsafe(`EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${query}`)
      : await sql.unsafe(`EXPLAIN (FORMAT JSON) ${query}`, [...parameters]);
  const [{ Plan: root }] = row!['QUERY PLAN'] as [{ Plan: Plan }];
  const nodes = nodesOf(root);
  const parents = await sql<{ name: string; parent: string }[]>`
    select inhrelid::regclass::text as name, inhparent::regclass::text as parent from pg_inherits`;
  const parentOf = new Map(parents.map(({ name, parent }) => [name, parent]));
  const unique = (names: readonly (string | undefined)[]) =>
    [...new Set(names.filter(name => name !== undefined))].sort();
  return {
    indexes: unique(nodes.map(({ 'Index Name': name }) => name && (parentOf.get(name) ?? name))),
    wholeTables: unique(nodes.map(node => (node['Node Type'] === 'Seq Scan' ? node['Relation Name'] : undefined))),
    partitions: unique(nodes.map(({ 'Relation Name': name }) => (name && parentOf.has(name) ? name : undefined))),
  };
}

function nodesOf(plan: Plan): readonly Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

let user: string;
let category: number;
let device: string;

beforeAll(async () => {
  await sql`select ensure_partitions('2026-01-01', '2026-06-30')`;
  await sql`select create_yearly_partition('consultation_sessions', '2027-01-01')`;
  await sql`insert into users (nickname, privacy_consent) select 'user ' || n, '{}' from generate_series(1, ${USERS}) as n`;
  const sealed = randomBytes(500);
  await sql`
    insert into saju_pillars (user_id, calculation_id, encrypted_chart, engine_version, five_elements, element_balance, created_at)
    select id, gen_random_uuid(), ${sealed}, '1.0.0',
      jsonb_build_object('wood', 10 * (n % 4), 'fire', 10 * (hashtext(id::text) & 3), 'earth', 20, 'metal', 0, 'water', 10 * (n % 3)),
      '{}', timestamptz '2026-01-01' + n * interval '1 hour'
    from users cross join generate_series(1, 5) as n`;
  await sql`
    insert into saju_interpretations (saju_pillar_id, interpretation_type, ai_interpretation, ai_confidence_score, ai_model_version, created_at)
    select id, type, ${sealed}, 90, '1', created_at from saju_pillars cross join unnest(array['personality', 'wealth']) as type`;
  await sql`
    insert into board_categories (name, category_type, display_order) select 'board ' || n, 'general', n from generate_series(1, ${CATEGORIES}) as n`;
  // Some at one instant, and one in five hundred with a word of its own.
  await sql`
    insert into posts (category_id, author_id, title, content, status, published_at)
    select 1 + n % ${CATEGORIES}, (select id from users limit 1), 'post ' || n,
      case when n % 500 = 0 then '정통사주풀이' else '아무 이야기' end || n, case when n % 9 = 0 then 'draft' else 'published' end,
      timestamptz '2026-01-01' + (n / 50) * interval '1 minute'
    from generate_series(1, 5000) as n`;
  await sql`
    insert into consultation_sessions (user_id, consultation_type, service_type, status, scheduled_at, created_at)
    select id, 'expert', 'saju', case when n = 1 then 'scheduled' else 'completed' end, now(), timestamptz '2025-03-01' + n * interval '100 days'
    from users cross join generate_series(1, 10) as n`;
  await sql`
    insert into iot_devices (device_serial, device_type, location_id, installation_position)
    select 'D-' || n, 'temperature', 'zone', '{}' from generate_series(1, ${DEVICES}) as n`;
  await sql`
    insert into sensor_readings (device_id, reading_type, value, unit, recorded_at)
    select id, 'temperature', 20, 'C', timestamptz '2026-01-02' + n * interval '2 hours'
    from iot_devices cross join generate_series(1, 1000) as n`;
  // As autovacuum does: numbers for the planner, and no pending list before the word index.
  await sql.unsafe('vacuum analyze');
  const [row] = await sql<[{ user: string; category: number; device: string }]>`
    select (select id from users order by id limit 1) as user, (select id from board_categories limit 1) as category,
      (select id from iot_devices limit 1) as device`;
  ({ user, category, device } = row);
}, 60_000);

describe('the latest chart with its interpretations', () => {
  it('is the user’s last one, as the design’s own query finds it', async () => {
    const [row, ...others] = await run(LATEST_CHART, [user]);
    const [{ rn, ...ranked }] = (await run(LATEST_CHART_BY_RANK, [user])) as unknown as [Record<string, unknown>];
    expect(others).toEqual([]);
    expect(row).toEqual(ranked);
    expect(row).toMatchObject({ user_id: user, created_at: new Date('2026-01-01T05:00:00Z') });
    expect(
      row!.interpretations.map((each: { interpretation_type: string }) => each.interpretation_type).sort(),
    ).toEqual(['personality', 'wealth']);
  });

  it.each([
    ['ours', LATEST_CHART],
    ['the design’s', LATEST_CHART_BY_RANK],
  ])('is read by the indexes made for it (%s)', async (_, query) => {
    for (const parameters of [[user], 'any'] as const) {
      expect(await readsOf(query, parameters)).toMatchObject({
        indexes: ['idx_saju_interpretations_type', 'idx_saju_pillars_user_created'],
        wholeTables: [],
      });
    }
  });
});

describe('a range of the calendar', () => {
  it('gives the days with a solar term', async () => {
    const rows = await run(CALENDAR_RANGE, ['2024-01-01', '2024-12-31']);
    expect(rows).toHaveLength(24);
    expect(rows[2]).toEqual({
      solar_date: '2024-02-04',
      lunar_date: { year: 2023, month: 12, day: 25, is_leap_month: false },
      year_gapja: 39,
      solar_term: {
        code: 'ipchun',
        name: '입춘',
        degree: 315,
        exact_time: expect.stringMatching(/^2024-02-04T08:27:/),
      },
    });
  });

  it('is read by the index of dates', async () => {
    expect(await readsOf(CALENDAR_RANGE, ['2024-01-01', '2024-12-31'])).toMatchObject({
      indexes: ['idx_manse_calendar_solar_date'],
      wholeTables: [],
    });
  });
});

describe('posts by cursor', () => {
  it('come page by page, none twice and none left out, also where many are of one instant', async () => {
    const seen: string[] = [];
    let cursor: readonly [Date, string] | readonly [null, null] = [null, null];
    for (;;) {
      const page = await run(POSTS_BY_CURSOR, [category, ...cursor, 7]);
      seen.push(...page.map(({ id }) => id));
      if (page.length < 7) break;
      cursor = [page.at(-1)!.published_at, page.at(-1)!.id];
    }
    const all = await sql<{ id: string }[]>`
      select id from posts where category_id = ${category} and status = 'published' order by published_at desc, id desc`;
    expect(seen).toEqual(all.map(({ id }) => id));
  });

  it('are read by the index made for them, on any page', async () => {
    for (const parameters of [
      [category, null, null, 20],
      [category, new Date('2026-01-01T01:00:00Z'), user, 20],
      'any',
    ] as const) {
      expect(await readsOf(POSTS_BY_CURSOR, parameters)).toMatchObject({
        indexes: ['idx_posts_category_published', 'users_pkey'],
        wholeTables: [],
      });
    }
  });
});

describe('the other indexes', () => {
  it.each<[string, string, () => Parameters]>([
    ['idx_posts_search_vector', POSTS_BY_WORDS, () => ['사주']],
    ['idx_saju_pillars_five_elements', CHARTS_BY_ELEMENTS, () => [{ wood: 30, fire: 30, water: 0 }]],
    ['idx_consultation_sessions_user_status_time', NEXT_CONSULTATIONS, () => [user]],
  ])('%s is used', async (index, query, parameters) => {
    expect((await run(query, parameters())).length).toBeGreaterThan(0);
    expect(await readsOf(query, parameters())).toMatchObject({
      indexes: [index],
      wholeTables: [],
    });
  });

  it('idx_sensor_readings_device_time is used, of the months that are asked for alone', async () => {
    const parameters = [device, '2026-02-28T15:00:00Z', '2026-03-02T15:00:00Z'];
    expect(await run(READINGS_OF_DEVICE, parameters)).toHaveLength(24);
    expect(await readsOf(READINGS_OF_DEVICE, parameters)).toEqual({
      indexes: ['idx_sensor_readings_device_time'],
      wholeTables: [],
      partitions: ['sensor_readings_y2026m03'],
    });
  });
});
