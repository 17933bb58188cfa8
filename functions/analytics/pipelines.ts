import type { JobDeclaration, PipelineDeclaration } from '../../platform/manifest/domain.ts';
import { pipelineAlarms } from '../../platform/manifest/pipeline-alarms.ts';

const step = { trigger: 'pipeline', database: 'app' } as const;

/** The steps of the daily pipeline. Each also runs alone: `npm run job NAME [-- DAY]`. */
export const pipelineSteps: readonly JobDeclaration[] = [
  {
    ...step,
    name: 'analyze-saju-accuracy',
    purpose: 'saju_accuracy_daily says how the interpretations of the last week were received',
    entry: 'functions/analytics/analyze-saju-accuracy.job.ts',
    memoryMb: 256,
    timeoutSeconds: 120,
    alarms: [],
  },
  {
    ...step,
    name: 'analyze-content-quality',
    purpose: 'content_quality_daily says how good the posts of the last month are, and which are spam',
    entry: 'functions/analytics/analyze-content-quality.job.ts',
    // A page of the longest texts, and what is made of them.
    memoryMb: 512,
    timeoutSeconds: 600,
    alarms: [],
  },
  {
    ...step,
    name: 'aggregate-sensor-data',
    purpose: 'sensor_daily_aggregates, sensor_environment_daily and sensor_anomalies know the day that ended',
    entry: 'functions/analytics/aggregate-sensor-data.job.ts',
    memoryMb: 512,
    timeoutSeconds: 600,
    alarms: [
      {
        name: 'sensor-anomalies',
        impact: 'A room is not as it should be, or a device measures wrongly or not at all: its visitors notice.',
        metric: { source: 'heal7', name: 'sensor_anomalies' },
        statistic: 'sum',
        threshold: 1,
        comparison: 'greater-or-equal',
        periodMinutes: 60,
        breachingPeriods: 1,
        evaluationPeriods: 1,
      },
    ],
  },
];

export const analyticsPipelines: readonly PipelineDeclaration[] = [
  {
    name: 'daily-data-processing',
    purpose: 'The day that ended is analysed: interpretations, posts, and what devices measured',
    schedule: { cron: '0 2 * * *', timeZone: 'Asia/Seoul' },
    steps: ['analyze-saju-accuracy', 'analyze-content-quality', 'aggregate-sensor-data'],
    retries: { attempts: 2, intervalSeconds: 300 },
    // All attempts of all steps take an hour and three quarters at most.
    alarms: pipelineAlarms('daily-data-processing', 27, {
      failed:
        'Scores of posts and of interpretations are those of the day before; nobody is told what was wrong with rooms.',
      notRun: 'Scores of posts and of interpretations are those of days ago; nobody is told what was wrong with rooms.',
    }),
  },
];
