import { operation } from '../../../platform/http/operation.ts';
import { birthErrors } from '../../../platform/vocabulary/birth-errors.ts';
import { interpretationAnswer } from './answer.ts';
import { interpretationRequest, interpretationSchema, yearRequired } from './interpretation.ts';

const life = { birth: { date: '1990-05-15', time: '14:30' }, sex: 'female' };

export const createInterpretation = operation({
  id: 'createInterpretation',
  method: 'POST',
  path: '/v1/saju/interpretations',
  tag: 'saju',
  summary: { ko: '사주를 풀이합니다', en: 'Interpret a chart in words' },
  description:
    'Personality, wealth, health, relationship and the luck of a year, in Korean and in English. Written rules choose the ' +
    'sentences; each names the facts of the chart it rests on, as `POST /v1/saju/charts` gives them.',
  auth: 'none',
  apiKeys: true,
  request: { body: interpretationRequest },
  response: {
    status: 200,
    description: 'The sentences by topic.',
    body: interpretationSchema,
    freshness: 'deterministic',
  },
  errors: [...birthErrors, yearRequired, 'year_before_birth'],
  examples: {
    requests: {
      life: { summary: '성격·재물·건강·관계 (a life)', value: life },
      year: { summary: '2027년의 운 (the luck of 2027)', value: { ...life, topics: ['year'], year: 2027 } },
    },
    responses: {
      full: {
        summary: '전체, 2027년의 운까지 (everything, with the luck of 2027)',
        answer: () => interpretationAnswer(interpretationRequest.parse({ ...life, year: 2027 })),
      },
    },
  },
});
