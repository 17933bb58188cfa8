import type { Sql, Transaction } from '../../../../platform/db/database.ts';
import { DEFAULT_PREFERENCES, type Preferences } from './contract.ts';

/** Those of the account, with the defaults for what a release since then has added. */
export async function findPreferences(sql: Sql, userId: string): Promise<Preferences> {
  const [row] = await sql<Preferences[]>`
    select favorite_services as "favoriteServices", notification_settings as notifications, theme_preferences as theme,
      consultation_preferences as consultation
    from user_preferences where user_id = ${userId}`;
  const { favoriteServices, notifications, theme, consultation } = row ?? DEFAULT_PREFERENCES;
  return {
    favoriteServices,
    notifications: { ...DEFAULT_PREFERENCES.notifications, ...notifications },
    theme: { ...DEFAULT_PREFERENCES.theme, ...theme },
    consultation: { ...DEFAULT_PREFERENCES.consultation, ...consultation },
  };
}

export async function savePreferences(
  tx: Transaction,
  id: string,
  userId: string,
  { favoriteServices, notifications, theme, consultation }: Preferences,
  now: Date,
): Promise<void> {
  const { json } = tx;
  await tx`
    insert into user_preferences (id, user_id, favorite_services, notification_settings, theme_preferences,
      consultation_preferences, created_at, updated_at)
    values (${id}, ${userId}, ${json([...favoriteServices])}, ${json(notifications)}, ${json(theme)}, ${json(consultation)},
      ${now}, ${now})
    on conflict (user_id) do update set
      (favorite_services, notification_settings, theme_preferences, consultation_preferences, updated_at) =
      (excluded.favorite_services, excluded.notification_settings, excluded.theme_preferences,
       excluded.consultation_preferences, excluded.updated_at)`;
}
