import { jobFunction } from '../../platform/jobs/job-function.ts';
import { refreshDailyStatistics } from './daily-statistics.ts';

export const handler = jobFunction({ name: 'daily-statistics', run: refreshDailyStatistics });
