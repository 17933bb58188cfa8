import * as z from 'zod';
import { accountSuspended } from '../../../platform/accounts/kinds.ts';
import { operation } from '../../../platform/http/operation.ts';
import { nextCursor, pageQuery } from '../../../platform/http/sealed-cursor.ts';
import { personNotFound } from '../../../platform/people/kinds.ts';
import { optionsInput } from '../../../platform/vocabulary/birth.ts';
import { instantOutput } from '../../../platform/vocabulary/dates.ts';
import { chartSchema } from '../charts/chart.ts';
import { interpretationOutput } from './interpretations/interpretation.ts';
import { chartNotFound, personChanged, tooManyCharts } from './kinds.ts';

const tens = z.number().min(0).max(100);

const summaryFields = {
  id: z.uuid(),
  personId: z.uuid(),
  engineVersion: z.string().meta({ description: 'By which it was calculated; it stays as it was.' }),
  fiveElements: z
    .strictObject({ wood: tens, fire: tens, earth: tens, metal: tens, water: tens })
    .meta({ description: 'Percent, in tens: what is kept in the clear of a chart.' }),
  accuracyScore: tens.meta({ description: 'How sure the pillars are: percent, in tens.' }),
  createdAt: instantOutput,
};

const storedChartOutput = z.strictObject({ ...summaryFields, chart: chartSchema }).meta({ id: 'StoredChart' });

const personParams = z.strictObject({ personId: z.uuid() });
export const chartParams = personParams.extend({ chartId: z.uuid() });

const common = { tag: 'me', auth: 'user', recheck: true } as const;
const path = '/v1/me/people/{personId}/charts';

export const createStoredChart = operation({
  ...common,
  id: 'createStoredChart',
  method: 'POST',
  path,
  summary: { ko: '사람의 명식을 저장합니다', en: 'Store a chart of a person' },
  description:
    'From the birth that the person has. The chart and what it was made from are encrypted under your own key. When the ' +
    'birth is corrected, its charts are deleted.',
  idempotency: 'optional',
  replay: 'current',
  request: {
    params: personParams,
    body: z.strictObject({ options: optionsInput.optional() }).meta({ id: 'NewChart' }),
  },
  response: { status: 201, description: 'The chart as stored.', body: storedChartOutput, freshness: 'none' },
  errors: ['place_required', personNotFound, chartNotFound, personChanged, tooManyCharts, accountSuspended],
  examples: { requests: { default: { summary: 'Default options', value: {} } } },
});

export const listStoredCharts = operation({
  ...common,
  id: 'listStoredCharts',
  method: 'GET',
  path,
  summary: { ko: '사람의 명식 목록을 봅니다', en: 'List the charts of a person' },
  description: 'Newest first, without the charts themselves: nothing personal is read.',
  request: { params: personParams, query: z.strictObject(pageQuery) },
  response: {
    status: 200,
    description: 'A page of them.',
    body: z.strictObject({
      charts: z.array(z.strictObject(summaryFields).meta({ id: 'StoredChartSummary' })),
      nextCursor,
    }),
    freshness: 'none',
  },
  errors: [personNotFound],
});

export const getLatestChart = operation({
  ...common,
  id: 'getLatestChart',
  method: 'GET',
  path: `${path}/latest`,
  summary: { ko: '가장 최근 명식을 풀이와 함께 봅니다', en: 'Get the latest chart with its interpretations' },
  request: { params: personParams },
  response: {
    status: 200,
    description: 'The chart, and every interpretation it has.',
    body: storedChartOutput.extend({ interpretations: z.array(interpretationOutput) }).meta({ id: 'LatestChart' }),
    freshness: 'none',
  },
  errors: [chartNotFound],
});

export const getStoredChart = operation({
  ...common,
  id: 'getStoredChart',
  method: 'GET',
  path: `${path}/{chartId}`,
  summary: { ko: '명식 하나를 봅니다', en: 'Get a stored chart' },
  request: { params: chartParams },
  response: { status: 200, description: 'The chart.', body: storedChartOutput, freshness: 'none' },
  errors: [chartNotFound],
});
