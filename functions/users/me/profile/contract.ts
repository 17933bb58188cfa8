import * as z from 'zod';
import { accountErased, keysUnavailable } from '../../../../platform/encryption/kinds.ts';
import { operation } from '../../../../platform/http/operation.ts';
import { targetFault, targetFaults } from '../../../../platform/outbound/target.ts';
import { timeZoneSchema } from '../../../../platform/places/place-input.ts';
import { instantOutput } from '../../../../platform/vocabulary/dates.ts';
import { nicknameInput, nothingVisible } from '../../nickname.ts';

const locale = z.enum(['ko-KR', 'en-US']).meta({ description: 'The language of messages to you.' });

/** Others load it at our word: it is held to what is asked of webhooks. */
const profileImageUrl = z
  .string()
  .max(500)
  .superRefine((url, context) => {
    const fault = targetFault(url, 'public');
    if (fault !== undefined) context.addIssue({ code: 'custom', params: fault });
  })
  .meta({
    override: { format: 'uri', pattern: '^https://' },
    description: 'Public, over https.',
    examples: ['https://cdn.example.com/me.webp'],
  });

const profileSchema = z
  .strictObject({
    id: z.uuid(),
    email: z.string().nullable(),
    phoneNumber: z.string().nullable(),
    nickname: z.string(),
    profileImageUrl: z.string().nullable(),
    locale: z.string(),
    timeZone: z.string(),
    accountStatus: z.enum(['active', 'suspended']),
    roles: z.array(z.string()).meta({ description: 'Beside what every member may.' }),
    createdAt: instantOutput,
    updatedAt: instantOutput,
  })
  .meta({ id: 'Profile' });

const common = { tag: 'me', auth: 'user', recheck: true } as const;

export const getProfile = operation({
  ...common,
  id: 'getProfile',
  method: 'GET',
  path: '/v1/me',
  summary: { ko: '내 정보를 봅니다', en: 'Get your profile' },
  request: {},
  response: { status: 200, description: 'Your profile.', body: profileSchema, freshness: 'none' },
  errors: [accountErased, keysUnavailable],
});

export const updateProfile = operation({
  ...common,
  id: 'updateProfile',
  method: 'PATCH',
  path: '/v1/me',
  summary: { ko: '내 정보를 고칩니다', en: 'Correct your profile' },
  description: 'What is left out stays; a `profileImageUrl` of null takes the image away.',
  request: {
    body: z
      .strictObject({
        nickname: nicknameInput.optional(),
        profileImageUrl: profileImageUrl.nullable().optional(),
        locale: locale.optional(),
        timeZone: timeZoneSchema.optional(),
      })
      .meta({ id: 'ProfileChange' }),
  },
  response: { status: 200, description: 'Your profile as it is now.', body: profileSchema, freshness: 'none' },
  errors: [nothingVisible, ...targetFaults, 'unknown_time_zone', accountErased, keysUnavailable],
  examples: { requests: { nickname: { summary: 'Another nickname', value: { nickname: '달빛' } } } },
});
