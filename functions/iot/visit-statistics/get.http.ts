import type { Database } from '../../../platform/db/database.ts';
import type { Handler } from '../../../platform/http/route.ts';
import { isComfortTold } from './comfort-told.ts';
import { FEWEST_VISITORS, type getVisitStatistics, refuseOtherRanges } from './contract.ts';
import { findParts, type PartRow } from './store.ts';

/** How a place was used, of enough visitors together that nobody is recognised. */
export function getVisitStatisticsHandler({
  database: { reader },
}: {
  readonly database: Pick<Database, 'reader'>;
}): Handler<typeof getVisitStatistics> {
  return async ({ query: { locationId, from, to } }) => {
    refuseOtherRanges(from, to);
    const rows = await findParts(reader, locationId, from, to);
    const told = rows.filter(({ visitors }) => visitors >= FEWEST_VISITORS);
    return {
      parts: told.map(row => ({
        date: row.date,
        timeSlot: row.time_slot,
        visitors: row.visitors,
        averageDwellMinutes: row.average_dwell,
        ...comfortOf(row),
        points: row.points,
      })),
      withheld: rows.length - told.length,
    };
  };
}

function comfortOf(row: PartRow) {
  const isTold = isComfortTold(row);
  return { averageComfort: isTold ? row.average_comfort : null, askedComfort: isTold ? row.asked : null };
}
