import { ENGINE_VERSION, FIRST_DAY, LAST_DAY, manseDay, SEOUL, sunPosition, TEN_GODS } from '@heal7/saju-engine';
import { FIVE_ELEMENTS_RELATIONS, TEN_GODS_PROPERTIES } from '@heal7/saju-engine/interpretation';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadReferenceData } from '../../../db/reference-data.ts';
import { calendarRows, calendarTable, insertCalendarRows } from '../../../functions/manse/calendar-table.ts';
import { calendarEvents, calendarStream } from '../../../functions/manse/events.ts';
import type { Database, Transaction } from '../../../platform/db/database.ts';
import { migrate, readMigrations } from '../../../platform/db/migrator.ts';
import { loadReferenceTable } from '../../../platform/db/reference-table.ts';
import { readStream } from '../../../platform/events/event-store.ts';
import { emptyDatabase } from '../database.ts';

const { database } = await emptyDatabase();
const { sql } = database;

const TABLES = ['manse_calendar', 'five_elements_relations', 'ten_gods_properties'];

beforeAll(async () => {
  await migrate(database, await readMigrations(new URL('../../../db/migrations/', import.meta.url)));
});

describe('loading the reference data', () => {
  it('fills every table once when several processes load at once, and then nothing', async () => {
    const loads = await Promise.all([loadReferenceData(database), loadReferenceData(database)]);
    expect(loads.flat().sort()).toEqual(TABLES.toSorted());
    expect(await loadReferenceData(database)).toEqual([]);
  });

  it('fills a table again that another version of the engine filled', async () => {
    await sql`update reference_data set version = '0.9.0' where name = 'ten_gods_properties'`;
    await sql`update ten_gods_properties set god_name = '?' where id = 1`;
    expect(await loadReferenceData(database)).toEqual(['ten_gods_properties']);
    expect(await sql`select god_name from ten_gods_properties where id = 1`).toEqual([{ god_name: '비견' }]);
    const [{ version }] = await sql<[{ version: string }]>`
      select version from reference_data where name = 'ten_gods_properties'`;
    expect(version).toContain(ENGINE_VERSION);
  });

  it('leaves the former rows where a load breaks off', async () => {
    await sql`update reference_data set version = '0.9.0' where name = 'ten_gods_properties'`;
    const broken: Pick<Database, 'transaction'> = {
      transaction: work =>
        database.transaction(async tx => {
          const filled = await work(tx);
          if (filled) await tx`select 1 / 0`;
          return filled;
        }),
    };
    await expect(loadReferenceData(broken)).rejects.toThrow('division by zero');
    expect(await sql`select count(*)::int as gods from ten_gods_properties`).toEqual([{ gods: 10 }]);
    expect(await loadReferenceData(database)).toEqual(['ten_gods_properties']);
  });
});

describe('manse_calendar', () => {
  it('has 73,442 days, each as the engine says', async () => {
    const rows = await sql`
      select id, solar_date, lunar_date, year_gapja, month_gapja, day_gapja, solar_term, moon_phase, sun_position, astronomical_data
      from manse_calendar order by solar_date`;
    expect(rows.length).toBe(73_442);
    expect(rows.length).toBe(LAST_DAY - FIRST_DAY + 1);
    const different = rows.filter((row, position) => {
      const day = manseDay(FIRST_DAY + position, SEOUL);
      const { lunarDate: lunar, solarTerm: term, moon } = day;
      return !isSame(row, {
        id: position + 1,
        solar_date: day.solarDate,
        lunar_date: { year: lunar.year, month: lunar.month, day: lunar.day, is_leap_month: lunar.isLeapMonth },
        year_gapja: day.gapja.year,
        month_gapja: day.gapja.month,
        day_gapja: day.gapja.day,
        solar_term: term ? { code: term.code, name: term.name, exact_time: term.at, degree: term.longitude } : null,
        moon_phase: {
          phase: moon.phase.code,
          exact_time: moon.phaseAt,
          illumination: moon.illumination,
          rise_time: moon.riseAt,
          set_time: moon.setAt,
        },
        sun_position: { longitude: day.sun.longitude, latitude: day.sun.latitude },
        astronomical_data: day.uncertain ? { uncertain: true } : null,
      });
    });
    expect(different).toEqual([]);
  });

  it('has the season of the sun at noon on every day', async () => {
    const rows = await sql<{ season: string }[]>`select season from manse_calendar order by solar_date`;
    // 입춘 is 315°, and each season a quarter of the circle; noon of Korea is 3 h UTC.
    const wrong = rows.filter(({ season }, position) => {
      const { longitude } = sunPosition((FIRST_DAY + position - UNIX_DAY) * 86_400 + 3 * 3600);
      return season !== ['spring', 'summer', 'autumn', 'winter'][Math.floor(((longitude + 45) % 360) / 90)];
    });
    expect(wrong).toEqual([]);
  });

  it('has what almanacs print of 2024-02-04 and of the last day', async () => {
    const rows = await sql`
      select solar_date, lunar_date, year_gapja, month_gapja, day_gapja, solar_term ->> 'name' as term, season
      from manse_calendar where solar_date in ('2024-02-04', '2101-01-28') order by 1`;
    expect(rows).toEqual([
      {
        solar_date: '2024-02-04',
        lunar_date: { year: 2023, month: 12, day: 25, is_leap_month: false },
        // At noon 입춘 (17:27) is yet to come: 계묘 39, 을축 1; 무술 34.
        year_gapja: 39,
        month_gapja: 1,
        day_gapja: 34,
        term: '입춘',
        season: 'winter',
      },
      expect.objectContaining({
        solar_date: '2101-01-28',
        lunar_date: { year: 2100, month: 12, day: 29, is_leap_month: false },
      }),
    ]);
  });
});

describe('the tables of the reading', () => {
  it('have the five elements’ relations', async () => {
    const rows = await sql`select * from five_elements_relations order by id`;
    expect(rows).toEqual(
      FIVE_ELEMENTS_RELATIONS.map((relation, position) => ({
        id: position + 1,
        source_element: relation.source,
        target_element: relation.target,
        relation_type: relation.relation,
        strength: relation.strength.toFixed(2),
        traditional_description: relation.traditional.korean,
        traditional_description_english: relation.traditional.english,
        modern_interpretation: relation.modern.korean,
        modern_interpretation_english: relation.modern.english,
      })),
    );
    expect(rows).toHaveLength(15);
  });

  it('have what the ten gods mean', async () => {
    const rows = await sql`
      select code, god_name, characteristics, fortune_aspects, career_tendencies, relationship_patterns, health_indications
      from ten_gods_properties order by id`;
    expect(rows).toEqual(
      TEN_GODS_PROPERTIES.map((god, position) => ({
        code: god.code,
        god_name: TEN_GODS[position]!.hangul,
        characteristics: god.characteristics,
        fortune_aspects: god.fortuneAspects,
        career_tendencies: god.careerTendencies,
        relationship_patterns: god.relationshipPatterns,
        health_indications: god.healthIndications,
      })),
    );
    expect(rows).toHaveLength(10);
  });
});

describe('a calendar that is loaded', () => {
  const events = () => readStream(sql, calendarStream('manse_calendar'), calendarEvents);

  it('says so by an event, once', async () => {
    const data = { table: 'manse_calendar', version: calendarTable.version, rows: 73_442 };
    expect(await events()).toMatchObject([{ version: 1, data }]);
  });

  it('and again when another version fills it, in the same transaction', async () => {
    const other = {
      ...calendarTable,
      version: 'other',
      batches: () => [(tx: Transaction) => insertCalendarRows(tx, calendarRows(FIRST_DAY, FIRST_DAY + 2))],
    };
    const undone = database.transaction(async tx => {
      await loadReferenceTable({ transaction: work => work(tx) }, other);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await events()).toHaveLength(1);
    await loadReferenceTable(database, other);
    expect((await events()).map(({ data }) => data.rows)).toEqual([73_442, 3]);
  });
});

/** Day number of 1970-01-01. */
const UNIX_DAY = 2_440_588;

/** Deep equality without a matcher's cost, 73,442 times. JSON of jsonb has its keys in another order. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const keys = Object.keys(b);
  return (
    Object.keys(a).length === keys.length &&
    keys.every(key => isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}
