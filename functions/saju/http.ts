import { ENGINE_VERSION } from '@heal7/saju-engine';
import type { Authenticate } from '../../platform/http/authorise.ts';
import { httpFunction } from '../../platform/http/http-function.ts';
import { lateRoutes } from '../../platform/http/late-routes.ts';
import { route } from '../../platform/http/route.ts';
import { stopwatch } from '../../platform/observability/stopwatch.ts';
import { createAuspiciousDays } from './auspicious-days/contract.ts';
import { createAuspiciousDaysHandler } from './auspicious-days/create.http.ts';
import { createChart, createCharts } from './charts/contract.ts';
import { createChartHandler } from './charts/create.http.ts';
import { createChartsHandler } from './charts/create-batch.http.ts';
import { createCompatibility } from './compatibility/contract.ts';
import { createCompatibilityHandler } from './compatibility/create.http.ts';
import { getGlossary } from './glossary/contract.ts';
import { getGlossaryHandler } from './glossary/get.http.ts';
import { createInterpretation } from './interpretations/contract.ts';
import { createInterpretationHandler } from './interpretations/create.http.ts';
import { createLuck } from './luck/contract.ts';
import { createLuckHandler } from './luck/create.http.ts';
import { createSearch } from './search/contract.ts';
import { createSearchHandler } from './search/create.http.ts';
import { storedChartOperations } from './stored-chart-operations.ts';

// Charts are calculated without an account: what only kept ones need (database, keys, tables) is loaded when one is asked for.
const authenticate: Authenticate = async (...request) => {
  const { authenticateFromEnvironment } = await import('../../platform/tokens/authenticate-from-environment.ts');
  return authenticateFromEnvironment(...request);
};
const storedChartRoutes = async () => (await import('./stored-chart-routes.ts')).storedChartRoutesFromEnvironment();

export const handler = httpFunction({
  name: 'saju',
  release: ENGINE_VERSION,
  authenticate,
  routes: [
    route(createChart, createChartHandler(stopwatch)),
    route(createCharts, createChartsHandler(stopwatch)),
    route(createLuck, createLuckHandler(stopwatch)),
    route(createInterpretation, createInterpretationHandler(stopwatch)),
    route(createCompatibility, createCompatibilityHandler(stopwatch)),
    route(createAuspiciousDays, createAuspiciousDaysHandler(stopwatch)),
    route(getGlossary, getGlossaryHandler),
    route(createSearch, createSearchHandler(stopwatch)),
    ...lateRoutes(storedChartOperations, storedChartRoutes),
  ],
});
