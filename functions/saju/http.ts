import { ENGINE_VERSION } from '@heal7/saju-engine';
import { httpFunction } from '../../platform/http/http-function.ts';
import { route } from '../../platform/http/route.ts';
import { stopwatch } from '../../platform/observability/stopwatch.ts';
import { createChart, createCharts } from './charts/contract.ts';
import { createChartHandler } from './charts/create.http.ts';
import { createChartsHandler } from './charts/create-batch.http.ts';
import { createLuck } from './luck/contract.ts';
import { createLuckHandler } from './luck/create.http.ts';
import { createSearch } from './search/contract.ts';
import { createSearchHandler } from './search/create.http.ts';

export const handler = httpFunction({
  name: 'saju',
  release: ENGINE_VERSION,
  routes: [
    route(createChart, createChartHandler(stopwatch)),
    route(createCharts, createChartsHandler(stopwatch)),
    route(createLuck, createLuckHandler(stopwatch)),
    route(createSearch, createSearchHandler(stopwatch)),
  ],
});
