import { append } from '../../../../platform/events/event-store.ts';
import { type Handler, routeKey } from '../../../../platform/http/route.ts';
import { profileChanged, userStream } from '../../events.ts';
import type { MeDependencies } from '../dependencies.ts';
import { updateProfile } from './contract.ts';
import { readProfile } from './profile.ts';
import { updateProfileRow } from './store.ts';

/** Changes what a user may say of themselves, and gives the profile as it is then. */
export function updateProfileHandler({
  database,
  openRecorded,
}: Pick<MeDependencies, 'database' | 'openRecorded'>): Handler<typeof updateProfile> {
  const purpose = routeKey(updateProfile);
  return async ({ body }, { caller: { userId }, requestId, now }) => {
    const { nickname, profileImageUrl, locale, timeZone } = body;
    const given = Object.entries({ nickname, profile_image_url: profileImageUrl, locale, timezone: timeZone });
    const change = Object.fromEntries(given.filter(([, value]) => value !== undefined));
    if (Object.keys(change).length > 0) {
      await database.transaction(async tx => {
        const at = now();
        await updateProfileRow(tx, userId, change, at);
        await append(tx, userStream(userId), 'any', [profileChanged.of({ fields: Object.keys(body) })], {
          occurredAt: at,
          metadata: { requestId },
        });
      });
    }
    return readProfile(database.sql, openRecorded, { userId, purpose, requestId });
  };
}
