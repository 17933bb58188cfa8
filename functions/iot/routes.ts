import { type Route, route } from '../../platform/http/route.ts';
import { alertRoutes } from './alerts/routes.ts';
import type { IotDependencies } from './dependencies.ts';
import { deviceRoutes } from './devices/routes.ts';
import { createLiveTicket } from './live-tickets/contract.ts';
import { createLiveTicketHandler } from './live-tickets/create.http.ts';
import { readingRoutes } from './readings/routes.ts';
import { getVisitStatistics } from './visit-statistics/contract.ts';
import { getVisitStatisticsHandler } from './visit-statistics/get.http.ts';
import { visitRoutes } from './visits/routes.ts';
import { webhookRoutes } from './webhooks/routes.ts';

/** `iotOperations` at work. */
export function iotRoutes(dependencies: IotDependencies): readonly Route[] {
  return [
    ...deviceRoutes(dependencies),
    ...readingRoutes(dependencies),
    ...visitRoutes(dependencies),
    route(getVisitStatistics, getVisitStatisticsHandler(dependencies)),
    route(createLiveTicket, createLiveTicketHandler(dependencies)),
    ...alertRoutes(dependencies),
    ...webhookRoutes(dependencies),
  ];
}
