import { httpFunction } from '../../platform/http/http-function.ts';
import { lateRoutes } from '../../platform/http/late-routes.ts';
import { authenticateFromEnvironment } from '../../platform/tokens/authenticate-from-environment.ts';
import { iotDependenciesFromEnvironment } from './dependencies.ts';
import { iotOperations } from './operations.ts';
import { iotRoutes } from './routes.ts';

export const handler = httpFunction({
  name: 'iot',
  release: '1.0.0',
  authenticate: authenticateFromEnvironment,
  // At the first request: one machine's engines start after its functions are loaded.
  routes: lateRoutes(iotOperations, async () => iotRoutes(iotDependenciesFromEnvironment())),
});
