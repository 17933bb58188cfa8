import { jobFunction } from '../../platform/jobs/job-function.ts';
import { ensurePartitions } from './partitions.ts';

export const handler = jobFunction({ name: 'partitions', run: ensurePartitions });
