import { chart } from '@heal7/saju-engine';
import { holdAccount } from '../../../../platform/accounts/account-state.ts';
import { DomainError } from '../../../../platform/errors/domain-error.ts';
import { append } from '../../../../platform/events/event-store.ts';
import type { WriteHandler } from '../../../../platform/http/write-route.ts';
import { personAdded, userStream } from '../../events.ts';
import type { MeDependencies } from '../dependencies.ts';
import type { createPerson } from './contract.ts';
import { tooManyPeople } from './kinds.ts';
import { personAnswer, sealPerson } from './person.ts';
import { countPeople, insertPerson } from './store.ts';

/** A family with its friends has some 30; every page of charts of one more is a table that grows for nobody. */
const MOST_PEOPLE = 200;

/** Adds a person to the account. */
export function createPersonHandler({
  cipher,
  newId,
}: Pick<MeDependencies, 'cipher' | 'newId'>): WriteHandler<typeof createPerson> {
  return async ({ body }, { caller: { userId }, now, requestId }, tx) => {
    // What no chart can be made of (an hour that the clock skipped) is told now, and not when one is asked for.
    chart({ ...body, options: { timeBasis: 'clock' } });
    await holdAccount(tx, userId, 'refused');
    if ((await countPeople(tx, userId)) >= MOST_PEOPLE) throw new DomainError(tooManyPeople, { most: MOST_PEOPLE });
    const personId = newId();
    const at = now();
    await insertPerson(tx, userId, personId, await sealPerson(cipher, userId, personId, body), at);
    await append(tx, userStream(userId), 'any', [personAdded.of({ personId, relation: body.relation })], {
      occurredAt: at,
      metadata: { requestId },
    });
    return personAnswer(body, { id: personId, created_at: at, updated_at: at });
  };
}
