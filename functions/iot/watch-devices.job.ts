import { databaseFromEnvironment } from '../../platform/db/environment.ts';
import { publishingFromEnvironment } from '../../platform/events/publishing.ts';
import { jobFunction } from '../../platform/jobs/job-function.ts';
import { watchDevices } from './alerts/watch-devices.ts';

export const handler = jobFunction({
  name: 'watch-devices',
  run: watchDevices,
  database: () => publishingFromEnvironment(databaseFromEnvironment()),
});
