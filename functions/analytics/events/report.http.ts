import { holdAccount } from '../../../platform/accounts/account-state.ts';
import { DomainError } from '../../../platform/errors/domain-error.ts';
import { append } from '../../../platform/events/event-store.ts';
import type { PreparedWrite } from '../../../platform/http/write-route.ts';
import { tooMany } from '../../../platform/rate-limit/limiter.ts';
import { consentsToAnalytics } from '../consent.ts';
import type { AnalyticsDependencies } from '../dependencies.ts';
import { activityStream } from '../events.ts';
import { analyticsConsentNeeded } from '../kinds.ts';
import type { reportEvents } from './contract.ts';
import { inOrder, refuseOtherTimes } from './occurrence.ts';
import { activityEvent, countsByType } from './reported-event.ts';

/** Takes what an app tells of its user, all of it or nothing. */
export function reportEventsWrite({
  limits,
}: Pick<AnalyticsDependencies, 'limits'>): PreparedWrite<typeof reportEvents, undefined> {
  return {
    async prepare(_, { caller: { userId } }) {
      const use = await limits.eventsOfUser.consume(userId);
      if (!use.allowed) throw tooMany(use);
      return undefined;
    },

    admit: ({ caller: { userId } }, tx) => holdAccount(tx, userId, 'refused'),

    async write({ body: { appSessionId = null, events } }, { caller: { userId }, requestId, now }, tx) {
      const at = now();
      refuseOtherTimes(events, at);
      if (!(await consentsToAnalytics(tx, userId))) throw new DomainError(analyticsConsentNeeded);
      const recorded = inOrder(events).map(event => ({
        ...activityEvent(event, { userId, appSessionId }),
        occurredAt: new Date(event.occurredAt),
      }));
      await append(tx, activityStream(userId), 'any', recorded, { occurredAt: at, metadata: { requestId } });
      return { accepted: events.length, byType: countsByType(events) };
    },
  };
}
