import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../database.ts';
import { insertUser } from './people.ts';

const { database } = await testDatabase();
const { sql } = database;

/** Midnight in Korea is 15:00 UTC of the day before. */
const KOREAN_NOON = '03:00:00Z';

async function consult(fields: {
  user: string;
  expert?: string;
  at: string;
  status?: string;
  minutes?: number;
  updatedAt?: string;
}): Promise<string> {
  const { user, expert = null, at, status = 'completed', minutes = null, updatedAt = at } = fields;
  const [row] = await sql<[{ id: string }]>`
    insert into consultation_sessions (user_id, expert_id, consultation_type, service_type, status, started_at, ended_at,
      duration_minutes, created_at, updated_at)
    values (${user}, ${expert}, 'expert', 'saju', ${status}, ${at}, ${at}, ${minutes}, ${at}, ${updatedAt}) returning id`;
  return row.id;
}

beforeAll(async () => {
  await sql`select ensure_partitions('2026-03-01', '2026-03-31')`;
});

describe('daily_statistics', () => {
  it('counts Korean days: new users, those of seven days, people who booked, minutes of completed consultations', async () => {
    // 23:59 and 00:00 in Korea: two days.
    const a = await insertUser(sql, { createdAt: '2026-03-01T14:59:59.999Z' });
    const b = await insertUser(sql, { createdAt: '2026-03-01T15:00:00.000Z' });
    await insertUser(sql, { createdAt: `2026-03-08T${KOREAN_NOON}` });
    await consult({ user: a, at: `2026-03-02T${KOREAN_NOON}`, minutes: 30 });
    await consult({ user: a, at: `2026-03-02T${KOREAN_NOON}`, minutes: 60 });
    await consult({ user: b, at: `2026-03-02T${KOREAN_NOON}`, status: 'cancelled', minutes: 5 });
    await sql`select refresh_daily_statistics()`;
    const rows = await sql`
      select stat_date, today_users::int, week_users::int, unique_users::int, avg_session_duration::float
      from daily_statistics where stat_date <= '2026-03-09' order by stat_date`;
    const day = (date: string, today: number, week: number, unique = 0, minutes: number | null = null) => ({
      stat_date: date,
      today_users: today,
      week_users: week,
      unique_users: unique,
      avg_session_duration: minutes,
    });
    expect(rows).toEqual([
      day('2026-03-01', 1, 1),
      day('2026-03-02', 1, 2, 2, 45),
      ...['03', '04', '05', '06', '07'].map(date => day(`2026-03-${date}`, 0, 2)),
      day('2026-03-08', 1, 2),
      day('2026-03-09', 0, 1),
    ]);
    const [last] = await sql`select max(stat_date) as date, korean_date(now()) as today from daily_statistics`;
    expect(last!.date).toBe(last!.today);
  });

  it('can be read while it is refreshed', async () => {
    await database.transaction(async tx => {
      await tx`select refresh_daily_statistics()`;
      expect(await sql`select count(*)::int > 0 as some from daily_statistics`).toEqual([{ some: true }]);
    });
  });
});

describe('hourly_sensor_averages', () => {
  it('gives exact averages of the hours of the last seven days', async () => {
    const device = await insertDevice('H-1');
    await sql`insert into sensor_hourly_aggregates (device_id, reading_type, hour, reading_count, value_sum, value_min, value_max, updated_at)
      select ${device}, 'temperature', date_trunc('hour', now()) - make_interval(days => age), 4, 10.0002, 2.5, 2.5001, '2026-01-01'
      from unnest(array[0, 8]) as age`;
    expect(
      await sql`select avg_value::float, min_value, max_value, reading_count from hourly_sensor_averages where device_id = ${device}`,
    ).toEqual([{ avg_value: 2.50005, min_value: '2.5000', max_value: '2.5001', reading_count: '4' }]);
  });
});

describe('daily_dwh_sync', () => {
  let user: string;
  let expert: string;
  let device: string;

  const sync = (date: string) => sql`call daily_dwh_sync(${date}::date)`;

  const addHour = (hour: string, count: number, sum: number, updatedAt: string) => sql`
    insert into sensor_hourly_aggregates (device_id, reading_type, hour, reading_count, value_sum, value_min, value_max, updated_at)
    values (${device}, 'temperature', ${hour}, ${count}, ${sum}, 20, 25, ${updatedAt})`;

  const sensorDays = () => sql`
    select reading_date, avg_value::float, reading_count::int from dwh.fact_sensor_daily
    where device_id = ${device} order by reading_date`;

  beforeAll(async () => {
    user = await insertUser(sql, { nickname: '손님', createdAt: `2026-03-20T${KOREAN_NOON}` });
    expert = await insertUser(sql, { nickname: '전문가', createdAt: `2026-01-05T${KOREAN_NOON}` });
    device = await insertDevice('W-1');
  });

  it('takes over new users, completed consultations and days of readings, and says how many', async () => {
    const session = await consult({ user, expert, at: '2026-03-20T15:30:00Z', minutes: 50 });
    await consult({ user, expert, at: '2026-03-20T15:30:00Z', status: 'scheduled' });
    await addHour('2026-03-20T14:00:00Z', 2, 42, '2026-03-20T14:59:00Z');
    await addHour('2026-03-20T15:00:00Z', 3, 66, '2026-03-20T15:59:00Z');
    const [counts] = await sync('2026-03-20');
    expect(counts).toMatchObject({ synced_consultations: '1', synced_sensor_days: '2' });
    expect(
      await sql`select nickname, created_date, user_type, status from dwh.dim_users
      where user_id in ${sql([user, expert])} order by created_date`,
    ).toEqual([
      { nickname: '전문가', created_date: '2026-01-05', user_type: 'expert', status: 'active' },
      { nickname: '손님', created_date: '2026-03-20', user_type: 'regular', status: 'active' },
    ]);
    expect(
      await sql`select user_id, expert_id, service_type, consultation_date, duration_minutes
      from dwh.fact_consultations where session_id = ${session}`,
    ).toEqual([
      { user_id: user, expert_id: expert, service_type: 'saju', consultation_date: '2026-03-21', duration_minutes: 50 },
    ]);
    expect(await sensorDays()).toEqual([
      { reading_date: '2026-03-20', avg_value: 21, reading_count: 2 },
      { reading_date: '2026-03-21', avg_value: 22, reading_count: 3 },
    ]);
    expect(await sql`select * from dwh.dim_dates where date = '2026-03-21'`).toEqual([
      { date: '2026-03-21', year: 2026, quarter: 1, month: 3, day: 21, weekday: 6 },
    ]);
  });

  it('changes nothing when it runs again', async () => {
    const facts = () => sql`select to_jsonb(facts) from dwh.fact_consultations as facts order by session_id`;
    const before = [await facts(), await sensorDays()];
    await sync('2026-03-20');
    expect([await facts(), await sensorDays()]).toEqual(before);
  });

  it('takes over what came late: readings of an earlier day, ratings and names that changed', async () => {
    await addHour('2026-03-20T13:00:00Z', 2, 46, '2026-03-22T16:00:00Z');
    await sql`update consultation_sessions set user_satisfaction_rating = 5, updated_at = '2026-03-22T16:00:00Z'
      where user_id = ${user} and status = 'completed'`;
    await sql`update users set nickname = '단골', updated_at = '2026-03-22T16:00:00Z' where id = ${user}`;
    await sync('2026-03-23');
    expect(await sensorDays()).toContainEqual({ reading_date: '2026-03-20', avg_value: 22, reading_count: 4 });
    expect(
      await sql`select satisfaction_rating, nickname from dwh.fact_consultations
      join dwh.dim_users using (user_id) where user_id = ${user}`,
    ).toEqual([{ satisfaction_rating: 5, nickname: '단골' }]);
  });

  it('takes yesterday unless told a day', async () => {
    await consult({ user, at: new Date().toISOString(), minutes: 7 });
    const [counts] = await sql`call daily_dwh_sync()`;
    expect(Number(counts!.synced_consultations)).toBeGreaterThan(0);
  });
});

async function insertDevice(serial: string): Promise<string> {
  const [row] = await sql<[{ id: string }]>`
    insert into iot_devices (device_serial, device_type, location_id, installation_position)
    values (${serial}, 'temperature', 'zone-1', '{}') returning id`;
  return row.id;
}
