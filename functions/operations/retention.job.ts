import { jobFunction } from '../../platform/jobs/job-function.ts';
import { applyRetention } from './retention.ts';

export const handler = jobFunction({ name: 'retention', run: applyRetention });
