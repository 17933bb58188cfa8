import type { Domain } from '../../platform/manifest/domain.ts';
import { getLiveness, getReadiness } from './health/contract.ts';
import { referenceOperations } from './reference/contract.ts';
import { swaggerAssets } from './reference/swagger-assets.ts';

export const operations: Domain = {
  name: 'operations',
  purpose: 'Health, the API reference, and answers to addresses that do not exist',
  http: {
    entry: 'functions/operations/http.ts',
    operations: [getLiveness, getReadiness, ...referenceOperations],
    fallback: true,
    memoryMb: 512,
    timeoutSeconds: 10,
    assets: swaggerAssets.map(({ specifier }) => specifier),
  },
  alarms: [
    {
      name: 'operations-errors',
      impact: 'Health checks and the API reference fail; requests to wrong addresses get an error without a reason.',
      metric: { source: 'lambda', name: 'Errors' },
      statistic: 'sum',
      threshold: 1,
      comparison: 'greater-or-equal',
      periodMinutes: 5,
      breachingPeriods: 1,
      evaluationPeriods: 1,
    },
    {
      name: 'operations-throttles',
      impact: 'Some health checks and pages of the API reference are refused with 503.',
      metric: { source: 'lambda', name: 'Throttles' },
      statistic: 'sum',
      threshold: 1,
      comparison: 'greater-or-equal',
      periodMinutes: 5,
      breachingPeriods: 2,
      evaluationPeriods: 3,
    },
    {
      name: 'operations-5xx',
      impact: 'Health checks or the API reference are answered with our own fault (5xx).',
      metric: { source: 'heal7', name: 'http_5xx' },
      statistic: 'sum',
      threshold: 1,
      comparison: 'greater-or-equal',
      periodMinutes: 5,
      breachingPeriods: 2,
      evaluationPeriods: 3,
    },
  ],
};
