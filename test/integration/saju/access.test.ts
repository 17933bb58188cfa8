import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { ScanCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { type AccessRow, SELF, sajuFunction } from './saju-function.ts';

const { database, url, clock, shared, ownerWithPerson, accesses } = await sajuFunction();

beforeEach(() => {
  clock.now = new Date(clock.now.getTime() + 60_000);
});

type Owner = Awaited<ReturnType<typeof ownerWithPerson>>;

/** What was recorded of a user's data while something was done. */
async function recorded({ userId }: Owner, work: () => Promise<unknown>): Promise<readonly AccessRow[]> {
  const before = (await accesses(userId)).length;
  await work();
  return (await accesses(userId)).slice(before);
}

/** A user with a chart and an interpretation of it. */
async function ownerWithChart() {
  const user = await ownerWithPerson();
  const { json: chart } = await user.call('POST', user.charts, { body: {} });
  const { json: told } = await user.call('POST', `${user.charts}/${chart.id}/interpretations`, {
    body: { type: 'personality' },
  });
  return { ...user, chart, told };
}

const birthColumns = ['encrypted_birth_date', 'encrypted_birth_time', 'encrypted_birth_location', 'encrypted_sex'];

describe('a record of access', () => {
  test('says for each reading who read which columns of which rows, and why', async () => {
    const user = await ownerWithChart();
    const { call, charts, chart, told, userId, personId } = user;
    const one = `${charts}/${chart.id}`;
    const chartAt = { table: 'saju_pillars', column: 'encrypted_chart', rowId: chart.id };
    const textAt = { table: 'saju_interpretations', column: 'ai_interpretation', rowId: told.id };
    const birthAt = birthColumns.map(column => ({ table: 'user_sensitive_info', column, rowId: personId }));
    for (const [method, target, body, purpose, places] of [
      ['POST', charts, {}, 'POST /v1/me/people/{personId}/charts', birthAt],
      ['GET', one, undefined, 'GET /v1/me/people/{personId}/charts/{chartId}', [chartAt]],
      [
        'GET',
        `${one}/interpretations/personality`,
        undefined,
        'GET /v1/me/people/{personId}/charts/{chartId}/interpretations/{type}',
        [textAt],
      ],
      [
        'POST',
        `${one}/interpretations`,
        { type: 'wealth' },
        'POST /v1/me/people/{personId}/charts/{chartId}/interpretations',
        [chartAt],
      ],
    ] as const) {
      expect(await recorded(user, () => call(method, target, { body })), purpose).toEqual([
        { actor_id: userId, purpose, outcome: 'granted', places },
      ]);
    }
  });

  test('is kept of a value that comes out of the cache, in the process and beside it', async () => {
    const user = await ownerWithChart();
    const { call, charts, chart, told } = user;
    const read = () => call('GET', `${charts}/latest`);
    expect((await read()).logged).toContain('cache_misses');
    const places = [
      { table: 'saju_pillars', column: 'encrypted_chart', rowId: chart.id },
      { table: 'saju_interpretations', column: 'ai_interpretation', rowId: told.id },
    ];
    const expected = [{ purpose: 'GET /v1/me/people/{personId}/charts/latest', outcome: 'granted', places }];
    const fromProcess = await recorded(user, async () => expect((await read()).logged).toContain('cache_l1_hits'));
    expect(fromProcess).toMatchObject(expected);
    // Past the life of values in the process.
    clock.now = new Date(clock.now.getTime() + 6 * 60_000);
    const fromTable = await recorded(user, async () => expect((await read()).logged).toContain('cache_l2_hits'));
    expect(fromTable).toMatchObject(expected);
  });

  test('is there of a reading whose process was killed before it could answer', async () => {
    const user = await ownerWithChart();
    const path = fileURLToPath(new URL('reading-process.ts', import.meta.url));
    const args = [url, user.userId, `${user.charts}/${user.chart.id}`];
    const rows = await recorded(user, async () => {
      const child = fork(path, args, { timeout: 15_000, killSignal: 'SIGKILL' });
      const ended = once(child, 'exit');
      const [message] = await Promise.race([once(child, 'message'), ended]);
      expect(message).toBe('opening');
      child.kill('SIGKILL');
      expect(await ended).toEqual([null, 'SIGKILL']);
    });
    expect(rows).toMatchObject([{ actor_id: user.userId, outcome: 'granted' }]);
  });
});

test('a chart in the cache is sealed', async () => {
  const user = await ownerWithChart();
  await user.call('GET', `${user.charts}/latest`);
  const { Items = [] } = await shared.client.send(new ScanCommand({ TableName: shared.name }));
  const mine = Items.filter(({ key }) => key?.S?.includes(user.chart.id));
  expect(mine).toHaveLength(1);
  expect(Buffer.from(mine[0]!.content!.S!, 'base64').toString('latin1')).not.toMatch(/1990|pillars|sentences/);
});

describe('when a birth is corrected', () => {
  test('its charts are gone with what was made of them, from the cache too', async () => {
    const user = await ownerWithChart();
    const { call, me, charts, chart, personId, userId } = user;
    await call('GET', `${charts}/latest`);
    const birth = { date: '1991-01-20', time: '03:10' };
    expect(await me('PATCH', `/v1/me/people/${personId}`, { body: { birth } })).toMatchObject({ status: 200 });
    expect(await call('GET', `${charts}/latest`)).toMatchObject({ status: 404 });
    expect(await call('GET', `${charts}/${chart.id}`)).toMatchObject({ status: 404 });
    expect((await call('GET', charts)).json.charts).toEqual([]);
    expect(await database.sql`select from saju_interpretations where id = ${user.told.id}`).toHaveLength(0);
    const { json } = await call('POST', charts, { body: {} });
    expect(json.chart.solarDate).toBe('1991-01-20');
    expect((await call('GET', `${charts}/latest`)).json).toMatchObject({ id: json.id, interpretations: [] });
    expect(userId).not.toBe('');
  });

  test('charts of other people stay', async () => {
    const user = await ownerWithChart();
    const friend = (await user.me('POST', '/v1/me/people', { body: { ...SELF, relation: 'friend' } })).json.id;
    const charts = `/v1/me/people/${friend}/charts`;
    const { json } = await user.call('POST', charts, { body: {} });
    await user.me('PATCH', `/v1/me/people/${user.personId}`, { body: { sex: 'male' } });
    expect((await user.call('GET', `${charts}/latest`)).json.id).toBe(json.id);
  });
});

describe('a value that was moved or changed', () => {
  const sealedChart = async (id: string) => {
    const [row] = await database.sql<[{ sealed: Buffer }]>`
      select encrypted_chart as sealed from saju_pillars where id = ${id}`;
    return row.sealed;
  };
  const put = (id: string, sealed: Uint8Array) =>
    database.sql`update saju_pillars set encrypted_chart = ${sealed} where id = ${id}`;

  test.each<[string, string, (mine: Buffer, other: () => Promise<Buffer>) => Buffer | Promise<Buffer>]>([
    ['of another user', 'unknown_key', (_, other) => other()],
    ['with its tag cut', 'altered', mine => mine.subarray(0, -1)],
    ['with one bit changed', 'altered', mine => Buffer.from(mine.map((byte, at) => (at === 40 ? byte ^ 1 : byte)))],
    ['of an unknown version', 'unknown_version', mine => Buffer.from(mine.map((byte, at) => (at === 0 ? 99 : byte)))],
    ['of an unknown key', 'unknown_key', mine => Buffer.from(mine.map((byte, at) => (at === 3 ? byte ^ 1 : byte)))],
    ['too short to be one', 'malformed', mine => mine.subarray(0, 20)],
  ])('%s stays closed, and the attempt is recorded', async (_, code, change) => {
    const user = await ownerWithChart();
    const { call, charts, chart } = user;
    const changed = await change(await sealedChart(chart.id), async () =>
      sealedChart((await ownerWithChart()).chart.id),
    );
    await put(chart.id, changed);
    for (const target of [`${charts}/${chart.id}`, `${charts}/latest`]) {
      const rows = await recorded(user, async () => {
        const answer = await call('GET', target);
        expect(answer).toMatchObject({ status: 500, json: { code: 'internal_error' } });
        expect(answer.text).not.toMatch(/1990|庚|pillars/);
      });
      expect(rows.map(({ outcome }) => outcome)).toEqual(['granted', code]);
    }
  });

  test('from another row or column of the same user stays closed too', async () => {
    const user = await ownerWithChart();
    const { call, charts, chart, told } = user;
    clock.now = new Date(clock.now.getTime() + 1_000);
    const { json: second } = await call('POST', charts, { body: {} });
    await put(second.id, await sealedChart(chart.id));
    await database.sql`
      update saju_interpretations set user_rating = 1, user_feedback = ai_interpretation where id = ${told.id}`;
    for (const target of [`${charts}/${second.id}`, `${charts}/${chart.id}/interpretations/personality`]) {
      const rows = await recorded(user, async () =>
        expect(await call('GET', target)).toMatchObject({ status: 500, json: { code: 'internal_error' } }),
      );
      expect(rows.map(({ outcome }) => outcome)).toEqual(['granted', 'altered']);
    }
  });

  test('in the cache is recorded, and read from the database instead', async () => {
    const [one, other] = [await ownerWithChart(), await ownerWithChart()];
    const cached = async ({ call, charts, chart }: typeof one) => {
      await call('GET', `${charts}/latest`);
      const { Items = [] } = await shared.client.send(new ScanCommand({ TableName: shared.name }));
      return Items.find(({ key }) => key?.S?.includes(chart.id))!;
    };
    const [mine, theirs] = [await cached(one), await cached(other)];
    await shared.client.send(
      new UpdateItemCommand({
        TableName: shared.name,
        Key: { key: mine.key! },
        UpdateExpression: 'SET content = :content',
        ExpressionAttributeValues: { ':content': theirs.content! },
      }),
    );
    // Past the life of values in the process.
    clock.now = new Date(clock.now.getTime() + 6 * 60_000);
    const rows = await recorded(one, async () =>
      expect((await one.call('GET', `${one.charts}/latest`)).json.id).toBe(one.chart.id),
    );
    expect(rows.map(({ outcome }) => outcome)).toEqual(['granted', 'unknown_key']);
  });
});
