import { deleteExpiredAccessRecords, deleteExpiredAuditEntries } from '../../platform/audit/delete-expired.ts';
import { deleteInBatches } from '../../platform/db/delete-in-batches.ts';
import { deleteExpired } from '../../platform/idempotency/delete-expired.ts';
import type { Job } from '../../platform/jobs/job.ts';
import { hotWindowDays } from '../../platform/timeseries/hot-window.ts';
import { dropExpiredPartitions } from './drop-partitions.ts';

/**
 * Drops what has been kept for its time: partitions of readings, answers kept for who asks twice, records of access and of
 * deeds, dead letters that are closed.
 */
export const applyRetention: Job = async ({ now, database, progress }) => {
  const today = now();
  // A day longer than readings are taken for: none that ingest lets through has lost its place meanwhile.
  const dropped = await dropExpiredPartitions(database.sql, hotWindowDays() + 1, today);
  progress({ dropped });
  const deleted = await deleteExpired(database.sql, today, { progress: soFar => progress({ deleted: soFar }) });
  const accessRecords = await deleteExpiredAccessRecords(database.sql, {
    progress: soFar => progress({ accessRecords: soFar }),
  });
  const auditEntries = await deleteExpiredAuditEntries(database.sql, {
    progress: soFar => progress({ auditEntries: soFar }),
  });
  const deadLetters = await deleteInBatches(database.sql, 'delete_closed_dead_letters', {
    progress: soFar => progress({ deadLetters: soFar }),
  });
  return { dropped, deleted, accessRecords, auditEntries, deadLetters };
};
