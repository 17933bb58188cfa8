import type { OpenRecorded } from '../../../../platform/audit/open-recorded.ts';
import type { Sql } from '../../../../platform/db/database.ts';
import { openPeople, personAnswer, type Reading } from './person.ts';
import { countAccess, findPerson } from './store.ts';

/** One person of the account, as it is answered: recorded, then opened. @throws DomainError `person_not_found` */
export async function readPerson(
  sql: Sql,
  openRecorded: OpenRecorded,
  reading: Reading,
  personId: string,
  now: Date,
): Promise<ReturnType<typeof personAnswer>> {
  const row = await findPerson(sql, reading.userId, personId);
  const [told] = await openPeople(openRecorded, reading, [row]);
  await countAccess(sql, reading.userId, [personId], now);
  return personAnswer(told!, row);
}
