import type { Database } from '../../../platform/db/database.ts';
import { type Route, route } from '../../../platform/http/route.ts';
import { writeRoute } from '../../../platform/http/write-route.ts';
import { unsealed } from '../../../platform/idempotency/stored-answer.ts';
import { checkInHandler } from './check-in.http.ts';
import { checkOutHandler } from './check-out.http.ts';
import { tellComfortHandler } from './comfort.http.ts';
import { checkIn, checkOut, getVisit, listVisits, tellComfort } from './contract.ts';
import { getVisitHandler } from './get.http.ts';
import { listVisitsHandler } from './list.http.ts';

/** What serves `/v1/me/visits`. */
export function visitRoutes(dependencies: { readonly database: Database; newId(): string }): readonly Route[] {
  // Ids, places and times, as in the table: kept for a request sent twice as they are.
  const writing = { database: dependencies.database, seal: unsealed };
  return [
    writeRoute(checkIn, writing, checkInHandler(dependencies)),
    writeRoute(checkOut, writing, checkOutHandler),
    writeRoute(tellComfort, writing, tellComfortHandler),
    route(listVisits, listVisitsHandler(dependencies)),
    route(getVisit, getVisitHandler(dependencies)),
  ];
}
