import { httpFunction } from '../../platform/http/http-function.ts';
import { lateRoutes } from '../../platform/http/late-routes.ts';
import { authenticateFromEnvironment } from '../../platform/tokens/authenticate-from-environment.ts';
import { analyticsDependenciesFromEnvironment } from './dependencies.ts';
import { analyticsOperations } from './operations.ts';
import { analyticsRoutes } from './routes.ts';

export const handler = httpFunction({
  name: 'analytics',
  release: '1.0.0',
  authenticate: authenticateFromEnvironment,
  // At the first request: one machine's engines start after its functions are loaded.
  routes: lateRoutes(analyticsOperations, async () => analyticsRoutes(analyticsDependenciesFromEnvironment())),
});
