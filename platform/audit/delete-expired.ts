import type { Sql } from '../db/database.ts';
import { type DeleteOptions, deleteInBatches } from '../db/delete-in-batches.ts';

/**
 * Deletes records of access that have been kept for two years by the database's own clock, batch by batch: for the retention
 * job. Nothing younger can be deleted.
 * @returns how many.
 */
export function deleteExpiredAccessRecords(sql: Sql, options?: DeleteOptions): Promise<number> {
  return deleteInBatches(sql, 'delete_expired_access_records', options);
}

/** Likewise for entries of the audit log. */
export function deleteExpiredAuditEntries(sql: Sql, options?: DeleteOptions): Promise<number> {
  return deleteInBatches(sql, 'delete_expired_audit_entries', options);
}
