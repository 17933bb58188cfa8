import { domains } from '../../../functions/manifest.ts';
import { CONSENT_VERSIONS } from '../../../functions/users/consents/consent.ts';
import { jobsOf, runJob } from '../../../local/jobs/run-job.ts';
import type { Operation } from '../../../platform/http/operation.ts';
import type { HostedPlatform, Received, Sent } from '../hosted-platform.ts';
import { alerts, devices, readings, retirement, visits } from './devices.ts';
import { PERSON } from './person.ts';
import { REDIRECT_URI, type startProvider } from './social-provider.ts';

const operations: ReadonlyMap<string, Operation> = new Map(
  domains.flatMap(({ http }) => http?.operations ?? []).map(each => [each.id, each]),
);

interface Parameters extends Sent {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: string;
}

type Contact = { readonly email: string } | { readonly phone: string };

/** Calls operations by their ids, and knows which have been called, and what they gave that is secret or personal. */
export class Session {
  readonly called = new Set<string>();
  readonly given = new Map<string, string>();
  readonly #platform: HostedPlatform;

  constructor(platform: HostedPlatform) {
    this.#platform = platform;
  }

  /** @throws Error where the answer is another than the contract's success */
  async do(id: string, { params = {}, query = '', ...sent }: Parameters = {}): Promise<Received> {
    const operation = operations.get(id);
    if (operation === undefined) throw new Error(`There is no operation ${id}`);
    const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name]!));
    const received = await this.#platform.call(operation.method, `${path}${query}`, sent);
    if (received.status !== operation.response.status) {
      throw new Error(`${id} was answered ${received.status}: ${received.text.slice(0, 500)}`);
    }
    this.called.add(id);
    return received;
  }

  /** Has a code sent to a contact; gives what proves it. */
  async code(purpose: string, contact: Contact, to: string) {
    await this.#platform.forgetLimits();
    const { json } = await this.do('requestVerification', { body: { purpose, contact } });
    const { values } = await this.#platform.lastMessage(to);
    this.given.set(`code (${purpose}, ${this.given.size})`, values.code!);
    this.given.set(`token of a verification (${purpose}, ${this.given.size})`, json.verification);
    return { verification: json.verification as string, code: values.code! };
  }

  /** Remembers the tokens of an answer; gives the one to call with. */
  tokens(whose: string, answer: Record<string, string>): string {
    for (const name of ['accessToken', 'refreshToken', 'deviceToken']) {
      if (answer[name] !== undefined) this.given.set(`${name} (${whose}, ${this.given.size})`, answer[name]);
    }
    return answer.accessToken!;
  }
}

const consents = {
  privacy: { version: CONSENT_VERSIONS.privacy, given: true },
  marketing: { version: CONSENT_VERSIONS.marketing, given: true },
  location: { version: CONSENT_VERSIONS.location, given: false },
  analytics: { version: CONSENT_VERSIONS.analytics, given: true },
};

/** Every operation of every domain, but the one that ends the account; and every job. */
export async function wholeSession(
  platform: HostedPlatform,
  session: Session,
  provider: Awaited<ReturnType<typeof startProvider>>,
): Promise<string> {
  await publicPages(session);
  await charts(session);
  const token = await account(session, provider);
  await child(session);
  await me(platform, session, token);
  const stored = await storedCharts(session, token);
  await review(session, token, stored);
  const operator = await staffToken(session, PERSON.operator, 'operator');
  await deadLetters(platform, session, operator);
  await readings(platform, session, operator);
  await devices(session, operator);
  await retirement(session, operator);
  await alerts(platform, session, operator);
  // Roles are given to somebody, and taken away from somebody.
  for (const job of jobsOf(domains).filter(({ name }) => !name.endsWith('-role'))) await runJob(job);
  await runNamed('revoke-role', 'expert', PERSON.expert.email);
  await exports(session, token);
  return sessions(session, token);
}

async function publicPages(session: Session): Promise<void> {
  for (const { id, path, method } of operations.values()) {
    const isPage = method === 'GET' && !path.startsWith('/v1/') && !path.includes('{');
    if (isPage) await session.do(id);
  }
  const { date } = PERSON.self.birth;
  await session.do('getManseDay', { params: { date } });
  await session.do('listManseDays', { query: `?from=${date}&to=${date}` });
  await session.do('getManseMonth', { params: { month: date.slice(0, 7) } });
  await session.do('getSolarTerms', { params: { year: date.slice(0, 4) } });
  const { date: lunar } = PERSON.grandmother.birth;
  const [year, month, day] = lunar.split('-').map(part => String(Number(part)));
  await session.do('getLunarDay', { params: { year: year!, month: month!, day: day! } });
  await session.do('listConsentTexts');
  await session.do('getEventSchema', { params: { type: 'user.signed_up', file: '1.json' } });
}

/** Charts without an account: nothing of them is kept anywhere. */
async function charts(session: Session): Promise<void> {
  const { birth, place, sex } = PERSON.self;
  const person = { birth, place, sex };
  const { birth: otherBirth, place: otherPlace, sex: otherSex } = PERSON.grandmother;
  const other = { birth: otherBirth, place: otherPlace, sex: otherSex };
  const { json: chart } = await session.do('createChart', { body: person });
  const { json: another } = await session.do('createChart', { body: other });
  for (const [whose, { pillars, instant, lunarDate }] of [
    ['self', chart],
    ['grandmother', another],
  ] as const) {
    session.given.set(`instant (${whose})`, instant);
    const lunar = [lunarDate.year, lunarDate.month, lunarDate.day].map(part => String(part).padStart(2, '0'));
    session.given.set(`lunar date (${whose})`, lunar.join('-'));
    for (const name of ['year', 'month', 'day', 'hour']) {
      for (const word of ['hangul', 'hanja', 'code', 'english']) {
        session.given.set(`${name} pillar in ${word} (${whose})`, pillars[name][word]);
      }
    }
  }
  await session.do('createCharts', { body: { people: [person, other] } });
  await session.do('createInterpretation', { body: person });
  await session.do('createCompatibility', { body: { a: person, b: other } });
  const days = { occasion: 'moving', from: '2026-12-01', to: '2026-12-31', people: [person] };
  await session.do('createAuspiciousDays', { body: days });
  await session.do('createLuck', { body: { ...person, from: '2026-12-01', to: '2026-12-31' } });
  const { year, month, day } = chart.pillars;
  const pillars = { year: year.hangul, month: month.hanja, day: day.code };
  await session.do('searchPillars', { body: { pillars } });
  await session.do('getGlossary');
}

async function account(session: Session, provider: Awaited<ReturnType<typeof startProvider>>): Promise<string> {
  const { email, phone, password, newPassword, nickname, birthYear } = PERSON;
  const verification = await session.code('sign-up', { email }, email);
  const signUp = { contact: { email }, verification, password, nickname, birthYear, consents };
  session.tokens('sign-up', (await session.do('signUp', { body: signUp })).json);

  const reset = await session.code('password-reset', { email }, email);
  await session.do('resetPassword', { body: { contact: { email }, verification: reset, password: newPassword } });
  const byCode = await session.code('log-in', { email }, email);
  const logIn = { contact: { email }, password: newPassword, verification: byCode };
  const { json: opened } = await session.do('logIn', { body: logIn });
  session.tokens('log-in', opened);
  const { json: next } = await session.do('refreshSession', { body: { refreshToken: opened.refreshToken } });
  const token = session.tokens('refresh', next);

  // Another account, by phone, through a log-in elsewhere.
  const start = { params: { provider: 'naver' }, body: { redirectUri: REDIRECT_URI } };
  const { json: begun } = await session.do('startSocialLogin', start);
  session.given.set('secret of a social log-in', begun.login);
  const callback = provider.callback(begun.authorizationUrl);
  const finish = { params: { provider: 'naver' }, body: { login: begun.login, callback } };
  const { json: finished } = await session.do('socialLogIn', finish);
  session.given.set('secret of a social sign-up', finished.login);
  const byPhone = await session.code('sign-up', { phone }, phone);
  const social = {
    contact: { phone },
    verification: byPhone,
    socialLogin: finished.login,
    nickname,
    birthYear,
    consents,
  };
  session.tokens('social', (await session.do('signUp', { body: social })).json);
  return token;
}

async function child(session: Session): Promise<void> {
  const { email, guardian, password } = PERSON.child;
  const verification = await session.code('sign-up', { email }, email);
  const consent = await session.code('guardian', { email: guardian }, guardian);
  const body = {
    contact: { email },
    verification,
    password,
    nickname: PERSON.nickname,
    birthYear: new Date().getUTCFullYear() - 10,
    consents,
    guardian: { contact: { email: guardian }, verification: consent },
  };
  session.tokens('child', (await session.do('signUp', { body })).json);
}

async function me(platform: HostedPlatform, session: Session, token: string): Promise<void> {
  const { newEmail, newPassword } = PERSON;
  const moved = await session.code('contact-change', { email: newEmail }, newEmail);
  const contact = { contact: { email: newEmail }, verification: moved, proof: { password: newPassword } };
  await session.do('replaceContact', { token, body: contact });
  await session.do('getProfile', { token });
  await session.do('updateProfile', { token, body: { nickname: PERSON.nickname, locale: 'ko-KR' } });
  const { json: preferences } = await session.do('getPreferences', { token });
  await session.do('replacePreferences', { token, body: preferences });
  await session.do('listConsents', { token });
  const location = { params: { kind: 'location' }, token };
  await session.do('giveConsent', { ...location, body: { version: CONSENT_VERSIONS.location } });
  await visits(platform, session, token);
  await session.do('withdrawConsent', location);
  await session.do('listConsentHistory', { token });
  const occurredAt = new Date().toISOString();
  const visit = { type: 'activity.page_viewed', occurredAt, page: 'chart', category: 'wealth' };
  await session.do('reportEvents', { token, body: { events: [visit] } });
  await session.do('getRecommendations', { token });
  await session.do('suspendProcessing', { token });
  await session.do('getSuspension', { token });
  await session.do('resumeProcessing', { token });
  const { json: key } = await session.do('createApiKey', { token, body: { name: 'web-prod' } });
  session.given.set('API key', key.key);
  await session.do('createChart', {
    headers: { 'x-api-key': key.key },
    body: { birth: PERSON.self.birth, sex: PERSON.self.sex },
  });
  await session.do('listApiKeys', { token });
  await session.do('revokeApiKey', { token, params: { keyId: key.id } });
  await session.do('getJwks');
}

interface StoredIds {
  readonly personId: string;
  readonly chartId: string;
}

async function storedCharts(session: Session, token: string): Promise<StoredIds> {
  const keyed = (key: string) => ({ token, headers: { 'idempotency-key': key } });
  const create = { ...keyed('add-myself'), body: PERSON.self };
  const { json: self } = await session.do('createPerson', create);
  // Given again from what is kept of it.
  await session.do('createPerson', create);
  const { json: other } = await session.do('createPerson', { token, body: PERSON.grandmother });
  await session.do('listPeople', { token });
  await session.do('getPerson', { token, params: { personId: other.id } });
  await session.do('updatePerson', {
    token,
    params: { personId: other.id },
    body: { label: PERSON.grandmother.label, birth: PERSON.grandmother.birth },
  });
  const params = { personId: self.id as string };
  const { json: chart } = await session.do('createStoredChart', { ...keyed('store-chart'), params, body: {} });
  await session.do('createStoredChart', { token, params: { personId: other.id }, body: {} });
  await session.do('listStoredCharts', { token, params });
  const ids = { ...params, chartId: chart.id as string };
  await session.do('getStoredChart', { token, params: ids });
  for (const type of ['personality', 'wealth']) {
    const { json } = await session.do('createStoredInterpretation', {
      ...keyed(`read-${type}`),
      params: ids,
      body: { type },
    });
    keepTexts(session, type, json.section);
  }
  // Twice: the second time out of the cache.
  for (const _ of [1, 2]) await session.do('getLatestChart', { token, params });
  return ids;
}

/** The sentences of an interpretation: each tells of the chart it is bound to. */
function keepTexts(session: Session, type: string, section: unknown): void {
  const texts = new Set<string>();
  JSON.stringify(section, (_, value: unknown) => {
    if (typeof value === 'string' && /[가-힣] [가-힣]/.test(value) && value.length > 15) texts.add(value);
    return value;
  });
  for (const text of [...texts].slice(0, 5)) session.given.set(`sentence of ${type} (${session.given.size})`, text);
}

async function review(session: Session, token: string, ids: StoredIds): Promise<void> {
  const of = (type: string) => ({ token, params: { ...ids, type } });
  await session.do('rateInterpretation', { ...of('wealth'), body: { rating: 5, feedback: PERSON.feedback } });
  await session.do('requestReview', { ...of('personality'), body: { consent: true } });
  await session.do('withdrawReviewRequest', of('personality'));
  await session.do('requestReview', { ...of('wealth'), body: { consent: true } });
  const expert = await expertToken(session);
  const { json } = await session.do('listReviewRequests', { token: expert });
  const params = { interpretationId: json.requests[0].interpretationId as string };
  await session.do('getReviewRequest', { token: expert, params });
  await session.do('createReview', { token: expert, params, body: { review: PERSON.review } });
  await session.do('getStoredInterpretation', of('wealth'));
  await session.do('listAccessHistory', { token });
}

/** Records that nothing can be made of: one is sent again, which changes nothing, and then given up. */
async function deadLetters(platform: HostedPlatform, session: Session, token: string): Promise<void> {
  await platform.owner.sql`
    insert into dead_letters (consumer, stream, shard, sequence_number, partition_key, record, reason, dead_lettered_at)
    values ('audit-log', 'user-events', 'shardId-000000000000', '1', 'key', 'no JSON', 'not_json', now())`;
  const { json } = await session.do('listDeadLetters', { token, query: '?consumer=audit-log' });
  const params = { deadLetterId: json.deadLetters[0].id as string };
  await session.do('getDeadLetter', { token, params });
  await session.do('redeliverDeadLetter', { token, params });
  await session.do('discardDeadLetter', { token, params });
}

function expertToken(session: Session): Promise<string> {
  return staffToken(session, PERSON.expert, 'expert');
}

/** Signs somebody up who is then given a role. */
async function staffToken(
  session: Session,
  { email, password }: { readonly email: string; readonly password: string },
  role: 'expert' | 'operator',
): Promise<string> {
  const verification = await session.code('sign-up', { email }, email);
  const body = { contact: { email }, verification, password, nickname: '전문가', birthYear: 1970, consents };
  const { json } = await session.do('signUp', { body });
  session.tokens(role, json);
  await runNamed('grant-role', role, email);
  const logIn = { contact: { email }, password };
  return session.tokens(role, (await session.do('logIn', { body: logIn })).json);
}

function runNamed(name: string, ...args: readonly string[]) {
  return runJob(jobsOf(domains).find(job => job.name === name)!, args);
}

async function exports(session: Session, token: string): Promise<void> {
  const { json } = await session.do('createExport', { token });
  await runNamed('make-exports');
  await session.do('listExports', { token });
  const { json: made } = await session.do('getExport', { token, params: { exportId: json.id } });
  if (made.status !== 'ready') throw new Error(`The export is ${made.status}`);
  const { json: people } = await session.do('listPeople', { token });
  await session.do('deletePerson', { token, params: { personId: people.people[1].id } });
}

/** Logs out in every way, and in again; gives the token of the last session. */
async function sessions(session: Session, token: string): Promise<string> {
  const logIn = async () => {
    const body = { contact: { email: PERSON.newEmail }, password: PERSON.newPassword };
    const { json } = await session.do('logIn', { body });
    return { token: session.tokens('again', json), id: json.session.id as string };
  };
  await session.do('listSessions', { token });
  const other = await logIn();
  await session.do('endSession', { token, params: { sessionId: other.id } });
  await session.do('logOut', { token: (await logIn()).token });
  await session.do('logOutEverywhere', { token });
  return (await logIn()).token;
}
