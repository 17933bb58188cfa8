import type { Job } from '../../platform/jobs/job.ts';

/** Days for which raw readings are kept. */
export const READINGS_DAYS = 30;

/**
 * Makes the partitions that rows of the next three months need, and of readings that come late: as far back as they are
 * kept, which is never one that the retention has dropped.
 */
export const ensurePartitions: Job = async ({ now, database }) => {
  const today = now();
  const made = await database.transaction(
    tx => tx<{ name: string }[]>`
      select ensure_partitions(
        korean_date(${today}) - ${READINGS_DAYS}::int,
        (korean_date(${today}) + interval '3 months')::date
      ) as name`,
  );
  return { made: made.length };
};
