import { randomUUID } from 'node:crypto';
import type { JobHandler } from '../../platform/jobs/job-function.ts';
import type { Domain, JobDeclaration } from '../../platform/manifest/domain.ts';
import type { JobCounts } from '../../platform/observability/job-log.ts';

/** The jobs of all domains. */
export function jobsOf(domains: readonly Domain[]): readonly JobDeclaration[] {
  return domains.flatMap(({ jobs = [] }) => jobs);
}

/**
 * Runs a job once, as Lambda would; its code is loaded at its first run.
 * @throws JobFailed, once the run has been logged
 */
export async function runJob({ entry }: JobDeclaration, args: readonly string[] = []): Promise<JobCounts> {
  const { handler } = (await import(new URL(`../../${entry}`, import.meta.url).href)) as { handler: JobHandler };
  return handler({ arguments: args }, { awsRequestId: randomUUID() });
}
