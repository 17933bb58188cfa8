import * as z from 'zod';
import { problemSchema } from '../../../platform/errors/problem.ts';
import { listParameter } from '../../../platform/http/list-parameter.ts';
import { operation } from '../../../platform/http/operation.ts';
import { personInput } from '../../../platform/vocabulary/birth.ts';
import { birthErrors } from '../../../platform/vocabulary/birth-errors.ts';
import { chartAnswer } from './answer.ts';
import { CHART_PARTS, chartSchema } from './chart.ts';
import { birthExample } from './examples.ts';

const partsQuery = z.strictObject({
  include: listParameter(CHART_PARTS).optional().meta({
    description: 'Parts wanted, separated by commas; all if absent. Date, pillars and 공망 are always there.',
  }),
});

export const createChart = operation({
  id: 'createChart',
  method: 'POST',
  path: '/v1/saju/charts',
  tag: 'saju',
  summary: { ko: '사주 명식을 계산합니다', en: 'Calculate a saju chart' },
  description:
    'Four pillars that are right to the second, with hidden stems, ten gods, stages, napeum, voids, palaces and ten-year ' +
    'luck; every correction that was made, and how sure each pillar is; and the reading: elements, strength, pattern, ' +
    'useful god, relations and stars, each judgement with the rule, its source and the facts it used.',
  auth: 'none',
  apiKeys: true,
  request: { query: partsQuery, body: personInput },
  response: { status: 200, description: 'The chart.', body: chartSchema, freshness: 'deterministic' },
  errors: birthErrors,
  examples: {
    requests: {
      clock: { summary: 'By clock time, in Seoul', value: birthExample },
      hourBranch: {
        summary: '축시만 아는 음력 생일 (a lunar date with only the branch of the hour)',
        value: {
          birth: { calendar: 'lunar', date: '1971-05-15', isLeapMonth: true, hourBranch: '축시' },
          place: { name: '부산' },
          sex: 'male',
        },
      },
      unknownHour: {
        summary: 'Hour unknown, born abroad',
        value: { birth: { date: '1988-07-01' }, place: { name: 'New York' }, sex: 'male' },
      },
    },
    responses: {
      full: { summary: '전체 (everything)', answer: () => chartAnswer(personInput.parse(birthExample)) },
      parts: {
        summary: 'include=strength,pattern,usefulGod',
        answer: () => chartAnswer(personInput.parse(birthExample), ['strength', 'pattern', 'usefulGod']),
      },
    },
  },
});

const MOST_CHARTS = 100;

export const createCharts = operation({
  id: 'createCharts',
  method: 'POST',
  path: '/v1/saju/charts/batch',
  tag: 'saju',
  summary: { ko: '사주 명식을 한꺼번에 계산합니다', en: 'Calculate many saju charts at once' },
  description: `Up to ${MOST_CHARTS} charts. Each is answered by itself: a bad birth gets its own problem and spoils no other.`,
  auth: 'none',
  apiKeys: true,
  request: {
    query: partsQuery,
    body: z
      .strictObject({
        people: z
          .array(z.unknown().meta({ override: { $ref: '#/components/schemas/Person' } }))
          .min(1)
          .max(MOST_CHARTS),
      })
      .meta({ id: 'People' }),
  },
  response: {
    status: 200,
    description: 'A result for each person, in order.',
    body: z.strictObject({
      results: z.array(
        z
          .strictObject({ chart: chartSchema.nullable(), problem: problemSchema.nullable() })
          .meta({ id: 'ChartResult', description: 'Either a chart or the problem with it.' }),
      ),
    }),
    freshness: 'deterministic',
  },
  errors: [],
  examples: {
    requests: { two: { summary: 'Two people', value: { people: [birthExample, { ...birthExample, sex: 'male' }] } } },
  },
});
