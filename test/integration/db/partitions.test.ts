import { beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../platform/db/connection.ts';
import { testDatabase } from '../database.ts';

const { database, owner, url } = await testDatabase();
const { sql } = database;

const DEVICE = '6f1c1f1e-9d0a-4c58-9a0e-1d2f3a4b5c6d';

beforeAll(async () => {
  await sql`insert into iot_devices (id, device_serial, device_type, location_id, installation_position)
    values (${DEVICE}, 'T-1', 'temperature', 'zone-1', '{}')`;
});

async function namesOf(table: string): Promise<readonly string[]> {
  const rows = await sql<{ name: string }[]>`
    select inhrelid::regclass::text as name from pg_inherits where inhparent = ${table}::regclass order by name`;
  return rows.map(({ name }) => name);
}

async function ensured(first: string, last: string): Promise<readonly string[]> {
  const rows = await sql<{ name: string }[]>`select ensure_partitions(${first}, ${last}) as name`;
  return rows.map(({ name }) => name);
}

async function partitionOf(recordedAt: string): Promise<string> {
  const [row] = await sql<[{ name: string }]>`
    insert into sensor_readings (device_id, reading_type, value, unit, recorded_at)
    values (${DEVICE}, 'temperature', 21.5, 'C', ${recordedAt}) returning tableoid::regclass::text as name`;
  return row.name;
}

describe('a migrated database', () => {
  it('takes rows of today and of three months ahead', async () => {
    await sql`insert into sensor_readings (device_id, reading_type, value, unit, recorded_at)
      select ${DEVICE}, 'humidity', 40, '%', now() + make_interval(months => ahead) from generate_series(0, 3) as ahead`;
  });
});

describe('ensure_partitions', () => {
  it('makes the months and years that days need, and says which', async () => {
    expect(await ensured('2031-11-30', '2032-01-01')).toEqual([
      'sensor_readings_y2031m11',
      'sensor_readings_y2031m12',
      'sensor_readings_y2032m01',
      'consultation_sessions_y2031',
      'consultation_sessions_y2032',
    ]);
  });

  it('makes nothing that is there', async () => {
    await ensured('2033-03-05', '2033-04-20');
    expect(await ensured('2033-03-05', '2033-04-20')).toEqual([]);
  });

  it('makes each once when several run at once', async () => {
    const runs = await Promise.all(Array.from({ length: 5 }, () => ensured('2034-01-01', '2034-03-31')));
    expect(runs.flat()).toHaveLength(4);
  });

  it('parts months at midnight in Korea, whatever the session’s time zone', async () => {
    for (const zone of ['America/New_York', 'Pacific/Auckland']) {
      const session = new URL(url);
      session.searchParams.set('TimeZone', zone);
      const elsewhere = openDatabase({ url: session.href, connections: 1, applicationName: 'tests' });
      const year = zone.startsWith('A') ? 2035 : 2036;
      await elsewhere.sql`select ensure_partitions(${`${year}-01-10`}, ${`${year}-02-10`})`;
      await elsewhere.close();
      expect(await partitionOf(`${year}-01-31T14:59:59.999Z`)).toBe(`sensor_readings_y${year}m01`);
      expect(await partitionOf(`${year}-01-31T15:00:00.000Z`)).toBe(`sensor_readings_y${year}m02`);
    }
  });

  it('gives partitions the keys and indexes of their table, and foreign keys where it has them', async () => {
    await ensured('2037-05-01', '2037-05-31');
    const kinds = await sql`select contype, count(*)::int as count from pg_constraint
      where conrelid = 'sensor_readings_y2037m05'::regclass group by 1 order by 1`;
    expect(kinds).toEqual([{ contype: 'p', count: 1 }]);
    const unattached = await sql`select indexrelid::regclass from pg_index
      where indrelid in ('sensor_readings_y2037m05'::regclass, 'consultation_sessions_y2037'::regclass)
        and indexrelid not in (select inhrelid from pg_inherits)`;
    expect(unattached).toEqual([]);
    await expect(sql`insert into consultation_sessions (user_id, consultation_type, service_type, created_at)
      values (gen_random_uuid(), 'ai', 'saju', '2037-06-01')`).rejects.toThrow('consultation_sessions_user_id_fkey');
  });

  it('lets readings be written while it waits for nothing but its own kind', async () => {
    await database.transaction(async writing => {
      await writing`insert into sensor_readings (device_id, reading_type, value, unit, recorded_at)
        values (${DEVICE}, 'light', 1, 'lx', now())`;
      expect(await ensured('2038-01-01', '2038-01-31')).toHaveLength(2);
    });
  });
});

describe('create_monthly_partition', () => {
  it('takes any day of the month and writes the month in two digits', async () => {
    const made = await owner.sql`select create_monthly_partition('sensor_readings', '2039-09-17') as name`;
    expect(made).toEqual([{ name: 'sensor_readings_y2039m09' }]);
    expect(await owner.sql`select create_monthly_partition('sensor_readings', '2039-09-30') as name`).toEqual([
      { name: null },
    ]);
  });
});

describe('drop_expired_partitions', () => {
  const dropped = async (keepDays: number, asOf: string) => {
    const rows = await sql<{ name: string }[]>`select drop_expired_partitions(${keepDays}, ${asOf}) as name`;
    return rows.map(({ name }) => name);
  };

  it('drops months whose last moment is older than readings are kept, and not a moment before', async () => {
    await ensured('2024-11-01', '2025-02-28');
    // 30 days before this instant is the last millisecond of 2024 in Korea.
    expect(await dropped(30, '2025-01-30T14:59:59.999Z')).toEqual(['sensor_readings_y2024m11']);
    expect(await dropped(30, '2025-01-30T15:00:00.000Z')).toEqual(['sensor_readings_y2024m12']);
    expect(await dropped(30, '2025-01-30T15:00:00.000Z')).toEqual([]);
    expect(await namesOf('sensor_readings')).toContain('sensor_readings_y2025m01');
  });

  it('leaves consultations alone', async () => {
    await ensured('2023-05-01', '2023-05-31');
    expect(await dropped(30, '2024-10-01T00:00:00Z')).toEqual(['sensor_readings_y2023m05']);
    expect(await namesOf('consultation_sessions')).toContain('consultation_sessions_y2023');
  });

  it('refuses to keep nothing', async () => {
    await expect(dropped(0, '2025-01-01T00:00:00Z')).rejects.toThrow('readings are kept for 1 day or more');
  });
});
