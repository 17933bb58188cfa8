import type { Database } from '../../../platform/db/database.ts';
import { DomainError } from '../../../platform/errors/domain-error.ts';
import { markResent, type Put, resend } from '../../../platform/events/resend-dead-letters.ts';
import type { Handler } from '../../../platform/http/route.ts';
import { RecordsNotAccepted } from '../../../platform/streams/producer.ts';
import { deadLetterAnswer } from './answer.ts';
import type { redeliverDeadLetter } from './contract.ts';
import { deadLetterClosed, streamUnavailable } from './kinds.ts';
import { findRow } from './store.ts';

const RETRY_AFTER = { 'retry-after': '5' };

/** Puts the record of a dead letter into its stream again. */
export function redeliverDeadLetterHandler({
  database,
  put,
}: {
  readonly database: Database;
  readonly put: Put;
}): Handler<typeof redeliverDeadLetter> {
  return async ({ params: { deadLetterId } }, { now }) => {
    const sent = await resend(database, put, tx => markResent(tx, deadLetterId, now())).catch((error: unknown) => {
      throw error instanceof RecordsNotAccepted ? new DomainError(streamUnavailable, {}, RETRY_AFTER) : error;
    });
    const row = await findRow(database.sql, deadLetterId);
    if (sent === 0) throw new DomainError(deadLetterClosed, { state: row.state });
    return deadLetterAnswer(row);
  };
}
