import type { EventConsumer } from '../../platform/events/event-consumer.ts';
import { rebuildProjection } from '../../platform/events/rebuild-projection.ts';
import type { Job } from '../../platform/jobs/job.ts';
import type { JobArgument } from '../../platform/jobs/job-arguments.ts';
import type { Domain } from '../../platform/manifest/domain.ts';
import { writeLog } from '../../platform/observability/log-sink.ts';
import { rebuildLine } from '../../platform/observability/rebuild-log.ts';

/**
 * Builds again from events what a consumer keeps, or what each of them does where none is named. One that had become another
 * is told as an error and counted (`projection_differences`), and is right afterwards: the run itself did what it is for.
 *
 * @param domains whose consumers there are
 */
export function rebuildProjections(domains: readonly Domain[]): Job {
  return async ({ database, now, progress, arguments: [name] }) => {
    const counts = { projections: 0, events: 0, same: 0, different: 0, notComparable: 0, changedRows: 0, unapplied: 0 };
    const consumers = await projecting(domains);
    for (const consumer of consumers.filter(each => name === undefined || each.name === name)) {
      const rebuilt = await rebuildProjection(consumer, { database, now, progress });
      const functionName = process.env.AWS_LAMBDA_FUNCTION_NAME ?? 'rebuild-projection';
      writeLog(rebuildLine({ function: functionName, at: now().getTime(), projection: consumer.name, ...rebuilt }));
      counts.projections++;
      counts.events += rebuilt.events;
      counts.same += rebuilt.verdict === 'same' ? 1 : 0;
      counts.different += rebuilt.verdict === 'different' ? 1 : 0;
      counts.notComparable += rebuilt.verdict === 'not comparable' ? 1 : 0;
      counts.changedRows += rebuilt.changedRows;
      counts.unapplied += rebuilt.unapplied;
    }
    return counts;
  };
}

/** Which there are. */
export function projections(domains: readonly Domain[]): JobArgument {
  return {
    name: 'PROJECTION',
    optional: true,
    oneOf: async () => (await projecting(domains)).map(({ name }) => name),
  };
}

async function projecting(domains: readonly Domain[]): Promise<readonly EventConsumer[]> {
  const loaded = await Promise.all(
    domains
      .flatMap(({ streams = [] }) => streams)
      .flatMap(({ consumer }) => (consumer === undefined ? [] : consumer())),
  );
  return loaded.filter(({ projection }) => projection !== undefined);
}
