import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../../platform/db/connection.ts';
import { emptyDatabase } from '../database.ts';

const { database, url } = await emptyDatabase();
const { sql } = database;

describe('arrays', () => {
  test.each([
    ['int4', [1, -2, null]],
    ['int8', ['9007199254740993', null]],
    ['float8', [0.1, 1e300]],
    ['numeric', ['12345678901234567890.5']],
    ['bool', [true, false, null]],
    ['uuid', ['0190f7a0-0000-7000-8000-000000000000']],
    ['date', ['1900-01-01', '2101-01-28']],
    ['timestamptz', [new Date('2026-02-04T05:02:03.004Z'), null]],
    ['bytea', [Buffer.from([0, 34, 92, 255])]],
    ['jsonb', [{ a: '"\\' }, [1], null]],
    ['text', ['', 'NULL', null, '"', '\\', '{a,b}', ' 사주 ']],
    ['xid8', ['18446744073709551615']],
  ])('of %s go there and back as they are', async (type, values) => {
    const [row] = await sql`select ${sql.array(values as string[], oids[type as keyof typeof oids])} as there`;
    expect(row!.there).toEqual(values);
  });

  /** What the driver is told where it cannot tell from the values. */
  const oids = {
    int4: 23,
    int8: 20,
    float8: 701,
    numeric: 1700,
    bool: 16,
    uuid: 2950,
    date: 1082,
    timestamptz: 1184,
    bytea: 17,
    jsonb: 3802,
    text: 25,
    xid8: 5069,
  };

  test('of any text', async () => {
    // PostgreSQL has no zero character.
    const text = fc.string({ unit: 'grapheme' }).map(value => value.replaceAll('\0', ''));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.option(text), { maxLength: 8 }), async values => {
        const [row] = await sql`select ${values}::text[] as there`;
        expect(row!.there).toEqual(values);
      }),
      { numRuns: 200 },
    );
  });

  test('are taken as the server expects them, without a word of their type', async () => {
    expect(await sql`select n from generate_series(1, 5) n where n = any(${[2, 4]})`).toEqual([{ n: 2 }, { n: 4 }]);
    expect(
      await sql`select * from unnest(${['1900-01-01', null]}::date[], ${['a', 'b']}::text[]) as t(day, name)`,
    ).toEqual([
      { day: '1900-01-01', name: 'a' },
      { day: null, name: 'b' },
    ]);
  });

  test('have any depth, and bounds of their own', async () => {
    const [row] =
      await sql`select array[[1, 2], [3, null]] as deep, '{}'::int[] as empty, '[0:1]={a,b}'::text[] as bound`;
    expect(row).toEqual({
      deep: [
        [1, 2],
        [3, null],
      ],
      empty: [],
      bound: ['a', 'b'],
    });
    const [again] = await sql`select ${[[1, 2], [3, 4]]}::int[] as deep`;
    expect(again!.deep).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });
});

test('a calendar date is its text, whatever the zone of the machine', async () => {
  expect(await sql`select ${'2026-02-04'}::date as day`).toEqual([{ day: '2026-02-04' }]);
});

describe('the reader', () => {
  test('is the writer where there is none', async () => {
    expect(database.reader).toBe(database.sql);
  });

  test('is where it is said to be, and writes nothing', async () => {
    const both = openDatabase({
      url,
      readerUrl: `${url}?options=-c%20default_transaction_read_only%3Don`,
      connections: 1,
      applicationName: 'both',
    });
    await both.sql`create table written (id int)`;
    await expect(both.reader`insert into written values (1)`).rejects.toMatchObject({ code: '25006' });
    await both.close();
  });
});

test('a session says whose it is, and ends statements that take too long', async () => {
  const strict = openDatabase({ url, connections: 1, applicationName: 'strict', statementTimeoutMs: 50 });
  expect(await strict.sql`show application_name`).toEqual([{ application_name: 'strict' }]);
  await expect(strict.sql`select pg_sleep(60)`).rejects.toMatchObject({ code: '57014' });
  await strict.close();
});

test('the password is asked for at each connection', async () => {
  const { password } = new URL(url);
  const asked: string[] = [];
  const keyed = openDatabase({
    url: Object.assign(new URL(url), { password: 'wrong' }).href,
    password: async server => {
      asked.push(server.pathname);
      return password;
    },
    connections: 1,
    applicationName: 'keyed',
  });
  expect(await keyed.sql`select 1 as one`).toEqual([{ one: 1 }]);
  expect(asked).toEqual([new URL(url).pathname]);
  await keyed.close();
});

test('a server without encryption is refused where it is asked for', async () => {
  const encrypted = openDatabase({ url, connections: 1, applicationName: 'encrypted', tls: true });
  afterAll(() => encrypted.close());
  await expect(encrypted.sql`select 1`).rejects.toThrow();
});
