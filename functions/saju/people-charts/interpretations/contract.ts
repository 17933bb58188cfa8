import * as z from 'zod';
import { accountSuspended } from '../../../../platform/accounts/kinds.ts';
import { operation } from '../../../../platform/http/operation.ts';
import { chartParams } from '../contract.ts';
import { chartNotFound } from '../kinds.ts';
import { interpretationOutput, interpretationType, ratingFields, reviewOutput } from './interpretation.ts';
import { alreadyReviewed, chartOutdated, interpretationExists, interpretationNotFound } from './kinds.ts';

const params = chartParams.extend({ type: interpretationType });
const common = { tag: 'me', auth: 'user', recheck: true } as const;
const path = '/v1/me/people/{personId}/charts/{chartId}/interpretations';

export const createStoredInterpretation = operation({
  ...common,
  id: 'createStoredInterpretation',
  method: 'POST',
  path,
  summary: { ko: '저장한 명식을 풀이합니다', en: 'Interpret a stored chart' },
  description: 'Written rules choose the sentences, as in `POST /v1/saju/interpretations`. Encrypted as the chart is.',
  idempotency: 'optional',
  replay: 'current',
  request: {
    params: chartParams,
    body: z.strictObject({ type: interpretationType }).meta({ id: 'NewInterpretation' }),
  },
  response: {
    status: 201,
    description: 'The interpretation as stored.',
    body: interpretationOutput,
    freshness: 'none',
  },
  errors: [chartNotFound, interpretationNotFound, interpretationExists, chartOutdated, accountSuspended],
  examples: { requests: { personality: { summary: '성격 (character)', value: { type: 'personality' } } } },
});

export const getStoredInterpretation = operation({
  ...common,
  id: 'getStoredInterpretation',
  method: 'GET',
  path: `${path}/{type}`,
  summary: { ko: '저장한 풀이를 봅니다', en: 'Get a stored interpretation' },
  request: { params },
  response: { status: 200, description: 'The interpretation.', body: interpretationOutput, freshness: 'none' },
  errors: [interpretationNotFound],
});

export const rateInterpretation = operation({
  ...common,
  id: 'rateInterpretation',
  method: 'PUT',
  path: `${path}/{type}/rating`,
  summary: { ko: '풀이를 평가합니다', en: 'Rate an interpretation' },
  description: 'In place of an earlier rating. What you write is encrypted under your own key.',
  idempotency: 'optional',
  replay: 'current',
  request: {
    params,
    body: z
      .strictObject({ rating: ratingFields.rating, feedback: ratingFields.feedback.optional() })
      .meta({ id: 'NewRating' }),
  },
  response: {
    status: 200,
    description: 'The rating as stored.',
    body: z.strictObject(ratingFields),
    freshness: 'none',
  },
  errors: [interpretationNotFound, accountSuspended],
  examples: { requests: { good: { summary: '4 of 5', value: { rating: 4, feedback: '성격 풀이가 잘 맞아요.' } } } },
});

export const requestReview = operation({
  ...common,
  id: 'requestReview',
  method: 'PUT',
  path: `${path}/{type}/review-request`,
  summary: { ko: '전문가의 감수를 요청합니다', en: 'Ask for an expert’s review' },
  description:
    'With your consent an expert reads the pillars of this chart and this interpretation, and nothing else; you see who ' +
    'did in `GET /v1/me/access-history`. Until the review is there the request can be withdrawn.',
  idempotency: 'optional',
  replay: 'current',
  request: {
    params,
    body: z
      .strictObject({
        consent: z.literal(true).meta({ description: 'That an expert reads what is described above.' }),
      })
      .meta({ id: 'ReviewRequest' }),
  },
  response: { status: 200, description: 'Requested.', body: reviewOutput, freshness: 'none' },
  errors: [interpretationNotFound, alreadyReviewed, accountSuspended],
  examples: { requests: { consent: { summary: 'With consent', value: { consent: true } } } },
});

export const withdrawReviewRequest = operation({
  ...common,
  id: 'withdrawReviewRequest',
  method: 'DELETE',
  path: `${path}/{type}/review-request`,
  summary: { ko: '감수 요청을 거둡니다', en: 'Withdraw a request for review' },
  description: 'No expert can read the chart from then on.',
  request: { params },
  response: { status: 204, description: 'Withdrawn.', body: z.undefined(), freshness: 'none' },
  errors: [interpretationNotFound, alreadyReviewed],
});
