import type { Database } from '../../../platform/db/database.ts';
import { type Route, route } from '../../../platform/http/route.ts';
import { acknowledgeAlertHandler } from './acknowledge.http.ts';
import { acknowledgeAlert, listAlerts } from './contract.ts';
import { listAlertsHandler } from './list.http.ts';

/** `alertOperations` at work. */
export function alertRoutes(dependencies: { readonly database: Database }): readonly Route[] {
  return [
    route(listAlerts, listAlertsHandler(dependencies)),
    route(acknowledgeAlert, acknowledgeAlertHandler(dependencies)),
  ];
}
