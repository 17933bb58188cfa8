import { jobFunction } from '../../platform/jobs/job-function.ts';
import { deleteExports } from './me/exports/make.ts';

export const handler = jobFunction({ name: 'delete-expired-exports', run: deleteExports });
