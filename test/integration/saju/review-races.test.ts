import { expect, test } from 'vitest';
import { eraseRows } from '../../../functions/users/me/erasure/erase.ts';
import { isHeldUp } from '../held-up.ts';
import { sajuFunction } from './saju-function.ts';

const { database, clock, owner, ownerWithPerson } = await sajuFunction();

test('a review waits for an erasure of its user before anything is held that the erasure needs', async () => {
  const user = await ownerWithPerson();
  const { json: chart } = await user.call('POST', user.charts, { body: {} });
  const texts = `${user.charts}/${chart.id}/interpretations`;
  const { json: told } = await user.call('POST', texts, { body: { type: 'wealth' } });
  await user.call('PUT', `${texts}/wealth/review-request`, { body: { consent: true } });
  const expert = await owner('expert');
  let reviewing: ReturnType<typeof expert.call> | undefined;
  await database.transaction(async tx => {
    await tx`select from users where id = ${user.userId} for update`;
    reviewing = expert.call('POST', `/v1/expert/reviews/${told.id}`, { body: { review: '잘 짚었습니다' } });
    await isHeldUp(database, 'for share of owner');
    await tx`select from saju_interpretations where id = ${told.id} for update nowait`;
    await eraseRows(tx, user.userId, clock.now);
  });
  expect(await reviewing).toMatchObject({ status: 404, json: { code: 'review_not_found' } });
});
