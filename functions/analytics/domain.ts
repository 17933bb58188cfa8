import type { Domain } from '../../platform/manifest/domain.ts';
import { jobAlarms } from '../../platform/manifest/job-alarms.ts';

export const analytics: Domain = {
  name: 'analytics',
  purpose: 'Statistics of each day, for dashboards',
  jobs: [
    {
      name: 'daily-statistics',
      purpose: 'daily_statistics counts everything up to now',
      entry: 'functions/analytics/daily-statistics.job.ts',
      // Within the hour, and soon after midnight, when a day is complete.
      schedule: { cron: '5 * * * *', timeZone: 'Asia/Seoul' },
      database: 'app',
      memoryMb: 256,
      timeoutSeconds: 300,
      alarms: jobAlarms('daily-statistics', 3, {
        failed: 'Dashboards show the statistics of an hour ago.',
        notRun: 'Dashboards show the statistics of hours ago.',
      }),
    },
  ],
  alarms: [],
};
