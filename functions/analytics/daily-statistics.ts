import type { Job } from '../../platform/jobs/job.ts';

/** Computes the statistics of every day again; who reads them meanwhile has the former ones. */
export const refreshDailyStatistics: Job = async ({ database }) => {
  const [{ days }] = await database.transaction(async tx => {
    await tx`select refresh_daily_statistics()`;
    return tx<[{ days: number }]>`select count(*)::int as days from daily_statistics`;
  });
  return { days };
};
