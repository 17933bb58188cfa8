import { httpFunction } from '../../platform/http/http-function.ts';
import { lateRoutes } from '../../platform/http/late-routes.ts';
import { authenticateFromEnvironment } from '../../platform/tokens/authenticate-from-environment.ts';
import { usersDependenciesFromEnvironment } from './dependencies.ts';
import { usersOperations } from './operations.ts';
import { usersRoutes } from './routes.ts';

export const handler = httpFunction({
  name: 'users',
  release: '1.0.0',
  authenticate: authenticateFromEnvironment,
  // At the first request: one machine's engines start after its functions are loaded.
  routes: lateRoutes(usersOperations, async () => usersRoutes(usersDependenciesFromEnvironment())),
});
