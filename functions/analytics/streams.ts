import type { AlarmDeclaration, StreamDeclaration } from '../../platform/manifest/domain.ts';
import { streamAlarms } from '../../platform/manifest/stream-alarms.ts';

/** What all consumers have in common: effects are rows, seen within seconds. */
const common = {
  database: 'app',
  // At 1,000 events most of the time goes to the database's statements; what is waited for longest is a failover.
  batch: { size: 1_000, windowSeconds: 1 },
  // As long as the stream keeps its records, but for an hour to have them sent again from elsewhere.
  retries: { attempts: 10_000, maximumAgeSeconds: 601_200 },
  memoryMb: 256,
  timeoutSeconds: 60,
} as const;

const anomalies: AlarmDeclaration = {
  name: 'activity-anomalies',
  impact: 'An account did over 100 things in under five minutes: a script has it, or somebody else does.',
  metric: { source: 'heal7', name: 'activity_anomalies' },
  statistic: 'sum',
  threshold: 1,
  comparison: 'greater-or-equal',
  periodMinutes: 5,
  breachingPeriods: 1,
  evaluationPeriods: 1,
};

/** The functions of this domain that streams start. */
export const analyticsStreams: readonly StreamDeclaration[] = [
  {
    ...common,
    name: 'audit-log',
    purpose: 'What was done to accounts and charts is written down, by whom and when, for two years',
    entry: 'functions/analytics/audit-log.stream.ts',
    consumer: async () => (await import('./audit-log/consumer.ts')).auditLog,
    sources: ['user-events', 'consultation-events'],
    alarms: streamAlarms('audit-log', {
      failed: 'Nobody notices; who looks into what happened to an account does not see the last of it yet.',
      behind: 'Nobody notices; who looks into what happened to an account does not see the last minutes yet.',
      deadLetters: 'Nobody notices; the audit log lacks entries of things that happened.',
    }),
  },
  {
    ...common,
    name: 'user-activity',
    purpose: 'Sessions of users are as they were, and one with too much in it has its alert',
    entry: 'functions/analytics/user-activity.stream.ts',
    consumer: async () => (await import('./user-activity/consumer.ts')).userActivity,
    sources: ['user-events'],
    alarms: [
      ...streamAlarms('user-activity', {
        failed: 'Nobody notices; who misuses an account is not told of.',
        behind: 'Nobody notices; who misuses an account is told of minutes late.',
        deadLetters: 'Nobody notices; sessions lack what happened in them, and misuse may not be told of.',
      }),
      anomalies,
    ],
  },
  {
    ...common,
    name: 'warehouse-feed',
    purpose: 'The warehouse counts what users do, by Korean days',
    entry: 'functions/analytics/warehouse-feed.stream.ts',
    consumer: async () => (await import('./warehouse-feed/consumer.ts')).warehouseFeed,
    sources: ['user-events'],
    alarms: streamAlarms('warehouse-feed', {
      failed: 'Reports lack what users did last.',
      behind: 'Reports lack what users did in the last minutes.',
      deadLetters: 'Reports count less than happened.',
    }),
  },
  {
    ...common,
    name: 'interests',
    purpose: 'What is recommended follows from what users do and keep',
    entry: 'functions/analytics/interests.stream.ts',
    consumer: async () => (await import('./interests/consumer.ts')).interests,
    sources: ['user-events'],
    alarms: streamAlarms('interests', {
      failed: 'Users are recommended what they have just taken, dismissed or had interpreted.',
      behind: 'Users are recommended what they took, dismissed or had interpreted minutes ago.',
      deadLetters: 'Some users are recommended things without regard to some of what they did.',
    }),
  },
];
