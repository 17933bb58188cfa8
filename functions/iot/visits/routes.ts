import type { Database } from '../../../platform/db/database.ts';
import { type Route, route } from '../../../platform/http/route.ts';
import { preparedWriteRoute, writeRoute } from '../../../platform/http/write-route.ts';
import { unsealed } from '../../../platform/idempotency/stored-answer.ts';
import { checkInWrite } from './check-in.http.ts';
import { checkOutWrite } from './check-out.http.ts';
import { tellComfortHandler } from './comfort.http.ts';
import { checkIn, checkOut, getVisit, listVisits, tellComfort } from './contract.ts';
import { getVisitHandler } from './get.http.ts';
import { listVisitsHandler } from './list.http.ts';

/** What serves `/v1/me/visits`. */
export function visitRoutes(dependencies: { readonly database: Database; newId(): string }): readonly Route[] {
  // Ids and hashes, beside a table that says places and times as they are.
  const writing = { database: dependencies.database, seal: unsealed };
  return [
    preparedWriteRoute(checkIn, writing, checkInWrite(dependencies)),
    preparedWriteRoute(checkOut, writing, checkOutWrite(dependencies)),
    writeRoute(tellComfort, writing, tellComfortHandler),
    route(listVisits, listVisitsHandler(dependencies)),
    route(getVisit, getVisitHandler(dependencies)),
  ];
}
