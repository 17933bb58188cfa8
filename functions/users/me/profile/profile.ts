import type { OpenRecorded } from '../../../../platform/audit/open-recorded.ts';
import type { Sql } from '../../../../platform/db/database.ts';
import type { FieldPlace } from '../../../../platform/encryption/field-cipher.ts';
import type { OutputOf } from '../../../../platform/http/operation.ts';
import type { getProfile } from './contract.ts';
import { findProfile } from './store.ts';

/** Reads the profile of the user who asks: e-mail address and phone number are opened, so the access is recorded. */
export async function readProfile(
  sql: Sql,
  openRecorded: OpenRecorded,
  { userId, purpose, requestId }: { readonly userId: string; readonly purpose: string; readonly requestId: string },
): Promise<OutputOf<typeof getProfile>> {
  const row = await findProfile(sql, userId);
  const place = (column: 'email' | 'phone_number'): FieldPlace => ({ userId, table: 'users', column, rowId: userId });
  const kept = (['email', 'phone_number'] as const).filter(column => row[column] !== null);
  const access = { actorId: userId, subjectId: userId, purpose, requestId, places: kept.map(place) };
  const opened = await openRecorded(access, async opener =>
    Object.fromEntries(
      await Promise.all(
        kept.map(async column => [column, Buffer.from(await opener.open(place(column), row[column]!)).toString()]),
      ),
    ),
  );
  return {
    id: userId,
    email: opened.email ?? null,
    phoneNumber: opened.phone_number ?? null,
    nickname: row.nickname,
    profileImageUrl: row.profile_image_url,
    locale: row.locale,
    timeZone: row.timezone,
    accountStatus: row.account_status,
    roles: row.roles,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
