import type { Database } from '../../platform/db/database.ts';
import { databaseFromEnvironment } from '../../platform/db/environment.ts';
import { publishingFromEnvironment } from '../../platform/events/publishing.ts';
import { limiterOfEnvironment } from '../../platform/rate-limit/environment.ts';
import type { Limiter } from '../../platform/rate-limit/limiter.ts';
import { eventsOfUser } from './events/limits.ts';

/** What this domain's operations work with. */
export interface AnalyticsDependencies {
  readonly database: Database;
  readonly limits: { readonly eventsOfUser: Pick<Limiter, 'consume'> };
}

/** @throws ConfigurationError naming every variable that is wrong */
export function analyticsDependenciesFromEnvironment(): AnalyticsDependencies {
  const database = publishingFromEnvironment(databaseFromEnvironment());
  return { database, limits: { eventsOfUser: limiterOfEnvironment(eventsOfUser) } };
}
