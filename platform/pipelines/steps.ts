import type { Domain, JobDeclaration, PipelineDeclaration } from '../manifest/domain.ts';

/** A pipeline with the jobs that are its steps, in order. */
export interface Pipeline extends PipelineDeclaration {
  readonly domain: string;
  readonly jobs: readonly JobDeclaration[];
}

/**
 * The pipelines of a domain.
 * @throws RangeError for a step that is no job of the domain, or one that something else starts too
 */
export function pipelinesOf({ name: domain, jobs = [], pipelines = [] }: Domain): readonly Pipeline[] {
  return pipelines.map(pipeline => ({
    ...pipeline,
    domain,
    jobs: pipeline.steps.map(step => {
      const job = jobs.find(({ name }) => name === step);
      if (job?.trigger !== 'pipeline') throw new RangeError(`${pipeline.name}: ${domain} has no step "${step}"`);
      return job;
    }),
  }));
}
