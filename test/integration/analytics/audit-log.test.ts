import { expect, test } from 'vitest';
import { auditLog } from '../../../functions/analytics/audit-log/consumer.ts';
import { activityStream, featureUsed } from '../../../functions/analytics/events.ts';
import { chartStream, interpretationReviewed } from '../../../functions/saju/events.ts';
import { refreshTokenReused, sessionOpened, userErased, userStream } from '../../../functions/users/events.ts';
import { seededRandom } from '../../unit/seeded-random.ts';
import { testDatabase } from '../database.ts';
import { deliver } from './delivery.ts';
import { cut, interleaved, randomLog, recorder } from './random-log.ts';

const { database, owner } = await testDatabase();
const { sql } = database;

const USER = '11111111-1111-4111-8111-111111111111';
const EXPERT = '22222222-2222-4222-8222-222222222222';

test('says who did what, to whom, when and in which request', async () => {
  const record = recorder();
  const session = { sessionId: EXPERT };
  const at = '2026-03-01T00:00:00Z';
  const events = [
    ...record(
      userStream(USER),
      [at, sessionOpened.of({ ...session, method: 'kakao' })],
      [at, refreshTokenReused.of(session)],
    ),
    ...record(chartStream(EXPERT), [
      at,
      interpretationReviewed.of({ userId: USER, interpretationId: EXPERT, expertId: EXPERT }),
    ]),
    ...record(activityStream(USER), [at, featureUsed.of({ userId: USER, appSessionId: null, category: 'luck' })]),
  ];
  const [erased] = record(userStream(USER), [at, userErased.of({})]);
  await deliver(database, auditLog, [[...events, { ...erased!, metadata: { actor: 'apply-erasures' } }]]);
  const entries = await sql`
    select event_type, concern, actor_id, subject_id, request_id, details, occurred_at from audit_log order by event_type`;
  const common = { subject_id: USER, occurred_at: new Date(at) };
  expect(entries).toMatchObject([
    {
      ...common,
      event_type: 'chart.interpretation_reviewed',
      concern: 'data',
      actor_id: EXPERT,
      request_id: 'request-2',
    },
    {
      ...common,
      event_type: 'user.erased',
      concern: 'data',
      actor_id: 'apply-erasures',
      request_id: null,
      details: {},
    },
    {
      ...common,
      event_type: 'user.refresh_token_reused',
      concern: 'security',
      actor_id: null,
      request_id: 'request-1',
      details: session,
    },
    { ...common, event_type: 'user.session_opened', concern: 'security', actor_id: USER, request_id: 'request-0' },
  ]);
});

test('has an entry for every event of accounts and charts, and for no other', async () => {
  const log = randomLog(1);
  const random = seededRandom(1);
  await deliver(database, auditLog, cut(interleaved(log, random), random));
  const expected = log.flat().filter(({ type }) => !type.startsWith('activity.'));
  const entries = await sql<{ key: string }[]>`
    select concat_ws(' ', stream_id, version, event_type) as key from audit_log
    where stream_id = any(${log.map(([first]) => first!.streamId)}::text[])`;
  expect(entries.map(({ key }) => key).toSorted()).toEqual(
    expected.map(({ streamId, version, type }) => `${streamId} ${version} ${type}`).toSorted(),
  );
});

test.each([`update audit_log set actor_id = 'nobody'`, 'delete from audit_log', 'truncate audit_log'])(
  'is refused: %s',
  async statement => {
    await expect(sql.unsafe(statement)).rejects.toMatchObject({ code: '42501' });
    await sql`
      insert into audit_log (stream_id, version, event_type, concern, details, occurred_at)
      values ('user-1', 1, 'user.erased', 'data', '{}', now()) on conflict do nothing`;
    await expect(owner.sql.unsafe(statement)).rejects.toMatchObject({ code: '23001' });
  },
);
