import { cacheFromEnvironment } from '../../platform/cache/cache.ts';
import { databaseFromEnvironment } from '../../platform/db/environment.ts';
import { encryptionFromEnvironment } from '../../platform/encryption/environment.ts';
import { publishingFromEnvironment } from '../../platform/events/publishing.ts';
import { jobFunction } from '../../platform/jobs/job-function.ts';
import { applyErasures } from './me/erasure/apply.ts';

export const handler = jobFunction({
  name: 'apply-erasures',
  database: () => publishingFromEnvironment(databaseFromEnvironment()),
  run: job => {
    const { keys, store } = encryptionFromEnvironment();
    return applyErasures({ keys, store, cache: cacheFromEnvironment() })(job);
  },
});
