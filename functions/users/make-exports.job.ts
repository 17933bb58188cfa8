import { createAccessLog } from '../../platform/audit/access-log.ts';
import { openRecorded } from '../../platform/audit/open-recorded.ts';
import { encryptionFromEnvironment } from '../../platform/encryption/environment.ts';
import { jobFunction } from '../../platform/jobs/job-function.ts';
import { makeExports } from './me/exports/make.ts';

export const handler = jobFunction({
  name: 'make-exports',
  run: makeExports(({ database, now }) => {
    const { cipher } = encryptionFromEnvironment();
    return {
      database,
      cipher,
      openRecorded: openRecorded({ cipher, log: createAccessLog(database.sql), now }),
      now,
    };
  }),
});
