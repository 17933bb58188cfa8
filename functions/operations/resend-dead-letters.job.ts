import { putIntoStreams } from '../../platform/events/resend-dead-letters.ts';
import { jobFunction } from '../../platform/jobs/job-function.ts';
import { domains } from '../manifest.ts';
import { consumers, resendDeadLetters } from './resend-dead-letters.ts';

export const handler = jobFunction({
  name: 'resend-dead-letters',
  run: resendDeadLetters(putIntoStreams),
  arguments: [consumers(domains)],
});
