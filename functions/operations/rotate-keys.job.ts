import { encryptionFromEnvironment } from '../../platform/encryption/environment.ts';
import { rotateKeys } from '../../platform/encryption/rotate-keys.ts';
import { jobFunction } from '../../platform/jobs/job-function.ts';

export const handler = jobFunction({
  name: 'rotate-keys',
  run: ({ now, progress }) => rotateKeys({ ...encryptionFromEnvironment(), now, progress }),
});
