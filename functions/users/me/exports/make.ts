import type { FieldCipher } from '../../../../platform/encryption/field-cipher.ts';
import type { Job } from '../../../../platform/jobs/job.ts';
import { writeLog } from '../../../../platform/observability/log-sink.ts';
import { loggableError } from '../../../../platform/observability/loggable-error.ts';
import { type CollectDependencies, collect } from './collect.ts';
import { contentPlace, packed } from './content.ts';
import { countFailure, deleteExpiredExports, listRequested, saveContent } from './store.ts';

export interface MakeDependencies extends CollectDependencies {
  readonly cipher: FieldCipher;
  now(): Date;
}

interface RequestedExport {
  readonly id: string;
  readonly userId: string;
}

const PURPOSE = 'make-exports';

/** Makes one export. Two that make the same at once keep one of the two. */
export async function makeExport(
  dependencies: MakeDependencies,
  { id, userId }: RequestedExport,
  requestId: string,
): Promise<void> {
  const { database, cipher, now } = dependencies;
  const collecting = { actorId: PURPOSE, purpose: PURPOSE, requestId };
  const document = await collect(dependencies, userId, collecting, now());
  const content = await cipher.seal(contentPlace(userId, id), await packed(document));
  await database.transaction(tx => saveContent(tx, id, content, now()));
}

/** A run has ten minutes; an export takes some 50 ms. */
const MOST_IN_A_RUN = 1_000;

/**
 * Makes what has been asked for. One that fails does not keep the others from theirs; the run fails afterwards.
 * @param dependencies made from those of the run
 */
export function makeExports(dependencies: (job: Parameters<Job>[0]) => MakeDependencies): Job {
  return async job => {
    const making = dependencies(job);
    let made = 0;
    let failure: unknown;
    for (const requested of await listRequested(job.database.sql, MOST_IN_A_RUN)) {
      try {
        await makeExport(making, requested, requested.id);
        made++;
      } catch (error) {
        failure = error;
        writeLog(JSON.stringify({ level: 'error', event: 'export-failed', error: loggableError(error) }));
        await job.database.transaction(tx => countFailure(tx, requested.id));
      }
      job.progress({ made });
    }
    if (failure !== undefined) throw failure;
    return { made };
  };
}

/** Deletes exports whose seven days are over. */
export const deleteExports: Job = async ({ database, now }) => ({
  deleted: await deleteExpiredExports(database.sql, now()),
});
