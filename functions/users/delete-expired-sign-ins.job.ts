import { jobFunction } from '../../platform/jobs/job-function.ts';
import { deleteExpiredSignIns } from './sessions/delete-expired.ts';

export const handler = jobFunction({ name: 'delete-expired-sign-ins', run: deleteExpiredSignIns });
