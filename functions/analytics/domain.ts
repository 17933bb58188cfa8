import type { Domain } from '../../platform/manifest/domain.ts';
import { httpAlarms } from '../../platform/manifest/http-alarms.ts';
import { jobAlarms } from '../../platform/manifest/job-alarms.ts';
import { activityEvents } from './events.ts';
import { analyticsOperations } from './operations.ts';
import { analyticsPipelines, pipelineSteps } from './pipelines.ts';
import { analyticsStreams } from './streams.ts';

export const analytics: Domain = {
  name: 'analytics',
  purpose: 'What users do in apps, and what follows from it; statistics of each day, for dashboards',
  http: {
    entry: 'functions/analytics/http.ts',
    operations: analyticsOperations,
    memoryMb: 512,
    timeoutSeconds: 10,
    database: 'app',
    tables: { cache: 'write' },
    keys: ['verify'],
    streams: ['user-events', 'consultation-events'],
  },
  events: activityEvents,
  streams: analyticsStreams,
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
    ...pipelineSteps,
  ],
  pipelines: analyticsPipelines,
  alarms: [
    ...httpAlarms('analytics', {
      errors: 'Apps cannot report what their users do, and have to send it again; users are recommended nothing.',
      faults: 'Apps get our own fault (5xx) when they report what their users do, or ask what to recommend them.',
      throttles: 'Apps are turned away because the function may not run more copies at once, and have to send again.',
    }),
  ],
};
