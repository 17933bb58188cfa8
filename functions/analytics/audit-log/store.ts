import type { Transaction } from '../../../platform/db/database.ts';
import type { AuditEntry } from './audited-events.ts';

export async function insertEntries(tx: Transaction, entries: readonly AuditEntry[]): Promise<void> {
  await tx`
    insert into audit_log (stream_id, version, event_type, concern, actor_id, subject_id, request_id, details, occurred_at)
    select * from jsonb_to_recordset(${tx.json(entries as never)}) as entries (
      "streamId" text, version integer, "eventType" text, concern text, "actorId" text, "subjectId" uuid, "requestId" text,
      details jsonb, "occurredAt" timestamptz)`;
}
