import { ownerDatabaseFromEnvironment } from '../../platform/db/environment.ts';
import { jobFunction } from '../../platform/jobs/job-function.ts';
import { domains } from '../manifest.ts';
import { projections, rebuildProjections } from './rebuild-projection.ts';

// As the owner: it makes tables, and throws them away.
export const handler = jobFunction({
  name: 'rebuild-projection',
  run: rebuildProjections(domains),
  arguments: [projections(domains)],
  database: ownerDatabaseFromEnvironment,
});
