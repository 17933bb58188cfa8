import type { Domain } from '../../platform/manifest/domain.ts';
import { httpAlarms } from '../../platform/manifest/http-alarms.ts';
import { jobAlarms } from '../../platform/manifest/job-alarms.ts';
import { deadLetterOperations } from './dead-letters/contract.ts';
import { eventOperations } from './events/contract.ts';
import { getLiveness, getReadiness } from './health/contract.ts';
import { referenceOperations } from './reference/contract.ts';
import { swaggerAssets } from './reference/swagger-assets.ts';

export const operations: Domain = {
  name: 'operations',
  purpose:
    'Health, the API reference, answers to addresses that do not exist, and the upkeep of the database and of what consumers keep',
  http: {
    entry: 'functions/operations/http.ts',
    operations: [getLiveness, getReadiness, ...referenceOperations, ...eventOperations, ...deadLetterOperations],
    // Only dead letters need an account and a database: health and pages start without their code.
    lateCode: true,
    database: 'app',
    tables: { cache: 'write' },
    keys: ['verify'],
    streams: ['user-events', 'sensor-data', 'consultation-events'],
    fallback: true,
    memoryMb: 512,
    timeoutSeconds: 10,
    assets: swaggerAssets.map(({ specifier }) => specifier),
  },
  jobs: [
    {
      name: 'migrate',
      purpose: 'The database has the schema and the reference data of this version',
      entry: 'functions/operations/migrate.job.ts',
      trigger: 'deployment',
      database: 'owner',
      // One whole core: 73,442 days of the calendar are computed.
      memoryMb: 1769,
      timeoutSeconds: 840,
      folders: ['db/migrations'],
      // A deployment waits for it, and fails with it.
      alarms: [],
    },
    {
      name: 'partitions',
      purpose: 'Tables that are divided by time have partitions for the next three months',
      entry: 'functions/operations/partitions.job.ts',
      schedule: { cron: '10 1 * * *', timeZone: 'Asia/Seoul' },
      database: 'app',
      memoryMb: 256,
      timeoutSeconds: 60,
      alarms: jobAlarms('partitions', 26, {
        failed: 'Nobody notices for three months; then readings and bookings are refused.',
        notRun: 'Nobody notices for three months; then readings and bookings are refused.',
      }),
    },
    {
      name: 'retention',
      purpose:
        'Readings older than 30 days are gone, and so are answers kept for requests sent twice, access records and audit entries of two years ago, and dead letters closed 30 days ago',
      entry: 'functions/operations/retention.job.ts',
      schedule: { cron: '40 1 * * *', timeZone: 'Asia/Seoul' },
      database: 'app',
      memoryMb: 256,
      timeoutSeconds: 300,
      alarms: jobAlarms('retention', 26, {
        failed: 'Nobody notices; data is kept for longer than we say, and storage grows.',
        notRun: 'Nobody notices; data is kept for longer than we say, and storage grows.',
      }),
    },
    {
      name: 'relay-events',
      purpose: 'Events that nobody who wrote them could publish are published',
      entry: 'functions/operations/relay-events.job.ts',
      schedule: { cron: '* * * * *', timeZone: 'Asia/Seoul' },
      database: 'app',
      streams: ['user-events', 'consultation-events'],
      memoryMb: 512,
      timeoutSeconds: 120,
      alarms: [
        ...jobAlarms('relay-events', 1, {
          failed: 'What happened takes effect late: recommendations, activity, the audit log. Nothing is lost.',
          notRun: 'What happened takes effect late where its writer could not publish it. Nothing is lost.',
        }),
        {
          name: 'relay-events-behind',
          impact: 'What happened takes effect minutes late: recommendations, activity, the audit log. Nothing is lost.',
          metric: { source: 'heal7', name: 'relay_lag_seconds' },
          statistic: 'maximum',
          // Two runs of the job could not publish it.
          threshold: 120,
          comparison: 'greater',
          periodMinutes: 5,
          breachingPeriods: 2,
          evaluationPeriods: 2,
        },
      ],
    },
    {
      name: 'resend-dead-letters',
      purpose: 'Records that a consumer (its name, or all of them) had set aside are in their streams again',
      entry: 'functions/operations/resend-dead-letters.job.ts',
      trigger: 'operator',
      database: 'app',
      streams: ['user-events', 'sensor-data', 'consultation-events'],
      memoryMb: 256,
      timeoutSeconds: 900,
      // Whoever starts it sees how it ends.
      alarms: [],
    },
    {
      name: 'rebuild-projection',
      purpose: 'What a consumer (its name, or all of them) keeps is what follows from events',
      entry: 'functions/operations/rebuild-projection.job.ts',
      trigger: 'operator',
      database: 'owner',
      // One whole core: each event is read and applied again.
      memoryMb: 1769,
      timeoutSeconds: 900,
      alarms: [],
    },
    {
      name: 'rotate-keys',
      purpose:
        "Users' keys are wrapped by the current master key, and nobody's data is sealed under a key of over a year",
      entry: 'functions/operations/rotate-keys.job.ts',
      schedule: { cron: '20 3 * * 1,4', timeZone: 'Asia/Seoul' },
      database: 'app',
      tables: { keys: 'scan' },
      keys: ['wrap', 'rewrap'],
      memoryMb: 256,
      // 20 users at once, each some 15 ms: a million after a change of the master key. What is left, the next run does.
      timeoutSeconds: 900,
      alarms: jobAlarms('rotate-keys', 100, {
        failed: 'Nobody notices; keys stay under a master key that is to be given up, or seal for longer than a year.',
        notRun: 'Nobody notices; keys stay under a master key that is to be given up, or seal for longer than a year.',
      }),
    },
  ],
  alarms: [
    ...httpAlarms('operations', {
      errors: 'Health checks and the API reference fail; requests to wrong addresses get an error without a reason.',
      faults: 'Health checks or the API reference are answered with our own fault (5xx).',
      throttles: 'Some health checks and pages of the API reference are refused with 503.',
    }),
  ],
};
