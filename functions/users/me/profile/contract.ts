import * as z from 'zod';
import { accountErased, keysUnavailable } from '../../../../platform/encryption/kinds.ts';
import { operation } from '../../../../platform/http/operation.ts';
import { timeZoneSchema } from '../../../../platform/places/place-input.ts';
import { instantOutput } from '../../../../platform/vocabulary/dates.ts';

const nickname = z
  .string()
  .trim()
  .min(1)
  .max(50)
  .meta({ description: 'What others see of you.', examples: ['달빛'] });

const locale = z.enum(['ko-KR', 'en-US']).meta({ description: 'The language of messages to you.' });

const profileImageUrl = z
  .url({ protocol: /^https$/ })
  .max(500)
  .meta({ description: 'Public, over https.', examples: ['https://cdn.example.com/me.webp'] });

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
        nickname: nickname.optional(),
        profileImageUrl: profileImageUrl.nullable().optional(),
        locale: locale.optional(),
        timeZone: timeZoneSchema.optional(),
      })
      .meta({ id: 'ProfileChange' }),
  },
  response: { status: 200, description: 'Your profile as it is now.', body: profileSchema, freshness: 'none' },
  errors: [accountErased, keysUnavailable],
  examples: { requests: { nickname: { summary: 'Another nickname', value: { nickname: '달빛' } } } },
});
