import type { Answer } from '../../../platform/http/operation.ts';
import type { redeliverDeadLetter } from './contract.ts';
import type { DeadLetterRow } from './store.ts';

/** A dead letter as it is answered. */
export function deadLetterAnswer(row: DeadLetterRow): Answer<typeof redeliverDeadLetter.response.body> {
  const { id, consumer, stream, shard, event_stream, event_version, event_type, reason, state, failures } = row;
  return {
    id,
    consumer,
    stream,
    shard,
    sequenceNumber: row.sequence_number,
    event: event_stream === null ? null : { stream: event_stream, version: event_version, type: event_type },
    reason,
    errorClass: row.error_class,
    errorCode: row.error_code,
    state,
    failures,
    deadLetteredAt: row.dead_lettered_at.toISOString(),
    resentAt: row.resent_at?.toISOString() ?? null,
    closedAt: row.closed_at?.toISOString() ?? null,
  };
}
