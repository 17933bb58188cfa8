import { cacheFromEnvironment } from '../../platform/cache/cache.ts';
import { encryptionFromEnvironment } from '../../platform/encryption/environment.ts';
import { jobFunction } from '../../platform/jobs/job-function.ts';
import { finishErasures } from './me/erasure/apply.ts';

export const handler = jobFunction({
  name: 'finish-erasures',
  run: job => finishErasures({ keys: encryptionFromEnvironment().keys, cache: cacheFromEnvironment() })(job),
});
