import type { Database } from '../../../platform/db/database.ts';
import type { Handler } from '../../../platform/http/route.ts';
import { apiKeyAnswer } from './answer.ts';
import type { listApiKeys } from './contract.ts';
import { listApiKeyRows } from './store.ts';

/** Ten in use, and those revoked: no page is needed for more. */
const MOST_SHOWN = 100;

/** Lists the account's keys. */
export function listApiKeysHandler({ database }: { readonly database: Database }): Handler<typeof listApiKeys> {
  return async (_, { caller: { userId } }) => {
    const rows = await listApiKeyRows(database.sql, userId, MOST_SHOWN);
    return { keys: rows.map(apiKeyAnswer) };
  };
}
