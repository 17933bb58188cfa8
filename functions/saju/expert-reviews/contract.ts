import * as z from 'zod';
import { operation } from '../../../platform/http/operation.ts';
import { nextCursor, pageQuery } from '../../../platform/http/sealed-cursor.ts';
import { instantOutput } from '../../../platform/vocabulary/dates.ts';
import { chartSchema } from '../charts/chart.ts';
import { sectionSchema } from '../interpretations/interpretation.ts';
import { interpretationType } from '../people-charts/interpretations/interpretation.ts';
import { alreadyReviewed } from '../people-charts/interpretations/kinds.ts';
import { readingFields } from '../reading.ts';
import { reviewNotFound } from './kinds.ts';

const params = z.strictObject({ interpretationId: z.uuid() });
const common = { tag: 'expert', auth: { roles: ['expert'] }, recheck: true } as const;
const path = '/v1/expert/reviews';

const requestFields = { interpretationId: z.uuid(), type: interpretationType, requestedAt: instantOutput };

/** What an expert reads: neither date, place nor name, beyond what pillars tell. */
const reviewedChart = chartSchema
  .pick({ engineVersion: true, options: true, sex: true, pillars: true, voidBranches: true })
  .extend(readingFields)
  .meta({ id: 'ChartForReview' });

export const listReviewRequests = operation({
  ...common,
  id: 'listReviewRequests',
  method: 'GET',
  path,
  summary: { ko: '감수 요청 목록을 봅니다', en: 'List requests for review' },
  description: 'Oldest first; nothing personal is read.',
  request: { query: z.strictObject(pageQuery) },
  response: {
    status: 200,
    description: 'A page of them.',
    body: z.strictObject({
      requests: z.array(z.strictObject(requestFields).meta({ id: 'ReviewRequested' })),
      nextCursor,
    }),
    freshness: 'none',
  },
  errors: [],
});

export const getReviewRequest = operation({
  ...common,
  id: 'getReviewRequest',
  method: 'GET',
  path: `${path}/{interpretationId}`,
  summary: { ko: '감수할 풀이를 봅니다', en: 'Read what is to be reviewed' },
  description: 'Only while the user asks for it. The user sees that you did.',
  request: { params },
  response: {
    status: 200,
    description: 'The pillars with their reading, and the interpretation.',
    body: z.strictObject({ ...requestFields, chart: reviewedChart, section: sectionSchema }),
    freshness: 'none',
  },
  errors: [reviewNotFound],
});

export const createReview = operation({
  ...common,
  id: 'createReview',
  method: 'POST',
  path: `${path}/{interpretationId}`,
  summary: { ko: '감수를 남깁니다', en: 'Give a review' },
  description: 'Encrypted under the user’s key: afterwards only the user reads it.',
  idempotency: 'optional',
  request: {
    params,
    body: z.strictObject({ review: z.string().trim().min(1).max(5_000) }).meta({ id: 'NewReview' }),
  },
  response: {
    status: 201,
    description: 'Stored.',
    body: z.strictObject({ interpretationId: z.uuid(), reviewedAt: instantOutput }),
    freshness: 'none',
  },
  errors: [reviewNotFound, alreadyReviewed],
  examples: { requests: { review: { summary: '감수 (a review)', value: { review: '풀이가 용신과 잘 맞습니다.' } } } },
});
