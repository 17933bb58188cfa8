import type { EventConsumer } from '../../../platform/events/event-consumer.ts';
import { counts, holdUsers } from '../held-users.ts';
import { eventsOfUsers } from '../user-of-event.ts';
import { chartNews, interestTypes, signalOf } from './signals.ts';
import { deleteCutBack, insertSignals, saveChartNews } from './store.ts';

/** Keeps what users are interested in, as what it shows by: recommendations weigh it when they are asked for. */
export const interests: EventConsumer<(typeof interestTypes)[number]> = {
  name: 'interests',
  types: interestTypes,
  projection: {
    tables: ['interest_signals', 'interest_interpretations', 'interest_charts', 'interest_people', 'interest_users'],
  },

  async apply(tx, events) {
    const told = eventsOfUsers(events);
    if (told.length === 0) return;
    const users = await holdUsers(tx, 'interest_users', told);
    const signals = told.flatMap(({ userId, event }) => {
      const signal = signalOf(userId, event);
      return signal !== undefined && counts(users.get(userId)!, true, event) ? [signal] : [];
    });
    await deleteCutBack(
      tx,
      [...users.values()].filter(({ cutBack }) => cutBack),
    );
    await insertSignals(tx, signals);
    await saveChartNews(tx, chartNews(told.filter(({ userId }) => !users.get(userId)!.erased)));
  },
};
