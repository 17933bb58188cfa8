import type { JobDeclaration } from '../../../platform/manifest/domain.ts';
import { jobAlarms } from '../../../platform/manifest/job-alarms.ts';

const everyDay = (hour: number, minute: number) =>
  ({ cron: `${minute} ${hour} * * *`, timeZone: 'Asia/Seoul' }) as const;

/** The jobs that carry out what users ask for of their own data. */
export const meJobs: readonly JobDeclaration[] = [
  {
    name: 'make-exports',
    purpose: 'Exports that users asked for are there to be taken',
    entry: 'functions/users/make-exports.job.ts',
    schedule: { cron: '* * * * *', timeZone: 'Asia/Seoul' },
    database: 'app',
    tables: { keys: 'read' },
    keys: ['unwrap'],
    memoryMb: 512,
    timeoutSeconds: 600,
    alarms: jobAlarms('make-exports', 2, {
      failed: 'Somebody waits for the copy of their data that they asked for.',
      notRun: 'Everybody who asks for a copy of their data waits for it.',
    }),
  },
  {
    name: 'delete-expired-exports',
    purpose: 'Exports older than seven days are gone',
    entry: 'functions/users/delete-expired-exports.job.ts',
    schedule: everyDay(1, 50),
    database: 'app',
    memoryMb: 256,
    timeoutSeconds: 300,
    alarms: jobAlarms('delete-expired-exports', 26, {
      failed: 'Nobody notices: they are not given any more. Copies of personal data are kept for longer than we say.',
      notRun: 'Nobody notices: they are not given any more. Copies of personal data are kept for longer than we say.',
    }),
  },
  {
    name: 'finish-erasures',
    purpose: 'The keys of whoever was erased are destroyed, also where the request ended before that',
    entry: 'functions/users/finish-erasures.job.ts',
    schedule: { cron: '*/5 * * * *', timeZone: 'Asia/Seoul' },
    database: 'app',
    tables: { keys: 'write', cache: 'write' },
    memoryMb: 256,
    timeoutSeconds: 240,
    alarms: jobAlarms('finish-erasures', 2, {
      failed: 'Somebody who erased their account was told of a fault, and their data in backups can still be opened.',
      notRun: 'Data of erased accounts in backups may still be openable where a request was cut off.',
    }),
  },
  {
    name: 'apply-erasures',
    purpose: 'Nothing of whoever was erased has come back with a restored database or table of keys',
    entry: 'functions/users/apply-erasures.job.ts',
    schedule: everyDay(4, 10),
    database: 'app',
    tables: { keys: 'write', cache: 'write' },
    streams: ['user-events', 'consultation-events'],
    memoryMb: 256,
    timeoutSeconds: 900,
    alarms: jobAlarms('apply-erasures', 26, {
      failed: 'After a restore: accounts that were erased may be there again.',
      notRun: 'After a restore: accounts that were erased may be there again.',
    }),
  },
];
