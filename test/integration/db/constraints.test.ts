import { randomBytes, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../database.ts';
import { insertUser } from './people.ts';

const { database } = await testDatabase();
const { sql } = database;

let user: string;
let other: string;

beforeAll(async () => {
  user = await insertUser(sql);
  other = await insertUser(sql);
});

async function person(relation: string, of = user): Promise<string> {
  const sealed = randomBytes(40);
  const [row] = await sql<[{ id: string }]>`
    insert into user_sensitive_info
      (user_id, relation, encrypted_birth_date, encrypted_birth_location, encrypted_sex, encryption_key_id)
    values (${of}, ${relation}, ${sealed}, ${sealed}, ${sealed}, '1') returning id`;
  return row.id;
}

const ELEMENTS = { wood: 30, fire: 20, earth: 20, metal: 0, water: 30 };

function chart(fields: { of?: string; person?: string | null; elements?: object; balance?: object } = {}) {
  const {
    of = user,
    person = null,
    elements = ELEMENTS,
    balance = { strongest: 'wood', yin_yang: { yin: 40 } },
  } = fields;
  return sql`
    insert into saju_pillars (user_id, person_id, calculation_id, encrypted_chart, engine_version, five_elements, element_balance)
    values (${of}, ${person}, ${randomUUID()}, ${randomBytes(500)}, '1.0.0', ${sql.json({ ...elements })}, ${sql.json({ ...balance })})`;
}

describe('users', () => {
  it('are unique by the keyed hash of their address, which stands beside the encrypted one', async () => {
    const hash = randomBytes(32);
    const add = (email: Buffer | null, emailHash: Buffer | null) => sql`
      insert into users (email, email_hash, nickname, privacy_consent) values (${email}, ${emailHash}, 'a', '{}')`;
    await add(randomBytes(50), hash);
    await expect(add(randomBytes(50), hash)).rejects.toThrow('users_email_hash_key');
    await expect(add(randomBytes(50), null)).rejects.toThrow('email_with_its_hash');
    await expect(add(randomBytes(50), randomBytes(31))).rejects.toThrow('users_email_hash_check');
    await add(null, null);
  });
});

describe('people of an account', () => {
  it('are one self and any number of others, an hour unknown or not', async () => {
    await person('self');
    await person('family');
    await person('family');
    await person('self', other);
    await expect(person('self')).rejects.toThrow('idx_user_sensitive_info_self');
    await expect(person('enemy')).rejects.toThrow('user_sensitive_info_relation_check');
  });
});

describe('charts', () => {
  it('belong to a person of their own user', async () => {
    const friend = await person('friend');
    await chart({ person: friend });
    await expect(chart({ of: other, person: friend })).rejects.toThrow('saju_pillars_user_id_person_id_fkey');
  });

  it('go with their person', async () => {
    const friend = await person('friend');
    await chart({ person: friend });
    await sql`delete from user_sensitive_info where id = ${friend}`;
    expect(await sql`select from saju_pillars where person_id = ${friend}`).toEqual([]);
  });

  it('tell of the elements tens of a percent and nothing finer', async () => {
    await chart();
    await expect(chart({ elements: { ...ELEMENTS, wood: 33 } })).rejects.toThrow('elements_in_tens');
    await expect(chart({ elements: { ...ELEMENTS, wood: 30.5 } })).rejects.toThrow('elements_in_tens');
    await expect(chart({ balance: { yin_yang: { yin: 41.2 } } })).rejects.toThrow('elements_in_tens');
    await expect(chart({ elements: { wood: 100 } })).rejects.toThrow('all_five_elements');
  });
});

describe('instants', () => {
  it('are found again by what JavaScript reads of them', async () => {
    const columns = await sql`
      select table_name, column_name from information_schema.columns
      join pg_class on oid = (quote_ident(table_schema) || '.' || quote_ident(table_name))::regclass
      where table_schema in ('public', 'dwh') and relkind in ('r', 'p') and data_type = 'timestamp with time zone'
        and datetime_precision <> 3
        and table_name not in ('events', 'event_relay', 'event_snapshots', 'idempotency_keys', 'schema_migrations')`;
    expect(columns).toEqual([]);
  });

  it('carry a consultation’s key to its results', async () => {
    const [session] = await sql<[{ id: string; created_at: Date }]>`
      insert into consultation_sessions (user_id, consultation_type, service_type)
      values (${user}, 'ai', 'saju') returning id, created_at`;
    const text = randomBytes(60);
    const result = (at: Date) => sql`
      insert into consultation_results (session_id, session_created_at, result_type, main_interpretation, detailed_analysis, actionable_advice)
      values (${session.id}, ${at}, 'advice', ${text}, ${text}, ${text})`;
    await result(session.created_at);
    await expect(result(new Date(session.created_at.getTime() + 1))).rejects.toThrow('consultation_results_session_id');
  });
});

describe('readings', () => {
  it('are one of a device, a type and a millisecond', async () => {
    const device = randomUUID();
    await sql`insert into iot_devices (id, device_serial, device_type, location_id, installation_position)
      values (${device}, 'T-1', 'temperature', 'zone-1', '{}')`;
    const read = (at: string) => sql`
      insert into sensor_readings (device_id, reading_type, value, unit, recorded_at)
      select ${device}, 'temperature', 20, 'C', date_trunc('day', now()) + ${at}::interval on conflict do nothing`;
    expect([(await read('1.001 s')).count, (await read('1.0012 s')).count, (await read('1.002 s')).count]).toEqual([
      1, 0, 1,
    ]);
  });
});

describe('comments', () => {
  it('have the depth of their path, one place each, and are read as a thread', async () => {
    const [{ id: category }] = await sql<[{ id: number }]>`
      insert into board_categories (name, category_type, display_order) values ('a', 'general', 1) returning id`;
    const [{ id: post }] = await sql<[{ id: string }]>`
      insert into posts (category_id, author_id, title, content) values (${category}, ${user}, 'a', 'b') returning id`;
    const comment = (path: string) =>
      sql`insert into comments (post_id, author_id, content, path) values (${post}, ${user}, 'c', ${path}::text::ltree)`;
    for (const path of ['1', '2', '1.1', '1.1.1', '1.2']) await comment(path);
    await expect(comment('1.2')).rejects.toThrow('comments_post_id_path_key');
    expect(
      await sql`select path::text, depth from comments where post_id = ${post} and path <@ '1' order by path`,
    ).toEqual([
      { path: '1', depth: 0 },
      { path: '1.1', depth: 1 },
      { path: '1.1.1', depth: 2 },
      { path: '1.2', depth: 1 },
    ]);
  });
});
