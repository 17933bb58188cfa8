import type { Domain } from '../../platform/manifest/domain.ts';
import { httpAlarms } from '../../platform/manifest/http-alarms.ts';
import { createAuspiciousDays } from './auspicious-days/contract.ts';
import { createChart, createCharts } from './charts/contract.ts';
import { createCompatibility } from './compatibility/contract.ts';
import { getGlossary } from './glossary/contract.ts';
import { createInterpretation } from './interpretations/contract.ts';
import { createLuck } from './luck/contract.ts';
import { createSearch } from './search/contract.ts';

export const saju: Domain = {
  name: 'saju',
  purpose:
    'Charts and their reading, words, compatibility, days, luck and search: the four pillars and what is read off them.',
  http: {
    entry: 'functions/saju/http.ts',
    operations: [
      createChart,
      createCharts,
      createInterpretation,
      createCompatibility,
      createAuspiciousDays,
      createLuck,
      createSearch,
      getGlossary,
    ],
    // CPU comes with memory: 1,769 MB is one whole core, and a batch of 100 charts is all computation.
    memoryMb: 1769,
    timeoutSeconds: 10,
  },
  alarms: [
    {
      name: 'saju-chart-slow',
      impact: 'Charts take longer than half a second: pages that show them feel stuck.',
      metric: { source: 'heal7', name: 'saju_calculation_duration' },
      statistic: 'p95',
      threshold: 500,
      comparison: 'greater',
      periodMinutes: 5,
      breachingPeriods: 2,
      evaluationPeriods: 3,
    },
    ...httpAlarms('saju', {
      errors: 'Some callers get an error instead of their chart.',
      faults: 'Some callers get our own fault (5xx) instead of their chart.',
      throttles: 'Callers are turned away because the function may not run more copies at once.',
    }),
  ],
};
