import { ENGINE_VERSION, FIRST_DAY, LAST_DAY, type ManseDay, manseDay, SEOUL } from '@heal7/saju-engine';
import type { Transaction } from '../../platform/db/database.ts';
import type { ReferenceTable } from '../../platform/db/reference-table.ts';
import { append } from '../../platform/events/event-store.ts';
import { calendarLoaded, calendarStream } from './events.ts';

/** A row of manse_calendar; JSON as its text. */
export interface CalendarRow {
  /** 1 on the calendar's first day. */
  readonly id: number;
  readonly solar_date: string;
  readonly lunar_date: string;
  readonly year_gapja: number;
  readonly month_gapja: number;
  readonly day_gapja: number;
  readonly solar_term: string | null;
  readonly season: string;
  readonly moon_phase: string;
  readonly sun_position: string;
  readonly astronomical_data: string | null;
}

/** Larger batches are no faster. */
const BATCH_ROWS = 500;

/** Season of each branch, 子 to 亥: 입춘, 입하, 입추 and 입동 begin the months of 寅, 巳, 申 and 亥. */
const SEASON_OF_BRANCH = 'winter winter spring spring spring summer summer summer autumn autumn autumn winter'.split(
  ' ',
);

const TABLE = 'manse_calendar';
const VERSION = `${ENGINE_VERSION} rows 1`;

/** The calendar's 73,442 days as a table. */
export const calendarTable: ReferenceTable = {
  name: TABLE,
  version: VERSION,
  *batches() {
    for (let first = FIRST_DAY; first <= LAST_DAY; first += BATCH_ROWS) {
      const rows = calendarRows(first, Math.min(first + BATCH_ROWS - 1, LAST_DAY));
      yield tx => insertCalendarRows(tx, rows);
    }
  },
  loaded: (tx, { rows, at }) =>
    append(tx, calendarStream(TABLE), 'any', [calendarLoaded.of({ table: TABLE, version: VERSION, rows })], {
      occurredAt: at,
    }),
};

/** Rows of the days from one day number to another, both included. */
export function calendarRows(first: number, last: number): readonly CalendarRow[] {
  return Array.from({ length: last - first + 1 }, (_, position) => {
    const day = first + position;
    return calendarRow(day - FIRST_DAY + 1, manseDay(day, SEOUL));
  });
}

function calendarRow(id: number, day: ManseDay): CalendarRow {
  const { lunarDate: lunar, gapja, solarTerm: term, moon } = day;
  return {
    id,
    solar_date: day.solarDate,
    lunar_date: JSON.stringify({
      year: lunar.year,
      month: lunar.month,
      day: lunar.day,
      is_leap_month: lunar.isLeapMonth,
    }),
    year_gapja: gapja.year,
    month_gapja: gapja.month,
    day_gapja: gapja.day,
    solar_term: term
      ? JSON.stringify({ code: term.code, name: term.name, exact_time: term.at, degree: term.longitude })
      : null,
    season: SEASON_OF_BRANCH[gapja.month % 12]!,
    moon_phase: JSON.stringify({
      phase: moon.phase.code,
      exact_time: moon.phaseAt,
      illumination: moon.illumination,
      rise_time: moon.riseAt,
      set_time: moon.setAt,
    }),
    sun_position: JSON.stringify(day.sun),
    astronomical_data: day.uncertain ? '{"uncertain": true}' : null,
  };
}

/** Writes rows in one statement. JSON goes as text and is cast by the server: arrays of jsonb would have every quote in them escaped once more. */
export async function insertCalendarRows(tx: Transaction, rows: readonly CalendarRow[]): Promise<void> {
  const column = (name: keyof CalendarRow) => rows.map(row => row[name]);
  await tx`
    insert into manse_calendar (
      id, solar_date, lunar_date, year_gapja, month_gapja, day_gapja,
      solar_term, season, moon_phase, sun_position, astronomical_data
    )
    select id, solar_date, lunar_date::jsonb, year_gapja, month_gapja, day_gapja,
      solar_term::jsonb, season, moon_phase::jsonb, sun_position::jsonb, astronomical_data::jsonb
    from unnest(
      ${column('id')}::integer[], ${column('solar_date')}::date[], ${column('lunar_date')}::text[],
      ${column('year_gapja')}::smallint[], ${column('month_gapja')}::smallint[], ${column('day_gapja')}::smallint[],
      ${column('solar_term')}::text[], ${column('season')}::text[], ${column('moon_phase')}::text[],
      ${column('sun_position')}::text[], ${column('astronomical_data')}::text[]
    ) as day (
      id, solar_date, lunar_date, year_gapja, month_gapja, day_gapja,
      solar_term, season, moon_phase, sun_position, astronomical_data
    )`;
}
