import * as z from 'zod';
import { accountSuspended } from '../../../platform/accounts/kinds.ts';
import { rateLimited } from '../../../platform/errors/kinds.ts';
import { operation } from '../../../platform/http/operation.ts';
import { activityEvents } from '../events.ts';
import { analyticsConsentNeeded } from '../kinds.ts';
import { eventsOfUser } from './limits.ts';
import { occurrenceErrors } from './occurrence.ts';
import { reportedEvent } from './reported-event.ts';

const MOST_EVENTS = 100;

const report = z
  .strictObject({
    appSessionId: z.uuid().nullable().optional().meta({
      description: 'The app’s own session: a random id, a new one each time the app is opened.',
    }),
    events: z.array(reportedEvent).min(1).max(MOST_EVENTS),
  })
  .meta({ id: 'ActivityReport' });

const names = activityEvents.map(({ name }) => name);

const accepted = z
  .strictObject({
    accepted: z.int().min(1).max(MOST_EVENTS),
    byType: z
      .partialRecord(z.enum(names), z.int().min(1))
      .meta({ description: 'How many of each type that was sent.' }),
  })
  .meta({ id: 'ActivityAccepted' });

export const reportEvents = operation({
  id: 'reportEvents',
  method: 'POST',
  path: '/v1/events',
  tag: 'analytics',
  summary: { ko: '앱에서 한 일을 알립니다', en: 'Report what a user did in an app' },
  description:
    'For apps, in batches, of users who consented to `analytics` (`PUT /v1/me/consents/analytics`): without the consent, or ' +
    'while processing is suspended, nothing is taken. Everything is a code of a list: no address, no text, nothing that was ' +
    'typed. All events of a request are taken or none. They are used for what is offered next, and to find misuse. ' +
    `A user’s apps may send ${eventsOfUser.limit} requests a minute; after that, 429 with \`Retry-After\`. Keep what could ` +
    'not be sent, and send it later with the same `Idempotency-Key`.',
  auth: 'user',
  idempotency: 'optional',
  request: { body: report },
  response: { status: 202, description: 'Taken, all of them.', body: accepted, freshness: 'none' },
  errors: [...occurrenceErrors, analyticsConsentNeeded, accountSuspended, rateLimited],
  examples: {
    requests: {
      visit: {
        summary: '차트를 보고 재물운 풀이를 읽었습니다 (a chart opened, a reading read)',
        value: {
          appSessionId: '2f1c8a54-0b6e-4f0e-9d0c-5a7c3f1d9b20',
          events: [
            { type: 'activity.page_viewed', occurredAt: '2026-03-01T09:00:00+09:00', page: 'chart', category: null },
            { type: 'activity.content_read', occurredAt: '2026-03-01T09:01:30+09:00', category: 'wealth', seconds: 85 },
          ],
        },
      },
    },
  },
});
