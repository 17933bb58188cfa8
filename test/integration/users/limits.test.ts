import { expect, test } from 'vitest';
import { committing, isHeldUp } from '../held-up.ts';
import { meFunction } from './me-function.ts';

const { database, owner, functionWith, member } = await meFunction();

const PEOPLE = '/v1/me/people';
const FRIEND = { relation: 'friend', birth: { date: '1988-07-01' }, sex: 'male' };

test('of two people who would each be the two hundredth, added at once, one is', async () => {
  const { call, through, userId } = await member();
  await call('POST', PEOPLE, { body: FRIEND });
  await database.sql`
    insert into user_sensitive_info (user_id, relation, encrypted_birth_date, encrypted_birth_location, encrypted_sex, encryption_key_id)
    select user_id, relation, encrypted_birth_date, encrypted_birth_location, encrypted_sex, encryption_key_id
    from user_sensitive_info, generate_series(1, 198) where user_id = ${userId}`;
  let second: ReturnType<typeof call> | undefined;
  const first = committing(database, 1, async () => {
    second = call('POST', PEOPLE, { body: FRIEND });
    await isHeldUp(owner, 'for no key update');
  });
  expect((await through(functionWith({ database: first }))('POST', PEOPLE, { body: FRIEND })).status).toBe(201);
  expect(await second).toMatchObject({ status: 409, json: { code: 'too_many_people' } });
  expect(await owner.sql`select from user_sensitive_info where user_id = ${userId}`).toHaveLength(200);
});

test('exports that are asked for at once are one, and no more than five are kept', async () => {
  const { call, userId } = await member();
  const ask = (times: number) => Promise.all(Array.from({ length: times }, () => call('POST', '/v1/me/exports')));
  for (let made = 0; made < 5; made++) {
    const ids = (await ask(3)).map(({ json }) => json.id);
    expect(new Set(ids).size).toBe(1);
    await owner.sql`
      update data_exports set status = 'ready', encrypted_content = 'x', completed_at = requested_at where id = ${ids[0]!}`;
  }
  expect((await ask(3)).map(({ json }) => json.code)).toEqual(Array(3).fill('too_many_exports'));
  expect(await owner.sql`select from data_exports where user_id = ${userId}`).toHaveLength(5);
});
