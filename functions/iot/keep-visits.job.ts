import { jobFunction } from '../../platform/jobs/job-function.ts';
import { keepVisits } from './visits/upkeep.ts';

export const handler = jobFunction({ name: 'keep-visits', run: keepVisits });
