import type { EventConsumer } from '../../../platform/events/event-consumer.ts';
import { holdUsers } from '../held-users.ts';
import { eventsOfUsers } from '../user-of-event.ts';
import { factOf, warehouseTypes } from './facts.ts';
import { addFacts, deleteCutBack } from './store.ts';

const FACTS = 'dwh.fact_activity_daily';

/** Counts in the warehouse what users do, by Korean days. */
export const warehouseFeed: EventConsumer<(typeof warehouseTypes)[number]> = {
  name: 'warehouse-feed',
  types: warehouseTypes,
  projection: { tables: [FACTS, 'warehouse_users'] },

  async apply(tx, events, { table }) {
    const told = eventsOfUsers(events);
    if (told.length === 0) return;
    const users = await holdUsers(tx, 'warehouse_users', told);
    const facts = told.flatMap(({ userId, event }) => {
      const fact = factOf(userId, event);
      return fact !== undefined && !users.get(userId)!.erased ? [fact] : [];
    });
    await deleteCutBack(
      tx,
      table(FACTS),
      [...users.values()].filter(({ cutBack }) => cutBack),
    );
    await addFacts(tx, table(FACTS), facts, users);
  },
};
