import type { AnalyticsDependencies } from '../../../functions/analytics/dependencies.ts';
import { eventsOfUser } from '../../../functions/analytics/events/limits.ts';
import { activityEvents, activityStream } from '../../../functions/analytics/events.ts';
import { analyticsOperations } from '../../../functions/analytics/operations.ts';
import { analyticsRoutes } from '../../../functions/analytics/routes.ts';
import { CONSENT_VERSIONS } from '../../../functions/users/consents/consent.ts';
import { readStream } from '../../../platform/events/event-store.ts';
import { refusedCredentials } from '../../../platform/http/authorise.ts';
import { httpFunction } from '../../../platform/http/http-function.ts';
import { openApiDocument } from '../../../platform/http/openapi.ts';
import { createLimiter } from '../../../platform/rate-limit/limiter.ts';
import { type Client, clientOf } from '../../contract/client.ts';
import { meFunction } from '../users/me-function.ts';

/** A user, and what they send to both functions. */
export interface AppUser {
  readonly userId: string;
  /** To the operations of this domain. */
  readonly call: Client;
  /** To those on one's own data. */
  readonly me: Client;
}

/** The operations of the analytics domain beside those on one's own data, on the same engines. */
export async function analyticsFunction() {
  const me = await meFunction();
  const { database, clock, shared } = me;
  const now = () => clock.now;
  const dependencies: AnalyticsDependencies = {
    database,
    limits: { eventsOfUser: createLimiter({ table: shared, now }, eventsOfUser) },
  };
  const document = await openApiDocument({ operations: analyticsOperations, version: '1.0.0' });

  /** The function with other dependencies. */
  function functionWith(others: Partial<AnalyticsDependencies>): Client {
    const http = {
      entry: '',
      operations: analyticsOperations,
      fallback: true,
      memoryMb: 128,
      timeoutSeconds: 1,
    } as const;
    const handler = httpFunction({
      name: 'analytics',
      release: '1',
      now,
      routes: analyticsRoutes({ ...dependencies, ...others }),
      // As with a token: nothing is looked up.
      authenticate: async ({ headers }) => {
        const [userId, sessionId] = (headers.authorization ?? '').replace('Bearer ', '').split('/');
        if (userId === undefined || sessionId === undefined) throw refusedCredentials();
        return { kind: 'user', userId, sessionId, roles: ['member'] };
      },
    });
    return clientOf(
      [{ domain: { name: 'analytics', purpose: 'Tests', http, alarms: [] }, http, handler, loadedInMs: 0 }],
      document,
    );
  }
  const anyone = functionWith({});

  async function appUser(through: Client = anyone): Promise<AppUser> {
    const { userId, call, through: as } = await me.member();
    return { userId, me: call, call: as(through) };
  }

  /** A user who agrees to what the domain does. */
  async function consenting(through?: Client): Promise<AppUser> {
    const user = await appUser(through);
    const given = await user.me('PUT', '/v1/me/consents/analytics', { body: { version: CONSENT_VERSIONS.analytics } });
    if (given.status !== 200) throw new Error(given.text);
    return user;
  }

  /** So many seconds from now. */
  const at = (seconds: number) => new Date(clock.now.getTime() + seconds * 1000).toISOString();

  /** An event as an app reports it. */
  const used = (seconds = 0) => ({ type: 'activity.feature_used', occurredAt: at(seconds), category: 'luck' });

  /** What is recorded of a user's activity. */
  const recorded = (userId: string) => readStream(database.sql, activityStream(userId), activityEvents);

  return { ...me, dependencies, functionWith, anyone, appUser, consenting, at, used, recorded };
}
