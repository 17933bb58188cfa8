import { writeLog } from '../../../../platform/observability/log-sink.ts';
import { loggableError } from '../../../../platform/observability/loggable-error.ts';
import type { MeDependencies } from '../dependencies.ts';
import { makeExport } from './make.ts';

/**
 * Makes exports in the process that was asked, after its answer. For a process that goes on living: Lambda freezes what is
 * not awaited. One that fails is made by the job.
 */
export function startExportHere(
  dependencies: Pick<MeDependencies, 'database' | 'cipher' | 'openRecorded'>,
  now: () => Date,
): NonNullable<MeDependencies['startExport']> {
  return (requested, requestId) => {
    makeExport({ ...dependencies, now }, requested, requestId).catch((error: unknown) =>
      writeLog(JSON.stringify({ level: 'error', event: 'export-failed', requestId, error: loggableError(error) })),
    );
  };
}
