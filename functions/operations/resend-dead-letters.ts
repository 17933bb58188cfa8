import { markPageResent, type Put, resend } from '../../platform/events/resend-dead-letters.ts';
import type { Job } from '../../platform/jobs/job.ts';
import type { JobArgument } from '../../platform/jobs/job-arguments.ts';
import type { Domain } from '../../platform/manifest/domain.ts';

/** As many as a call of a stream takes many times over; a crash leaves no more than these marked and not sent. */
const PAGE_SIZE = 500;

/** Whose they may be. */
export function consumers(domains: readonly Domain[]): JobArgument {
  return {
    name: 'CONSUMER',
    optional: true,
    oneOf: () => domains.flatMap(({ streams = [] }) => streams.map(({ name }) => name)),
  };
}

/**
 * Sends the dead letters of a consumer again, of all consumers where none is named, the oldest first. What is refused again
 * meanwhile is not sent twice in a run.
 */
export function resendDeadLetters(put: Put): Job {
  return async ({ database, now, progress, arguments: [consumer] }) => {
    const started = now();
    for (let resent = 0; ; ) {
      const page = await resend(database, put, tx => markPageResent(tx, { consumer, started, now: now() }, PAGE_SIZE));
      resent += page;
      if (page < PAGE_SIZE) return { resent };
      progress({ resent });
    }
  };
}
