import type { Domain } from '../../platform/manifest/domain.ts';
import { httpAlarms } from '../../platform/manifest/http-alarms.ts';
import { privacyAlarms } from '../../platform/manifest/privacy-alarms.ts';
import { createAuspiciousDays } from './auspicious-days/contract.ts';
import { createChart, createCharts } from './charts/contract.ts';
import { createCompatibility } from './compatibility/contract.ts';
import { chartEvents } from './events.ts';
import { getGlossary } from './glossary/contract.ts';
import { createInterpretation } from './interpretations/contract.ts';
import { createLuck } from './luck/contract.ts';
import { createSearch } from './search/contract.ts';
import { storedChartOperations } from './stored-chart-operations.ts';

export const saju: Domain = {
  name: 'saju',
  purpose:
    'Charts and their reading, words, compatibility, days, luck and search: the four pillars and what is read off them; and ' +
    'the charts that users keep.',
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
      ...storedChartOperations,
    ],
    // CPU comes with memory: 1,769 MB is one whole core, and a batch of 100 charts is all computation.
    memoryMb: 1769,
    timeoutSeconds: 10,
    // Charts are calculated without an account: what only kept ones need is loaded when one is asked for.
    lateCode: true,
    database: 'app',
    tables: { cache: 'write', keys: 'read' },
    keys: ['unwrap', 'verify'],
    streams: ['user-events', 'consultation-events'],
  },
  events: chartEvents,
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
    ...privacyAlarms('saju', {
      keysUnavailable: 'Users who ask for charts that they keep are told to come back in a moment.',
      unopened: 'Somebody does not get a chart that they keep; it may have been tampered with.',
      unrecorded: 'Users do not get the charts that they keep, since who reads them could not be recorded.',
    }),
  ],
};
