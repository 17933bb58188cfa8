import { FIRST_DAY, LAST_DAY } from '@heal7/saju-engine';
import { calendarRows, calendarTable, insertCalendarRows } from '../../functions/manse/calendar-table.ts';
import { loadReferenceTable } from '../../platform/db/reference-table.ts';
import { inDatabase } from './database.ts';
import { type Bench, type Figure, rounded, showTable } from './figure.ts';
import { median } from './measure.ts';

export const calendarBench: Bench = { 'calendar-load': calendarLoad };

const ROUNDS = 5;
const DAYS = LAST_DAY - FIRST_DAY + 1;
const BATCH_ROWS = 500;

/** Days a second that the calendar's table is loaded with, the engine's work included, against bare inserts of ready rows. */
function calendarLoad(): Promise<readonly Figure[]> {
  return inDatabase(1, async database => {
    const { sql } = database;
    const rows = calendarRows(FIRST_DAY, LAST_DAY);

    const ours = async () => {
      await sql`update reference_data set version = 'none'`;
      await loadReferenceTable(database, calendarTable);
    };
    const bare = () =>
      database.transaction(async tx => {
        await tx`delete from manse_calendar`;
        for (let at = 0; at < rows.length; at += BATCH_ROWS)
          await insertCalendarRows(tx, rows.slice(at, at + BATCH_ROWS));
      });

    const rates = { bare: [] as number[], ours: [] as number[] };
    const measure = async (work: () => Promise<void>) => {
      // What was deleted in the round before would be in the way of this one.
      await sql`truncate manse_calendar`;
      const start = performance.now();
      await work();
      return (DAYS / (performance.now() - start)) * 1000;
    };
    for (let round = 0; round < ROUNDS; round++) {
      rates.bare.push(await measure(bare));
      rates.ours.push(await measure(ours));
    }
    showTable('loading the calendar', [
      { name: 'bare unnest inserts of ready rows', 'rows/s': median(rates.bare) },
      { name: 'load, computing them', 'rows/s': median(rates.ours) },
    ]);
    return [
      {
        name: 'calendar-load',
        value: rounded(median(rates.ours)),
        unit: 'rows/s',
        against: `bare unnest ${rounded(median(rates.bare))}`,
        ratio: rounded(median(rates.ours.map((rate, round) => rate / rates.bare[round]!))),
      },
    ];
  });
}
