import type { EventConsumer } from '../../../platform/events/event-consumer.ts';
import { writeLog } from '../../../platform/observability/log-sink.ts';
import { counts, holdUsers } from '../held-users.ts';
import { eventsOfUsers } from '../user-of-event.ts';
import { activityTypes, entryOf } from './activity.ts';
import { anomaliesLine } from './anomalies-log.ts';
import { ever, joined, neighbourhoods, overlap, spansOf } from './sessions.ts';
import { deleteCutBack, insertEntries, insertSessions, rewriteSessions, takeSessions } from './store.ts';

/** Keeps what users do as sessions, by the time at which it was done, and raises an alert for each in which it is too much. */
export const userActivity: EventConsumer<(typeof activityTypes)[number]> = {
  name: 'user-activity',
  types: activityTypes,
  projection: { tables: ['activity_alerts', 'activity_sessions', 'activity_entries', 'activity_users'] },

  async apply(tx, events, { live, now }) {
    const told = eventsOfUsers(events);
    if (told.length === 0) return;
    const users = await holdUsers(tx, 'activity_users', told);
    const entries = told.flatMap(({ userId, event }) => {
      const entry = entryOf(userId, event);
      return entry !== undefined && counts(users.get(userId)!, entry.byConsent, event) ? [entry] : [];
    });
    const cutBack = [...users.values()].filter(user => user.cutBack);
    await deleteCutBack(tx, cutBack);
    await insertEntries(tx, entries);

    // Of whom something went, all sessions are told anew; of others, those that what is new is near to.
    const rewritten = cutBack.map(({ userId }) => userId);
    const added = entries.filter(({ userId }) => !rewritten.includes(userId));
    const spans = [...rewritten.map(ever), ...spansOf(added)];
    if (spans.length === 0) return;
    const former = await takeSessions(tx, spans);
    const kept = former.filter(({ userId }) => !rewritten.includes(userId));
    const alerted = [
      ...(await insertSessions(tx, joined(kept, added), neighbourhoods(added))),
      ...(await rewriteSessions(tx, rewritten)),
    ];
    // A session that grows, or takes in its neighbour, is the one that was told of.
    const fresh = alerted.filter(session => !former.some(before => before.burst !== null && overlap(before, session)));
    if (live && fresh.length > 0) writeLog(anomaliesLine(fresh.length, now));
  },
};
