import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { chartAnswer } from '../../../functions/saju/charts/answer.ts';
import { interpretationPlace } from '../../../functions/saju/people-charts/interpretations/sealed-interpretation.ts';
import { sealChart } from '../../../functions/saju/people-charts/sealed-chart.ts';
import { CONSENT_VERSIONS } from '../../../functions/users/consents/consent.ts';
import { deleteExports, makeExports } from '../../../functions/users/me/exports/make.ts';
import { startExportHere } from '../../../functions/users/me/exports/start.ts';
import { holdAccount } from '../../../platform/accounts/account-state.ts';
import { runnerOn } from '../jobs/runner.ts';
import { meFunction, PASSWORD } from './me-function.ts';

/** Every right that a person has under PIPA, followed through over HTTP. */

const { database, clock, dependencies, encryption, functionWith, member, call: stranger } = await meFunction();
const run = runnerOn(() => database);
const make = () =>
  run(
    makeExports(job => ({ ...dependencies, database: job.database, now: job.now })),
    clock.now,
  );

const SELF = { relation: 'self', label: '나', birth: { date: '1990-05-15', time: '14:30' }, sex: 'female' };

describe('access (PIPA, article 35)', () => {
  test('shows everything, and everyone who looked', async () => {
    const { call, userId, email } = await member();
    expect((await call('GET', '/v1/me')).json).toMatchObject({ id: userId, email, nickname: '미소', roles: [] });
    const { json: person } = await call('POST', '/v1/me/people', { body: SELF });
    await call('GET', `/v1/me/people/${person.id}`);
    const expert = randomUUID();
    const places = [{ table: 'user_sensitive_info', column: 'encrypted_birth_date', rowId: person.id }];
    const access = { actorId: expert, subjectId: userId, purpose: 'GET /v1/reviews', requestId: 'r-1', places };
    clock.now = new Date(clock.now.getTime() + 1_000);
    await dependencies.openRecorded(access, async () => {});

    const { json: history } = await call('GET', '/v1/me/access-history');
    expect(history.accesses).toMatchObject([
      { actor: { kind: 'account', id: expert }, purpose: 'GET /v1/reviews', outcome: 'granted', items: places },
      { actor: { kind: 'self', id: userId } },
      { actor: { kind: 'self', id: userId } },
    ]);
    expect(history.accesses.map(({ purpose }: { purpose: string }) => purpose).toSorted()).toEqual([
      'GET /v1/me',
      'GET /v1/me/people/{personId}',
      'GET /v1/reviews',
    ]);

    const other = await member();
    expect((await other.call('GET', '/v1/me/access-history')).json.accesses).toEqual([]);
  });

  test('of the history comes in pages that miss nothing and repeat nothing', async () => {
    const { call } = await member();
    for (let reading = 0; reading < 5; reading++) await call('GET', '/v1/me');
    const ids = new Set<string>();
    let target = '/v1/me/access-history?limit=2';
    for (let pages = 1; ; pages++) {
      const { json } = await call('GET', target);
      for (const { requestId } of json.accesses) ids.add(requestId);
      if (json.nextCursor === null) {
        expect(pages).toBe(3);
        break;
      }
      target = `/v1/me/access-history?limit=2&cursor=${json.nextCursor}`;
    }
    expect(ids.size).toBe(5);
  });

  test('is nobody’s without a token', async () => {
    for (const target of ['/v1/me', '/v1/me/people', '/v1/me/exports', '/v1/me/access-history', '/v1/me/consents']) {
      expect(await stranger('GET', target)).toMatchObject({ status: 401, json: { code: 'unauthenticated' } });
    }
  });
});

describe('correction (article 36)', () => {
  test('changes what is said of the user, and nothing that is not theirs to change', async () => {
    const { call } = await member();
    const change = {
      nickname: '달빛',
      locale: 'en-US',
      timeZone: 'America/New_York',
      profileImageUrl: 'https://a.example/b.png',
    };
    expect((await call('PATCH', '/v1/me', { body: change })).json).toMatchObject(change);
    expect((await call('GET', '/v1/me')).json).toMatchObject(change);
    expect((await call('PATCH', '/v1/me', { body: { profileImageUrl: null } })).json).toMatchObject({
      ...change,
      profileImageUrl: null,
    });
    for (const field of ['id', 'email', 'roles', 'accountStatus', 'account_status']) {
      const refused = await call('PATCH', '/v1/me', { body: { [field]: 'admin' } });
      expect(refused).toMatchObject({ status: 400, json: { errors: [{ path: field, code: 'unknown_field' }] } });
    }
    expect(await call('PATCH', '/v1/me', { body: { profileImageUrl: 'javascript:alert(1)' } })).toMatchObject({
      status: 400,
    });
  });

  test('of a person is read back, and their charts go', async () => {
    const { call } = await member();
    const { json: person } = await call('POST', '/v1/me/people', { body: SELF });
    const at = `/v1/me/people/${person.id}`;
    await call('PATCH', at, { body: { birth: { date: '1991-05-15' } } });
    expect((await call('GET', at)).json.birth).toMatchObject({ date: '1991-05-15', time: null });
    expect(await call('DELETE', at)).toMatchObject({ status: 204 });
    expect(await call('GET', at)).toMatchObject({ status: 404 });
  });

  test('of preferences replaces them', async () => {
    const { call } = await member();
    const { json } = await call('GET', '/v1/me/preferences');
    expect(json.notifications).toEqual({
      email: false,
      sms: false,
      push: false,
      dailyFortune: false,
      community: false,
    });
    const wanted = { ...json, theme: { mode: 'dark', textSize: 'large' }, favoriteServices: ['saju', 'luck'] };
    expect((await call('PUT', '/v1/me/preferences', { body: wanted })).json).toEqual(wanted);
    expect((await call('GET', '/v1/me/preferences')).json).toEqual(wanted);
  });
});

describe('withdrawal of consents (article 37)', () => {
  test.each(['marketing', 'location', 'analytics'] as const)(
    'of %s holds at once and stays in the history',
    async kind => {
      const { call, userId } = await member();
      const at = `/v1/me/consents/${kind}`;
      expect((await call('DELETE', at)).json).toMatchObject({ kind, given: false, decidedAt: null });
      expect(await call('PUT', at, { body: { version: '1999-01-01' } })).toMatchObject({
        status: 400,
        json: { errors: [{ path: 'version', code: 'outdated_consent' }] },
      });
      const version = CONSENT_VERSIONS[kind];
      expect((await call('PUT', at, { body: { version } })).json).toMatchObject({
        given: true,
        isCurrent: true,
        version,
      });
      expect((await call('DELETE', at)).json).toMatchObject({ given: false, isCurrent: false });
      const { json } = await call('GET', '/v1/me/consents');
      expect(json.consents.find((consent: { kind: string }) => consent.kind === kind)).toMatchObject({ given: false });
      const { json: history } = await call('GET', '/v1/me/consents/history');
      expect(history.decisions).toMatchObject([
        { kind, given: false },
        { kind, given: true },
        { kind: 'privacy', given: true },
      ]);
      if (kind === 'marketing') {
        const [user] = await database.sql`select marketing_consent from users where id = ${userId}`;
        expect(user).toEqual({ marketing_consent: false });
      }
    },
  );

  test('of privacy is the erasure of the account, and says so', async () => {
    const { call } = await member();
    const refused = await call('DELETE', '/v1/me/consents/privacy', { headers: { 'Accept-Language': 'en' } });
    expect(refused).toMatchObject({ status: 409, json: { code: 'privacy_consent_needed' } });
    expect(refused.json.detail).toContain('DELETE /v1/me');
    expect(await call('DELETE', '/v1/me', { body: { password: PASSWORD } })).toMatchObject({ status: 200 });
  });
});

describe('suspension (article 37)', () => {
  test('stops processing and no right, until it is resumed', async () => {
    const { call, userId } = await member();
    const { json: person } = await call('POST', '/v1/me/people', { body: SELF });
    expect((await call('PUT', '/v1/me/suspension')).json).toEqual({ suspended: true, since: clock.now.toISOString() });
    expect((await call('PUT', '/v1/me/suspension')).json.suspended).toBe(true);

    const friend = { ...SELF, relation: 'friend' };
    expect(await call('POST', '/v1/me/people', { body: friend })).toMatchObject({
      status: 403,
      json: { code: 'account_suspended' },
    });
    // What stored charts ask before they are written.
    await expect(database.transaction(tx => holdAccount(tx, userId, 'refused'))).rejects.toThrow('account_suspended');

    expect((await call('GET', '/v1/me')).json.accountStatus).toBe('suspended');
    expect(await call('PATCH', `/v1/me/people/${person.id}`, { body: { label: '본인' } })).toMatchObject({
      status: 200,
    });
    expect(
      await call('PUT', '/v1/me/consents/location', { body: { version: CONSENT_VERSIONS.location } }),
    ).toMatchObject({ status: 200 });
    expect(await call('POST', '/v1/me/exports')).toMatchObject({ status: 202 });

    expect((await call('DELETE', '/v1/me/suspension')).json).toEqual({ suspended: false, since: null });
    expect((await call('GET', '/v1/me/suspension')).json).toEqual({ suspended: false, since: null });
    expect(await call('POST', '/v1/me/people', { body: friend })).toMatchObject({ status: 201 });
  });

  test('by an operator is not the user’s to end', async () => {
    const { call, userId } = await member();
    await database.sql`update users set account_status = 'suspended' where id = ${userId}`;
    expect(await call('DELETE', '/v1/me/suspension')).toMatchObject({
      status: 409,
      json: { code: 'suspended_by_operator' },
    });
    expect((await call('GET', '/v1/me/suspension')).json).toEqual({ suspended: true, since: null });
  });
});

describe('portability (article 35-2)', () => {
  test('gives a copy of everything, for a week, to its user alone', async () => {
    const { call, userId, email } = await member();
    const { json: person } = await call('POST', '/v1/me/people', { body: SELF });
    const { json: requested, status } = await call('POST', '/v1/me/exports');
    expect(status).toBe(202);
    expect(requested).toMatchObject({ status: 'requested', completedAt: null });
    expect((await call('POST', '/v1/me/exports')).json.id).toBe(requested.id);
    const at = `/v1/me/exports/${requested.id}`;
    expect((await call('GET', at)).json.content).toBeNull();

    await make();
    const { json: ready } = await call('GET', at);
    expect(ready.status).toBe('ready');
    expect(ready.content).toMatchObject({ format: 'heal7-export', formatVersion: 1 });
    const { sections } = ready.content;
    expect(sections.account).toMatchObject([{ id: userId, email, nickname: '미소' }]);
    expect(sections.people).toMatchObject([
      {
        id: person.id,
        relation: 'self',
        label: '나',
        birthDate: { calendar: 'solar', date: '1990-05-15' },
        birthTime: { time: '14:30' },
        birthLocation: null,
        sex: 'female',
      },
    ]);
    expect(sections.consents).toMatchObject([{ kind: 'privacy', given: true }]);
    expect(sections.sessions).toHaveLength(1);
    expect(sections.events.map(({ type }: { type: string }) => type)).toContain('user.person_added');
    expect(JSON.stringify(ready)).not.toMatch(/argon2|hash/i);

    const [stored] = await database.sql<{ content: Uint8Array }[]>`
      select encrypted_content as content from data_exports where id = ${requested.id}`;
    expect(Buffer.from(stored!.content).toString('latin1')).not.toContain('1990');

    const other = await member();
    expect(await other.call('GET', at)).toMatchObject({ status: 404, json: { code: 'export_not_found' } });

    // Making it and taking it were both seen.
    const { json: history } = await call('GET', '/v1/me/access-history');
    const seen = history.accesses.map(({ actor, purpose }: { actor: { kind: string }; purpose: string }) => [
      actor.kind,
      purpose,
    ]);
    expect(seen).toContainEqual(['job', 'make-exports']);
    expect(seen).toContainEqual(['self', 'GET /v1/me/exports/{exportId}']);

    const week = new Date(clock.now.getTime() + 7 * 86_400_000);
    clock.now = new Date(week.getTime() - 1);
    expect(await call('GET', at)).toMatchObject({ status: 200 });
    expect(await run(deleteExports, clock.now)).toEqual({ deleted: 0 });
    clock.now = week;
    expect(await call('GET', at)).toMatchObject({ status: 404 });
    expect((await call('GET', '/v1/me/exports')).json.exports).toEqual([]);
    await run(deleteExports, clock.now);
    expect((await database.sql`select from data_exports where id = ${requested.id}`).count).toBe(0);
  });

  test('opens charts and what was said of them', async () => {
    const { call, userId } = await member();
    const { json: person } = await call('POST', '/v1/me/people', { body: SELF });
    const [chartId, interpretationId] = [randomUUID(), randomUUID()];
    const { cipher } = encryption;
    const input = { birth: { calendar: 'solar', date: '1990-05-15' }, sex: 'female' } as const;
    const kept = { input, chart: chartAnswer(input) };
    const place = (column: 'ai_interpretation' | 'expert_review' | 'user_feedback') =>
      interpretationPlace(userId, interpretationId, column);
    const [chart, told, review, feedback] = await Promise.all([
      sealChart(cipher, userId, chartId, kept),
      cipher.seal(place('ai_interpretation'), JSON.stringify({ topic: 'wealth' })),
      cipher.seal(place('expert_review'), '잘 보았습니다'),
      cipher.seal(place('user_feedback'), '고맙습니다'),
    ]);
    const { sql } = database;
    const elements = sql.json({ wood: 30, fire: 20, earth: 20, metal: 0, water: 30 });
    await sql`
      insert into saju_pillars (id, user_id, person_id, calculation_id, encrypted_chart, engine_version, five_elements, element_balance)
      values (${chartId}, ${userId}, ${person.id}, ${chartId}, ${chart}, '1', ${elements}, '{}')`;
    await sql`
      insert into saju_interpretations (id, saju_pillar_id, interpretation_type, ai_interpretation, ai_confidence_score,
        ai_model_version, expert_review, expert_id, reviewed_at, review_requested_at, review_status, user_feedback)
      values (${interpretationId}, ${chartId}, 'wealth', ${told}, 50, 'rules-1', ${review}, ${userId}, ${clock.now},
        ${clock.now}, 'reviewed', ${feedback})`;
    const { json: requested } = await call('POST', '/v1/me/exports');
    await make();
    const { sections } = (await call('GET', `/v1/me/exports/${requested.id}`)).json.content;
    expect(sections.charts).toMatchObject([{ id: chartId, chart: JSON.parse(JSON.stringify(kept)) }]);
    expect(sections.interpretations).toMatchObject([
      { aiInterpretation: { topic: 'wealth' }, expertReview: '잘 보았습니다', userFeedback: '고맙습니다' },
    ]);
  });

  test('is made right after it was asked for, where the process lives on', async () => {
    const startExport = startExportHere(dependencies, () => clock.now);
    const own = await member();
    const call = own.through(functionWith({ startExport }));
    const { json } = await call('POST', '/v1/me/exports');
    await expect.poll(async () => (await call('GET', `/v1/me/exports/${json.id}`)).json.status).toBe('ready');
  });

  test('is told of what could not be made, and others are not kept waiting by it', async () => {
    const [broken, whole] = [await member(), await member()];
    const { json: first } = await broken.call('POST', '/v1/me/exports');
    const { json: second } = await whole.call('POST', '/v1/me/exports');
    await database.sql`update users set email = '\\x01' where id = ${broken.userId}`;
    await expect(make()).rejects.toThrow('failed');
    expect((await whole.call('GET', `/v1/me/exports/${second.id}`)).json.status).toBe('ready');
    const status = async () => (await broken.call('GET', `/v1/me/exports/${first.id}`)).json.status;
    expect(await status()).toBe('requested');
    for (let attempt = 2; attempt <= 5; attempt++) await expect(make()).rejects.toThrow('failed');
    expect(await status()).toBe('failed');
    expect(await make()).toEqual({ made: 0 });
  });
});

describe('erasure (article 36)', () => {
  test('destroys the key, ends every session and leaves nobody’s rows', async () => {
    const { call, userId, email } = await member();
    const { json: person } = await call('POST', '/v1/me/people', { body: SELF });
    await call('POST', '/v1/me/exports');
    await make();
    const [sealed] = await database.sql<{ date: Uint8Array }[]>`
      select encrypted_birth_date as date from user_sensitive_info where id = ${person.id}`;
    const [{ id: category }] = await database.sql<[{ id: number }]>`
      insert into board_categories (name, category_type, display_order) values ('a', 'general', 1) returning id`;
    const post = (title: string, status: string) => database.sql`
      insert into posts (category_id, author_id, title, content, status)
      values (${category}, ${userId}, ${title}, 'b', ${status})`;
    await post('public', 'published');
    await post('a draft', 'draft');

    expect(await call('DELETE', '/v1/me', { body: { password: PASSWORD } })).toMatchObject({
      status: 200,
      json: { erasedAt: clock.now.toISOString() },
    });

    for (const target of ['/v1/me', '/v1/me/people', '/v1/me/exports']) {
      expect(await call('GET', target)).toMatchObject({ status: 401 });
    }
    const [user] = await database.sql`select * from users where id = ${userId}`;
    expect(user).toMatchObject({
      nickname: '탈퇴한 회원',
      account_status: 'deleted',
      email: null,
      email_hash: null,
      password_hash: null,
      privacy_consent: {},
    });
    for (const table of ['user_sensitive_info', 'sessions', 'data_exports', 'user_preferences']) {
      expect((await database.sql`select from ${database.sql(table)} where user_id = ${userId}`).count, table).toBe(0);
    }
    const posts = await database.sql`select title from posts where author_id = ${userId}`;
    expect(posts.map(({ title }) => title)).toEqual(['public']);
    const [erasure] = await database.sql`select * from erasures where user_id = ${userId}`;
    expect(erasure).toEqual({ user_id: userId, erased_at: clock.now, completed_at: clock.now });

    // A copy of what was stored opens no more.
    const place = { userId, table: 'user_sensitive_info', column: 'encrypted_birth_date', rowId: person.id };
    await expect(encryption.cipher.open(place, sealed!.date)).rejects.toMatchObject({ code: 'erased' });
    await expect(encryption.keys.create(userId)).rejects.toThrow('account_erased');
    expect(
      (await database.sql`select from users where email_hash = ${await encryption.blindIndex.of('email', email)}`)
        .count,
    ).toBe(0);
  });

  test('takes more than a token: the password, of which five may be tried', async () => {
    const { call, userId } = await member();
    for (const body of [{}, { password: PASSWORD, verification: { verification: 'a', code: '1' } }]) {
      const refused = await call('DELETE', '/v1/me', { body });
      expect(refused).toMatchObject({ status: 400, json: { errors: [{ code: 'password_or_verification' }] } });
    }
    for (let tried = 0; tried < 5; tried++) {
      const refused = await call('DELETE', '/v1/me', { body: { password: 'not the password' } });
      expect(refused).toMatchObject({ status: 403, json: { code: 'password_refused' } });
    }
    expect(await call('DELETE', '/v1/me', { body: { password: PASSWORD } })).toMatchObject({ status: 429 });
    expect(await encryption.keys.isErased(userId)).toBe(false);
    clock.now = new Date(clock.now.getTime() + 15 * 60_000);
    expect(await call('DELETE', '/v1/me', { body: { password: PASSWORD } })).toMatchObject({ status: 200 });
  });
});
