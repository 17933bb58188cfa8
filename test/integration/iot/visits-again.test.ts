import { beforeEach, describe, expect, test } from 'vitest';
import { ARRIVAL, at, type Visitor, visiting } from './visiting.ts';

const world = await visiting();
const { clock, place, visitor } = world;

beforeEach(world.reset);

const headers = { 'idempotency-key': 'k' };
const checkIn = ({ call }: Visitor) =>
  call('POST', '/v1/me/visits', { body: { locationId: place.locationId }, headers });
const checkOut = ({ call }: Visitor, id: string) => call('POST', `/v1/me/visits/${id}/check-out`, { headers });

describe('a check-in or check-out that comes again under its key', () => {
  test('is answered with the visit as it is by then', async () => {
    const user = await visitor();
    const { json } = await checkIn(user);
    clock.now = at(ARRIVAL + 10);
    await checkOut(user, json.id);
    await world.tellComfort(user, json.id, 4);
    const ended = { id: json.id, checkedOutAt: at(ARRIVAL + 10).toISOString(), comfortLevel: 4 };
    for (const again of [await checkIn(user), await checkOut(user, json.id)]) {
      expect(again).toMatchObject({ headers: { 'idempotency-replayed': 'true' }, json: ended });
    }
    expect((await checkOut(user, json.id)).json).toEqual((await user.call('GET', `/v1/me/visits/${json.id}`)).json);
  });

  test('is refused while the account is suspended', async () => {
    const user = await visitor();
    const { json } = await checkIn(user);
    await checkOut(user, json.id);
    await user.me.call('PUT', '/v1/me/suspension');
    for (const again of [await checkIn(user), await checkOut(user, json.id)]) {
      expect(again).toMatchObject({ status: 403, json: { code: 'account_suspended' } });
    }
  });
});
