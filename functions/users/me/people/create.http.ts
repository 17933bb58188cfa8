import { chart } from '@heal7/saju-engine';
import { holdAccountAlone } from '../../../../platform/accounts/account-state.ts';
import { DomainError } from '../../../../platform/errors/domain-error.ts';
import { append } from '../../../../platform/events/event-store.ts';
import { routeKey } from '../../../../platform/http/route.ts';
import type { PreparedWrite } from '../../../../platform/http/write-route.ts';
import { personAdded, userStream } from '../../events.ts';
import type { MeDependencies } from '../dependencies.ts';
import { createPerson } from './contract.ts';
import { tooManyPeople } from './kinds.ts';
import { personAnswer, sealPerson } from './person.ts';
import { readPerson } from './read-person.ts';
import { countPeople, insertPerson, type PersonValues } from './store.ts';

/** A family with its friends has some 30; every page of charts of one more is a table that grows for nobody. */
const MOST_PEOPLE = 200;

interface Prepared {
  readonly personId: string;
  readonly values: PersonValues;
}

/** Adds a person to the account. */
export function createPersonWrite(
  dependencies: Pick<MeDependencies, 'database' | 'cipher' | 'openRecorded' | 'newId'>,
): PreparedWrite<typeof createPerson, Prepared> {
  const { database, cipher, openRecorded, newId } = dependencies;
  const purpose = routeKey(createPerson);
  return {
    async prepare({ body }, { caller: { userId } }) {
      // What no chart can be made of (an hour that the clock skipped) is told now, and not when one is asked for.
      chart({ ...body, options: { timeBasis: 'clock' } });
      const personId = newId();
      return { personId, values: await sealPerson(cipher, userId, personId, body) };
    },

    // Alone: each counts those before it.
    admit: ({ caller: { userId } }, tx) => holdAccountAlone(tx, userId, 'refused'),

    async write({ body }, { caller: { userId }, now, requestId }, tx, { personId, values }) {
      if ((await countPeople(tx, userId)) >= MOST_PEOPLE) throw new DomainError(tooManyPeople, { most: MOST_PEOPLE });
      const at = now();
      await insertPerson(tx, userId, personId, values, at);
      await append(tx, userStream(userId), 'any', [personAdded.of({ personId, relation: body.relation })], {
        occurredAt: at,
        metadata: { requestId },
      });
      return personAnswer(body, { id: personId, created_at: at, updated_at: at });
    },

    again: (_, { caller: { userId }, requestId, now }, personId) =>
      readPerson(database.sql, openRecorded, { userId, purpose, requestId }, personId, now()),
  };
}
