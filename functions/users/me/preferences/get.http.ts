import type { Handler } from '../../../../platform/http/route.ts';
import type { MeDependencies } from '../dependencies.ts';
import type { getPreferences } from './contract.ts';
import { findPreferences } from './store.ts';

/** The preferences of who asks. */
export function getPreferencesHandler({
  database: { sql },
}: Pick<MeDependencies, 'database'>): Handler<typeof getPreferences> {
  return (_, { caller: { userId } }) => findPreferences(sql, userId);
}
