import type { Domain } from '../../platform/manifest/domain.ts';
import { httpAlarms } from '../../platform/manifest/http-alarms.ts';
import { jobAlarms } from '../../platform/manifest/job-alarms.ts';
import { privacyAlarms } from '../../platform/manifest/privacy-alarms.ts';
import { userEvents } from './events.ts';
import { meJobs } from './me/jobs.ts';
import { usersOperations } from './operations.ts';

export const users: Domain = {
  name: 'users',
  purpose: 'Accounts: signing up and in, sessions, API keys; and what users ask of their own data.',
  http: {
    entry: 'functions/users/http.ts',
    operations: usersOperations,
    // A whole core: a password takes 30 to 60 ms of one.
    memoryMb: 1769,
    timeoutSeconds: 15,
    database: 'app',
    tables: { cache: 'write', keys: 'write' },
    keys: ['wrap', 'unwrap', 'hash', 'sign', 'verify'],
    streams: ['user-events', 'consultation-events'],
    messages: ['email', 'sms'],
    internet: true,
    secrets: [
      'HEAL7_KAKAO_CLIENT_ID',
      'HEAL7_KAKAO_CLIENT_SECRET',
      'HEAL7_NAVER_CLIENT_ID',
      'HEAL7_NAVER_CLIENT_SECRET',
      'HEAL7_GOOGLE_CLIENT_ID',
      'HEAL7_GOOGLE_CLIENT_SECRET',
      'HEAL7_SOCIAL_REDIRECT_URIS',
    ],
  },
  events: userEvents,
  jobs: [
    ...meJobs,
    ...(['grant', 'revoke'] as const).map(
      change =>
        ({
          name: `${change}-role`,
          purpose: `An account (id, e-mail or phone) ${change === 'grant' ? 'has a role' : 'has a role no longer'}`,
          entry: `functions/users/${change}-role.job.ts`,
          trigger: 'operator',
          database: 'app',
          keys: ['hash'],
          memoryMb: 256,
          timeoutSeconds: 60,
          // Whoever starts it sees how it ends.
          alarms: [],
        }) as const,
    ),
    {
      name: 'delete-expired-sign-ins',
      purpose: 'Codes, sessions, devices and counters that are good for nothing any more are gone',
      entry: 'functions/users/delete-expired-sign-ins.job.ts',
      schedule: { cron: '30 2 * * *', timeZone: 'Asia/Seoul' },
      database: 'app',
      memoryMb: 256,
      timeoutSeconds: 300,
      alarms: jobAlarms('delete-expired-sign-ins', 26, {
        failed:
          'Nobody notices: what has expired is not taken. Hashes are kept for longer than we say, and storage grows.',
        notRun:
          'Nobody notices: what has expired is not taken. Hashes are kept for longer than we say, and storage grows.',
      }),
    },
  ],
  alarms: [
    ...httpAlarms('users', {
      errors: 'Some people cannot sign up or log in, and get an error instead.',
      faults: 'Some people get our own fault (5xx) when they sign up, log in or ask for their data.',
      throttles: 'People are turned away because the function may not run more copies at once.',
    }),
    ...privacyAlarms('users', {
      keysUnavailable: 'People who sign up, or ask for what is theirs, are told to come back in a moment.',
      unopened: 'Somebody does not get their own data; it may have been tampered with.',
      unrecorded: 'People do not get their own data, since who reads it could not be recorded.',
    }),
    {
      name: 'users-busy',
      impact:
        'People who log in or sign up are told to come back in a moment: too many passwords are compared at once.',
      metric: { source: 'problems', name: 'busy', codes: ['busy'] },
      statistic: 'sum',
      threshold: 10,
      comparison: 'greater-or-equal',
      periodMinutes: 5,
      breachingPeriods: 2,
      evaluationPeriods: 3,
    },
    {
      name: 'users-refresh-tokens-reused',
      impact:
        'Somebody’s session was used by two clients and has been ended: a stolen token, or an app that keeps old ones.',
      metric: { source: 'heal7', name: 'refresh_tokens_reused' },
      statistic: 'sum',
      threshold: 20,
      comparison: 'greater-or-equal',
      periodMinutes: 60,
      breachingPeriods: 1,
      evaluationPeriods: 1,
    },
    {
      name: 'users-passwords-guessed',
      impact: 'Somebody tries passwords on many accounts. Their owners may be asked for a code; nobody is locked out.',
      metric: { source: 'heal7', name: 'logins_refused' },
      statistic: 'sum',
      threshold: 2_000,
      comparison: 'greater-or-equal',
      periodMinutes: 5,
      breachingPeriods: 2,
      evaluationPeriods: 3,
    },
    {
      name: 'users-notices-not-sent',
      impact: 'Owners are not told that a password was changed or a log-in linked.',
      metric: { source: 'heal7', name: 'notices_not_sent' },
      statistic: 'sum',
      threshold: 1,
      comparison: 'greater-or-equal',
      periodMinutes: 60,
      breachingPeriods: 1,
      evaluationPeriods: 1,
    },
  ],
};
