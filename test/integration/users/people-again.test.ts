import { describe, expect, test } from 'vitest';
import { type Member, meFunction } from './me-function.ts';

const { database, encryption, member } = await meFunction();

const PEOPLE = '/v1/me/people';
const FRIEND = { relation: 'friend', label: '하늘', birth: { date: '1988-07-01', time: '14:30' }, sex: 'male' };
const ADDING = 'POST /v1/me/people';

/** Adds the friend, always under the same key. */
const add = ({ call }: Member) => call('POST', PEOPLE, { body: FRIEND, headers: { 'Idempotency-Key': 'k' } });

const readings = ({ userId }: Member) => database.sql<{ purpose: string; places: { rowId: string }[] }[]>`
  select purpose, places from access_records where subject_id = ${userId} order by id`;

describe('a person who is added again under a key', () => {
  test('is answered as they are by then, and that is recorded as a reading', async () => {
    const own = await member();
    const { json } = await add(own);
    await own.call('PATCH', `${PEOPLE}/${json.id}`, { body: { label: '노을', birth: { date: '1988-07-02' } } });
    const before = await readings(own);
    const again = await add(own);
    expect(again).toMatchObject({
      status: 201,
      headers: { 'idempotency-replayed': 'true', 'cache-control': 'no-store' },
      json: { id: json.id, label: '노을', birth: { date: '1988-07-02', time: null } },
    });
    const [reading, ...more] = (await readings(own)).slice(before.length);
    expect(reading).toMatchObject({
      purpose: ADDING,
      places: expect.arrayContaining([expect.objectContaining({ rowId: json.id })]),
    });
    expect(more).toEqual([]);
    expect(again.json).toEqual((await own.call('GET', `${PEOPLE}/${json.id}`)).json);
  });

  test('is not there where they were deleted: nothing of them comes back', async () => {
    const own = await member();
    const { json } = await add(own);
    await own.call('DELETE', `${PEOPLE}/${json.id}`);
    const before = await readings(own);
    const again = await add(own);
    expect(again).toMatchObject({ status: 404, json: { code: 'person_not_found' } });
    expect(again.text).not.toMatch(/하늘|1988/);
    expect(await readings(own)).toEqual(before);
  });

  test('is refused while the account is suspended', async () => {
    const own = await member();
    await add(own);
    await own.call('PUT', '/v1/me/suspension');
    expect(await add(own)).toMatchObject({ status: 403, json: { code: 'account_suspended' } });
  });

  test('has nothing kept of the answer but the id, under the user’s key', async () => {
    const own = await member();
    const { json } = await add(own);
    const [row] = await database.sql<{ stored: Uint8Array }[]>`
      select stored from idempotency_keys where caller = ${own.userId}`;
    const opened = await encryption.seal.open(row!.stored, { caller: own.userId, route: ADDING, key: 'k' });
    const kept = JSON.parse(Buffer.from(opened).toString());
    expect(JSON.parse(kept.answer.body)).toEqual({ id: json.id });
  });
});
