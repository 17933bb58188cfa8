import type { Database } from '../../../platform/db/database.ts';
import type { Handler } from '../../../platform/http/route.ts';
import type { discardDeadLetter } from './contract.ts';
import { discard } from './store.ts';

/** Gives a dead letter up; one that was given up stays so. */
export function discardDeadLetterHandler({
  database,
}: {
  readonly database: Pick<Database, 'transaction'>;
}): Handler<typeof discardDeadLetter> {
  return async ({ params: { deadLetterId } }, { now }) => {
    await database.transaction(tx => discard(tx, deadLetterId, now()));
    return undefined;
  };
}
