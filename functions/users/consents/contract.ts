import * as z from 'zod';
import { operation } from '../../../platform/http/operation.ts';
import { consentKinds } from './consent.ts';

export const listConsentTexts = operation({
  id: 'listConsentTexts',
  method: 'GET',
  path: '/v1/consents',
  tag: 'users',
  summary: { ko: '지금 시행 중인 동의문의 버전', en: 'The versions of what is consented to' },
  description: 'What to show before signing up. Each is decided for itself; only `privacy` is required.',
  auth: 'none',
  request: {},
  response: {
    status: 200,
    description: 'Each kind with the version in force.',
    body: z
      .strictObject({
        consents: z.array(
          z
            .strictObject({
              kind: z.enum(consentKinds),
              version: z.string(),
              required: z.boolean(),
              title: z.string().meta({ description: 'In the caller’s language.' }),
            })
            .meta({ id: 'ConsentText' }),
        ),
      })
      .meta({ id: 'ConsentTexts' }),
    freshness: 'none',
  },
  errors: [],
});
