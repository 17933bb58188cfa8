import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { CONSENT_VERSIONS } from '../../../functions/users/consents/consent.ts';
import type { Database, Transaction } from '../../../platform/db/database.ts';
import { committing, isHeldUp } from '../held-up.ts';
import { ARRIVAL, at, type Visitor, visiting } from './visiting.ts';

const world = await visiting();
const { database, owner, clock, now, measured, visitor, checkedIn, checkOut, tellComfort } = world;

beforeEach(world.reset);

const withdraw = async ({ me }: Visitor, kind = 'location') =>
  expect(await me.call('DELETE', `/v1/me/consents/${kind}`)).toMatchObject({ status: 200, json: { given: false } });

/** A withdrawal as earlier code recorded it: visits are there all the same. */
const withdrawByHand = ({ userId }: Visitor) => database.sql`
  insert into consents (id, user_id, kind, version, given, decided_at)
  values (${randomUUID()}, ${userId}, 'location', ${CONSENT_VERSIONS.location}, false, ${now()})`;

/** An ended visit of two minutes, of which a pattern follows. */
async function visited(user: Visitor): Promise<string> {
  const id = await checkedIn(user);
  clock.now = new Date(clock.now.getTime() + 120_000);
  expect((await checkOut(user, id)).json.patterns).toHaveLength(1);
  return id;
}

/** How much is kept of where a user was. */
async function leftOf({ userId }: Visitor) {
  const [row] = await owner.sql`
    select (select count(*)::int from visits where user_id = ${userId}) as visits,
      (select count(*)::int from user_behavior_patterns where user_id = ${userId}) as patterns,
      (select count(*)::int from idempotency_keys where caller = ${userId}) as answers`;
  return row;
}
const NOTHING = { visits: 0, patterns: 0, answers: 0 };

describe('who withdraws the consent', () => {
  test('has no visit any more, open or ended, nothing that followed, and nobody else loses any', async () => {
    const [user, other] = [await visitor(), await visitor()];
    await visited(user);
    await visited(other);
    await checkedIn(user);
    await withdraw(user);
    expect(await leftOf(user)).toEqual(NOTHING);
    expect(await leftOf(other)).toEqual({ visits: 1, patterns: 1, answers: 0 });
  });

  test('during a visit cannot check out of it nor tell their comfort: nothing is kept of either', async () => {
    const user = await visitor();
    const id = await checkedIn(user);
    await withdraw(user);
    for (const { json } of [await checkOut(user, id), await tellComfort(user, id, 5)])
      expect(json).toMatchObject({ status: 404, code: 'visit_not_found' });
    expect(await leftOf(user)).toEqual(NOTHING);
  });

  test('and gives it again begins without visits', async () => {
    const user = await visitor();
    const id = await visited(user);
    await withdraw(user);
    await world.consent(user.me);
    expect((await user.call('GET', '/v1/me/visits')).json.visits).toEqual([]);
    expect((await checkOut(user, id)).json).toMatchObject({ status: 404, code: 'visit_not_found' });
    expect(await checkedIn(user)).not.toBe(id);
  });

  test('is not told again what an answer said that was kept for a request sent twice', async () => {
    const user = await visitor();
    const id = await checkedIn(user);
    const send = () =>
      user.call('POST', `/v1/me/visits/${id}/check-out`, { headers: { 'idempotency-key': 'the-only-one' } });
    clock.now = at(ARRIVAL + 10);
    expect((await send()).json.patterns).toHaveLength(1);
    await withdraw(user);
    expect((await send()).json).toMatchObject({ code: 'visit_not_found' });
    expect(await leftOf(user)).toEqual(NOTHING);
  });

  test('of something else keeps their visits', async () => {
    const user = await visitor();
    await visited(user);
    const body = { version: CONSENT_VERSIONS.marketing };
    expect((await user.me.call('PUT', '/v1/me/consents/marketing', { body })).status).toBe(200);
    await withdraw(user, 'marketing');
    expect(await leftOf(user)).toEqual({ visits: 1, patterns: 1, answers: 0 });
  });

  test.each([
    ['check out', (user: Visitor, id: string) => checkOut(user, id)],
    ['tell their comfort', (user: Visitor, id: string) => tellComfort(user, id, 4)],
  ])('while they %s waits for that, and deletes what it wrote', async (_, write) => {
    const user = await visitor();
    const id = await visited(user);
    let withdrawing: Promise<void> | undefined;
    const slow = world.functionOn(
      committing(database, 1, async () => {
        withdrawing = withdraw(user);
        await isHeldUp(owner, 'for no key update');
      }),
    );
    expect((await write({ ...user, call: user.through(slow) }, id)).status).toBe(200);
    await withdrawing;
    expect(await leftOf(user)).toEqual(NOTHING);
  });
});

describe('where a withdrawal was recorded and visits were left', () => {
  test('nothing is computed at check-out, and no comfort is kept', async () => {
    const user = await visitor();
    const id = await checkedIn(user);
    await withdrawByHand(user);
    for (const { json } of [await checkOut(user, id), await tellComfort(user, id, 5)])
      expect(json).toMatchObject({ status: 403, code: 'location_consent_needed' });
    expect(await leftOf(user)).toMatchObject({ patterns: 0 });
    expect((await user.call('GET', `/v1/me/visits/${id}`)).json).toMatchObject({ comfortLevel: null });
  });

  test('the hourly upkeep deletes them, and nobody else’s', async () => {
    const [user, other, again] = [await visitor(), await visitor(), await visitor()];
    for (const each of [user, other, again]) await visited(each);
    await withdrawByHand(user);
    await withdrawByHand(again);
    await world.consent(again.me);
    expect(await world.run()).toMatchObject({ deleted: 2 });
    expect(await leftOf(user)).toEqual(NOTHING);
    for (const each of [other, again]) expect(await leftOf(each)).toMatchObject({ visits: 1, patterns: 1 });
  });

  test('it looks decisions up once a table, not once a visit', async () => {
    const users = [await visitor(), await visitor()];
    for (const each of users) for (let visit = 0; visit < 10; visit++) await visited(each);
    const scansOf = async (tx: Transaction) => {
      const [row] = await tx<[{ scans: number }]>`
        select (seq_scan + idx_scan)::int as scans from pg_stat_xact_user_tables where relname = 'consents'`;
      return row.scans;
    };
    const scans: number[] = [];
    const transaction: Database['transaction'] = (work, options) =>
      database.transaction(async tx => {
        const earlier = await scansOf(tx);
        const result = await work(tx);
        scans.push((await scansOf(tx)) - earlier);
        return result;
      }, options);
    expect(await world.runOn({ transaction })).toMatchObject({ deleted: 0 });
    expect(scans[0]).toBe(2);
  });
});

describe('the hourly upkeep', () => {
  test('computes nothing of who withdraws after it has looked for withdrawals', async () => {
    const user = await visitor();
    await visited(user);
    await measured(ARRIVAL + 1, { presence: 1 });
    const slow = committing(database, 2, () => withdraw(user));
    expect(await world.runOn(slow)).toMatchObject({ refreshed: 0 });
    expect(await leftOf(user)).toEqual(NOTHING);
  });

  test('is waited for by who withdraws while it computes, and leaves nothing', async () => {
    const user = await visitor();
    await visited(user);
    await owner.sql`truncate user_behavior_patterns`;
    let withdrawing: Promise<void> | undefined;
    const slow = committing(database, 3, async () => {
      withdrawing = withdraw(user);
      await isHeldUp(owner, 'delete from');
    });
    expect(await world.runOn(slow)).toMatchObject({ changed: 1 });
    await withdrawing;
    expect(await leftOf(user)).toEqual(NOTHING);
  });
});
