import * as z from 'zod';
import { accountErased, keysUnavailable } from '../../../../platform/encryption/kinds.ts';
import { operation } from '../../../../platform/http/operation.ts';
import { nextCursor, pageQuery } from '../../../../platform/http/sealed-cursor.ts';
import { instantOutput } from '../../../../platform/vocabulary/dates.ts';

const accessSchema = z
  .strictObject({
    at: instantOutput,
    actor: z.strictObject({
      kind: z.enum(['self', 'account', 'job']).meta({
        description: 'Yourself, somebody else (an expert, an operator), or a job of ours that nobody started by hand.',
      }),
      id: z.string().meta({ description: 'The account or the name of the job.' }),
    }),
    purpose: z.string().meta({ description: 'The operation or the job.', examples: ['GET /v1/me/people/{personId}'] }),
    requestId: z.string(),
    outcome: z.string().meta({ description: '`granted`, or why a value could not be opened.' }),
    items: z
      .array(z.strictObject({ table: z.string(), column: z.string(), rowId: z.string() }))
      .meta({ description: 'What was read: places, no values.' }),
  })
  .meta({ id: 'AccessRecord' });

export const listAccessHistory = operation({
  id: 'listAccessHistory',
  method: 'GET',
  path: '/v1/me/access-history',
  tag: 'me',
  auth: 'user',
  recheck: true,
  summary: { ko: '내 정보를 누가 왜 보았는지 봅니다', en: 'See who read your data, when and why' },
  description: 'Every reading of your encrypted data, your own too, the latest first. Records are kept for two years.',
  request: { query: z.strictObject(pageQuery) },
  response: {
    status: 200,
    description: 'A page of readings.',
    body: z.strictObject({ accesses: z.array(accessSchema), nextCursor }),
    freshness: 'none',
  },
  errors: [accountErased, keysUnavailable],
});
