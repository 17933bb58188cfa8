import * as z from 'zod';
import { operation } from '../../../../platform/http/operation.ts';

/** Switches and choices only: a text of one's own could be personal, and these columns are not encrypted. */
const preferencesSchema = z
  .strictObject({
    favoriteServices: z
      .array(z.enum(['saju', 'compatibility', 'auspicious-days', 'luck', 'consultation', 'community']))
      .max(6)
      .refine(services => new Set(services).size === services.length, { error: 'duplicate' }),
    notifications: z.strictObject({
      email: z.boolean(),
      sms: z.boolean(),
      push: z.boolean(),
      dailyFortune: z.boolean(),
      community: z.boolean(),
    }),
    theme: z.strictObject({
      mode: z.enum(['system', 'light', 'dark']),
      textSize: z.enum(['small', 'medium', 'large']),
    }),
    consultation: z.strictObject({
      channel: z.enum(['chat', 'voice', 'video']),
      language: z.enum(['ko', 'en']),
    }),
  })
  .meta({ id: 'Preferences' });

export type Preferences = z.output<typeof preferencesSchema>;

/** Of an account that never said. Nothing is sent that was not asked for. */
export const DEFAULT_PREFERENCES: Preferences = {
  favoriteServices: [],
  notifications: { email: false, sms: false, push: false, dailyFortune: false, community: false },
  theme: { mode: 'system', textSize: 'medium' },
  consultation: { channel: 'chat', language: 'ko' },
};

const common = { tag: 'me', auth: 'user', recheck: true, path: '/v1/me/preferences' } as const;

export const getPreferences = operation({
  ...common,
  id: 'getPreferences',
  method: 'GET',
  summary: { ko: '내 설정을 봅니다', en: 'Get your preferences' },
  request: {},
  response: { status: 200, description: 'Your preferences.', body: preferencesSchema, freshness: 'none' },
  errors: [],
});

export const replacePreferences = operation({
  ...common,
  id: 'replacePreferences',
  method: 'PUT',
  summary: { ko: '내 설정을 바꿉니다', en: 'Replace your preferences' },
  request: { body: preferencesSchema },
  response: {
    status: 200,
    description: 'Your preferences as they are now.',
    body: preferencesSchema,
    freshness: 'none',
  },
  errors: [],
  examples: { requests: { defaults: { summary: 'As they are at first', value: DEFAULT_PREFERENCES } } },
});
