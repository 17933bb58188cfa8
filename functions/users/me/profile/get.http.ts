import { type Handler, routeKey } from '../../../../platform/http/route.ts';
import type { MeDependencies } from '../dependencies.ts';
import { getProfile } from './contract.ts';
import { readProfile } from './profile.ts';

/** The profile of who asks. */
export function getProfileHandler({
  database: { sql },
  openRecorded,
}: Pick<MeDependencies, 'database' | 'openRecorded'>): Handler<typeof getProfile> {
  const purpose = routeKey(getProfile);
  return (_, { caller: { userId }, requestId }) => readProfile(sql, openRecorded, { userId, purpose, requestId });
}
