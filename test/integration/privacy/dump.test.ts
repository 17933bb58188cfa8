import { PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { domains } from '../../../functions/manifest.ts';
import { documentsTable } from '../../../platform/dynamodb/tables.ts';
import { writeLog } from '../../../platform/observability/log-sink.ts';
import { type HostedPlatform, hostPlatform } from '../hosted-platform.ts';
import { dump, search, type Written } from './dump.ts';
import { dateForms, instantForms, type Needle, needlesOf } from './needles.ts';
import { PERSON } from './person.ts';
import { Session, wholeSession } from './session.ts';
import { startProvider } from './social-provider.ts';

/** Begins the log line that is planted. */
const LEAK = 'leak ';

const provider = await startProvider(PERSON.provider);
let platform: HostedPlatform;
let session: Session;
let token: string;
let written: readonly Written[];
let needles: readonly Needle[];

beforeAll(async () => {
  platform = await hostPlatform(provider.environment);
  session = new Session(platform);
  token = await wholeSession(platform, session, provider);
  written = await dump(platform);
  needles = allNeedles();
}, 120_000);
afterAll(async () => {
  await platform?.stop();
  await provider.stop();
}, 30_000);

/** Every value of the session that is personal or secret, in every form. */
function allNeedles(): readonly Needle[] {
  const { self, grandmother, child, expert, operator, provider: elsewhere } = PERSON;
  const values: [string, string][] = [
    ['e-mail', PERSON.email],
    ['new e-mail', PERSON.newEmail],
    ['phone', PERSON.phone],
    ['phone as dialled', '01094837265'],
    ['phone with hyphens', '010-9483-7265'],
    ['password', PERSON.password],
    ['new password', PERSON.newPassword],
    ['feedback', PERSON.feedback],
    ['review', PERSON.review],
    ['e-mail of the child', child.email],
    ['e-mail of the guardian', child.guardian],
    ['password of the child', child.password],
    ['e-mail of the expert', expert.email],
    ['password of the expert', expert.password],
    ['e-mail of the operator', operator.email],
    ['password of the operator', operator.password],
    ['id elsewhere', elsewhere.id],
    ['e-mail elsewhere', elsewhere.email],
    ['nickname elsewhere', elsewhere.nickname],
    ['token of the provider', provider.accessToken],
    ['latitude', String(self.place.latitude)],
    ['longitude', String(self.place.longitude)],
    ['place', grandmother.place.name],
  ];
  for (const [whose, { label, birth }] of Object.entries({ self, grandmother })) {
    values.push([`label (${whose})`, label]);
    for (const form of dateForms(birth.date)) values.push([`birth date (${whose})`, form]);
    for (const form of [birth.time, birth.time.replaceAll(':', '')]) values.push([`birth time (${whose})`, form]);
  }
  for (const [what, value] of session.given) {
    if (what.startsWith('instant')) for (const form of instantForms(new Date(value))) values.push([what, form]);
    else if (what.startsWith('lunar')) for (const form of dateForms(value)) values.push([what, form]);
    else if (!isSecret(what)) values.push([what, value]);
  }
  const secrets = [...session.given].filter(([what]) => isSecret(what));
  return [
    ...values.flatMap(([what, value]) => needlesOf(what, value)),
    ...secrets.flatMap(([what, value]) => needlesOf(what, value, false)),
    // What they are made of, in place of their letters.
    ...secrets.map(([what, value]) => {
      const text = Buffer.from(value, 'base64url').toString('hex');
      return { what: `${what}, its bytes`, encoding: 'hex', text, whole: false };
    }),
  ];
}

/** Random, and too long to be tried out. */
const isSecret = (what: string) => /token|secret|key/i.test(what);

test('the session has called every operation of the manifest', () => {
  const all = domains.flatMap(({ http }) => http?.operations ?? []).map(({ id }) => id);
  expect([...session.called].sort()).toEqual(all.filter(id => id !== 'eraseAccount').sort());
});

test('what is looked at is all there is: tables with the session in them, tables of DynamoDB, log lines', async () => {
  const places = new Set(written.map(({ place }) => place));
  for (const table of [
    'users',
    'user_sensitive_info',
    'saju_pillars',
    'saju_interpretations',
    'data_exports',
    'events',
  ]) {
    expect(places).toContain(`public.${table}`);
  }
  for (const table of [
    'access_records',
    'idempotency_keys',
    'sessions',
    'verifications',
    'consents',
    'social_logins',
  ]) {
    expect(places).toContain(`public.${table}`);
  }
  for (const table of ['cache', 'keys']) expect(places).toContain(`DynamoDB ${table}`);
  expect(written.filter(({ place }) => place.startsWith('log line')).length).toBeGreaterThan(80);
  expect(needles.length).toBeGreaterThan(1_000);
});

test('nothing personal and no secret stands anywhere in the clear, in any encoding', () => {
  expect(search(written, needles)).toEqual([]);
});

test('a leak is found, wherever it is and however it is written', async () => {
  const { owner, dynamo } = platform;
  const label = needlesOf('label', PERSON.self.label);
  const date = needlesOf('birth date', PERSON.self.birth.date);
  const plant = [...label, ...date];
  for (const { what, encoding, text } of plant) {
    const planted = [{ place: 'here', text: `{"leak":"${text}"}` }];
    expect(search(planted, plant), `${what} ${encoding}`).toContainEqual(expect.objectContaining({ what, encoding }));
  }
  const base64 = Buffer.from(`x${PERSON.email}`).toString('base64');
  await owner.sql`update user_preferences set theme_preferences = ${owner.sql.json({ leak: base64 })}`;
  await owner.sql`update user_sensitive_info set encrypted_label = ${Buffer.from(PERSON.self.label)}`;
  const Item = { collection: { S: 'leaks' }, id: { S: '1' }, value: { B: Buffer.from(PERSON.self.birth.date) } };
  await dynamo.send(new PutItemCommand({ TableName: documentsTable.name, Item }));
  expect((await dynamo.send(new ScanCommand({ TableName: documentsTable.name }))).Count).toBe(1);
  writeLog(`${LEAK}${JSON.stringify({ phone: PERSON.phone })}`);
  const found = search(await dump(platform), needles).map(
    ({ what, place }) => `${what}: ${place.replace(/\d+$/, 'n')}`,
  );
  expect(new Set(found)).toEqual(
    new Set([
      'e-mail: public.user_preferences',
      'label (self): public.user_sensitive_info',
      'label (self): public.user_sensitive_info, its bytes',
      'birth date (self): DynamoDB documents',
      'birth date (self): DynamoDB documents, its bytes',
      'phone: log line n',
    ]),
  );
});

test('after erasure the account is gone, and what is left tells nothing either', async () => {
  await session.do('eraseAccount', { token, body: { password: PERSON.newPassword } });
  expect((await platform.call('GET', '/v1/me', { token })).status).toBe(401);
  // Without what was planted above.
  const left = (await dump(platform)).filter(
    ({ place, text }) => !place.includes('documents') && !text.startsWith(LEAK),
  );
  expect(search(left, needles)).toEqual([]);
});
