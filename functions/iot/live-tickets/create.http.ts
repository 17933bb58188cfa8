import type { Sql } from '../../../platform/db/database.ts';
import { DomainError } from '../../../platform/errors/domain-error.ts';
import type { Handler } from '../../../platform/http/route.ts';
import { type Limiter, tooMany } from '../../../platform/rate-limit/limiter.ts';
import type { Tickets } from '../../../platform/sockets/tickets.ts';
import { hasDevices } from '../live/store.ts';
import type { createLiveTicket } from './contract.ts';
import { locationWithoutDevices } from './kinds.ts';

/** What tickets are made with. */
export interface LiveTicketDependencies {
  readonly database: { readonly sql: Sql };
  readonly live: {
    readonly tickets: Pick<Tickets, 'issue'>;
    readonly ticketsOfUser: Pick<Limiter, 'consume'>;
    /** Where clients connect. @throws ConfigurationError where the environment does not say */
    url(): string;
  };
}

/** Gives a ticket for one connection to the live feed of a location. */
export function createLiveTicketHandler({
  database: { sql },
  live: { tickets, ticketsOfUser, url },
}: LiveTicketDependencies): Handler<typeof createLiveTicket> {
  return async ({ body: { locationId } }, { caller: { userId, sessionId } }) => {
    const use = await ticketsOfUser.consume(userId);
    if (!use.allowed) throw tooMany(use);
    if (!(await hasDevices(sql, locationId))) throw new DomainError(locationWithoutDevices);
    const { ticket, expiresAt } = await tickets.issue({ topic: locationId, userId, sessionId });
    return { ticket, url: `${url()}?ticket=${ticket}`, expiresAt: expiresAt.toISOString() };
  };
}
