import type { Database } from '../../../platform/db/database.ts';
import type { Handler } from '../../../platform/http/route.ts';
import { deadLetterAnswer } from './answer.ts';
import type { getDeadLetter } from './contract.ts';
import { findRecord, findRow } from './store.ts';

/** A record has a megabyte; nobody reads all of it. */
const MOST_CHARACTERS = 100_000;

/** One that was set aside, with its record. */
export function getDeadLetterHandler({
  database: { sql },
}: {
  readonly database: Pick<Database, 'sql'>;
}): Handler<typeof getDeadLetter> {
  return async ({ params: { deadLetterId } }) => {
    const row = await findRow(sql, deadLetterId);
    const record = await findRecord(sql, deadLetterId);
    // What is not UTF-8 is shown as far as it is.
    const text = new TextDecoder().decode(record);
    return {
      ...deadLetterAnswer(row),
      record: {
        bytes: record.byteLength,
        text: text.slice(0, MOST_CHARACTERS).toWellFormed(),
        truncated: text.length > MOST_CHARACTERS,
      },
    };
  };
}
