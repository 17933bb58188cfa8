import type { Sql } from '../../platform/db/database.ts';
import type { Job } from '../../platform/jobs/job.ts';
import { hotWindowDays } from '../../platform/timeseries/hot-window.ts';

/**
 * Makes the partitions that rows of the next three months need, and of readings that come late: as far back as they are taken,
 * which is never one that the retention has dropped. Gives how many it made.
 */
export async function makePartitions(sql: Sql, today: Date): Promise<number> {
  const made = await sql<{ name: string }[]>`
    select ensure_partitions(
      korean_date(${today}) - ${hotWindowDays()}::int,
      (korean_date(${today}) + interval '3 months')::date
    ) as name`;
  return made.length;
}

/** Each night: one that fails is made up for in the next. */
export const ensurePartitions: Job = async ({ now, database }) => {
  const made = await database.transaction(tx => makePartitions(tx, now()));
  return { made };
};
