import * as z from 'zod';
import { operation } from '../../../platform/http/operation.ts';
import { instantOutput } from '../../../platform/vocabulary/dates.ts';
import { categories } from '../categories.ts';
import { loweringRules, raisingRules } from './rules.ts';
import { bases } from './sentences.ts';

const counted = ['viewed', 'used', 'read', 'shown', 'taken', 'dismissed', 'interpreted', 'rated_well'] as const;

const reasonSchema = z
  .strictObject({
    rule: z.enum([...raisingRules, ...loweringRules]),
    points: z.number().meta({ description: 'What it adds to the score; negative where it takes from it.' }),
    counts: z
      .partialRecord(z.enum(counted), z.int().min(1))
      .meta({ description: 'What it rests on: how many, of what.' }),
    from: z.array(z.enum(categories)).meta({ description: 'Of the interpretations that it goes on from.' }),
    lastAt: instantOutput.nullable().meta({ description: 'The last of what it rests on.' }),
    sentence: z.string().meta({ description: 'In the language of the answer.' }),
  })
  .meta({ id: 'RecommendationReason' });

const offerSchema = z
  .strictObject({
    code: z.string().meta({ description: 'Stable.', examples: ['compatibility'] }),
    category: z
      .enum(categories)
      .meta({ description: 'To be sent with `activity.offer_shown`, `…taken` and `…dismissed`.' }),
    title: z.strictObject({ ko: z.string(), en: z.string() }),
    request: z
      .strictObject({
        method: z.enum(['GET', 'POST']),
        path: z.string(),
        body: z
          .record(z.string(), z.unknown())
          .nullable()
          .meta({ description: 'What to send, beside the births that the request asks for.' }),
      })
      .meta({ id: 'RecommendedRequest', description: 'The request that leads to it.' }),
    score: z.number().min(0).meta({ description: 'The sum of the points of its reasons.' }),
    reasons: z.array(reasonSchema).min(1),
  })
  .meta({ id: 'Recommendation' });

export const getRecommendations = operation({
  id: 'getRecommendations',
  method: 'GET',
  path: '/v1/me/recommendations',
  tag: 'me',
  summary: { ko: '다음에 볼 만한 것을 추천받습니다', en: 'What to look at next' },
  description:
    'The best first, each with its reasons. By what your apps told of you and by the interpretations you keep, if you consented ' +
    'to `analytics`; without the consent, without anything known, or while processing is suspended, the list for everybody, ' +
    'which says so. An interpretation that you keep is not offered again; what you took or dismissed sinks, and comes back ' +
    'with the days. Written rules weigh it; docs/adr/0059 lists them.',
  auth: 'user',
  recheck: true,
  request: {},
  response: {
    status: 200,
    description: 'The offers.',
    body: z
      .strictObject({
        personalised: z.boolean(),
        basis: z.enum(bases),
        sentence: z.string().meta({ description: 'What that means, in the language of the answer.' }),
        offers: z.array(offerSchema).min(1),
      })
      .meta({ id: 'Recommendations' }),
    freshness: 'none',
  },
  errors: [],
});
