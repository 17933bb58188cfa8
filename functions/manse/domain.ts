import type { Domain } from '../../platform/manifest/domain.ts';
import { getDay, listDays } from './days/contract.ts';
import { getLunarDay } from './lunar/contract.ts';
import { getMonth } from './months/contract.ts';
import { getSolarTerms } from './solar-terms/contract.ts';

export const manse: Domain = {
  name: 'manse',
  purpose: 'The Korean calendar: lunar dates, pillars, solar terms, moon and sun of every day.',
  http: {
    entry: 'functions/manse/http.ts',
    operations: [getDay, listDays, getMonth, getSolarTerms, getLunarDay],
    // Half a core: a day takes some 20 µs of it, a year of days some 5 ms.
    memoryMb: 1024,
    timeoutSeconds: 10,
  },
  alarms: [
    {
      name: 'manse-errors',
      impact: 'Some callers get an error instead of the calendar.',
      metric: { source: 'lambda', name: 'Errors' },
      statistic: 'sum',
      threshold: 1,
      comparison: 'greater-or-equal',
      periodMinutes: 5,
      breachingPeriods: 1,
      evaluationPeriods: 1,
    },
    {
      name: 'manse-5xx',
      impact: 'Some callers get our own fault (5xx) instead of the calendar.',
      metric: { source: 'heal7', name: 'http_5xx' },
      statistic: 'sum',
      threshold: 1,
      comparison: 'greater-or-equal',
      periodMinutes: 5,
      breachingPeriods: 2,
      evaluationPeriods: 3,
    },
    {
      name: 'manse-throttles',
      impact: 'Callers are turned away because the function may not run more copies at once.',
      metric: { source: 'lambda', name: 'Throttles' },
      statistic: 'sum',
      threshold: 1,
      comparison: 'greater-or-equal',
      periodMinutes: 5,
      breachingPeriods: 1,
      evaluationPeriods: 1,
    },
  ],
};
