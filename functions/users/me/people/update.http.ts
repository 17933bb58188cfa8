import { chart } from '@heal7/saju-engine';
import { holdAccount } from '../../../../platform/accounts/account-state.ts';
import { userCharts } from '../../../../platform/cache/keys.ts';
import { append } from '../../../../platform/events/event-store.ts';
import type { InputOf } from '../../../../platform/http/operation.ts';
import { type Handler, routeKey } from '../../../../platform/http/route.ts';
import { personCorrected, userStream } from '../../events.ts';
import type { MeDependencies } from '../dependencies.ts';
import { updatePerson } from './contract.ts';
import { openPeople, personAnswer, sealPerson, type Told } from './person.ts';
import { deleteCharts, findPerson, lockPerson, updatePersonRow } from './store.ts';

/**
 * Corrects a person. What is there is opened before the transaction: its access record is committed first, on a
 * connection of its own, of which a function has one.
 */
export function updatePersonHandler({
  database,
  cipher,
  openRecorded,
  cache,
}: Pick<MeDependencies, 'database' | 'cipher' | 'openRecorded' | 'cache'>): Handler<typeof updatePerson> {
  const purpose = routeKey(updatePerson);
  return async ({ params: { personId }, body }, { caller: { userId }, requestId, now }) => {
    for (;;) {
      const before = await findPerson(database.sql, userId, personId);
      const [toldBefore] = await openPeople(openRecorded, { userId, purpose, requestId }, [before]);
      const told = changed(toldBefore!, body);
      chart({ ...told, options: { timeBasis: 'clock' } });
      const values = await sealPerson(cipher, userId, personId, told);
      const rederived = body.birth !== undefined || body.place !== undefined || body.sex !== undefined;
      const at = now();

      const written = await database.transaction(async tx => {
        await holdAccount(tx, userId, 'allowed');
        const row = await lockPerson(tx, userId, personId);
        // Another correction came between: this one starts from it.
        if (Buffer.compare(row.encrypted_birth_date, before.encrypted_birth_date) !== 0) return false;
        await updatePersonRow(tx, userId, personId, values, at);
        if (rederived) await deleteCharts(tx, userId, personId);
        await append(tx, userStream(userId), 'any', [personCorrected.of({ personId, chartsDeleted: rederived })], {
          occurredAt: at,
          metadata: { requestId },
        });
        return true;
      });
      if (!written) continue;
      if (rederived) await cache.invalidate(userCharts(userId));
      return personAnswer(told, { id: personId, created_at: before.created_at, updated_at: at });
    }
  };
}

/** What the user says now, with what they said before where they say nothing. */
function changed(before: Told, { place, ...change }: InputOf<typeof updatePerson>['body']): Told {
  const { place: placeBefore, ...others } = before;
  const placeNow = place === undefined ? placeBefore : (place ?? undefined);
  return {
    ...others,
    ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)),
    ...(placeNow !== undefined && { place: placeNow }),
  };
}
