import { type Route, route } from '../../platform/http/route.ts';
import { preparedWriteRoute } from '../../platform/http/write-route.ts';
import { unsealed } from '../../platform/idempotency/stored-answer.ts';
import type { AnalyticsDependencies } from './dependencies.ts';
import { reportEvents } from './events/contract.ts';
import { reportEventsWrite } from './events/report.http.ts';
import { getRecommendations } from './recommendations/contract.ts';
import { getRecommendationsHandler } from './recommendations/get.http.ts';

/** `analyticsOperations` at work. */
export function analyticsRoutes(dependencies: AnalyticsDependencies): readonly Route[] {
  const { database } = dependencies;
  return [
    // Kept for a request sent twice are counts, which are nobody's secret.
    preparedWriteRoute(reportEvents, { database, seal: unsealed }, reportEventsWrite(dependencies)),
    route(getRecommendations, getRecommendationsHandler(dependencies)),
  ];
}
