import { randomUUID } from 'node:crypto';
import { CONSENT_VERSIONS } from '../../functions/users/consents/consent.ts';
import { DEFAULT_PREFERENCES } from '../../functions/users/me/preferences/contract.ts';
import type { HostedPlatform, Received } from '../integration/hosted-platform.ts';
import { type Member, openSession, PASSWORD } from './authorisation-members.ts';

/** What is sent. */
export interface Request {
  readonly params?: Readonly<Record<string, string>>;
  /** `?from=2026-03-01` */
  readonly query?: string;
  readonly body?: unknown;
}

/** What the rows are prepared with. */
interface Preparing {
  readonly platform: HostedPlatform;
  /** Whose resource is asked for. */
  readonly owner: Member;
}

export type Row =
  /** Anyone may. */
  | { readonly kind: 'open' }
  /** Each user may, and is given what is their own: the same request for all, as far as it can be the same. */
  | { readonly kind: 'own'; prepare(preparing: Preparing): Promise<Request> }
  /** Names a resource of its owner, which is there: for everybody else it is not. */
  | { readonly kind: 'owned'; prepare(preparing: Preparing): Promise<Request> }
  /** A role may, with what is there for it. */
  | { readonly kind: 'role'; prepare(preparing: Preparing): Promise<Request> };

const open: Row = { kind: 'open' };
const own = (request: Request = {}): Row => ({ kind: 'own', prepare: async () => request });

const BIRTH = { birth: { date: '1990-05-15', time: '14:30' }, sex: 'female' };
const TYPE = 'wealth';

async function created(
  { platform, owner: { token } }: Preparing,
  method: string,
  path: string,
  body?: unknown,
): Promise<Received['json']> {
  const { status, json, text } = await platform.call(method, path, { token, body });
  if (status >= 300) throw new Error(`${method} ${path} was answered ${status}: ${text}`);
  return json;
}

async function person(preparing: Preparing): Promise<{ readonly personId: string }> {
  const { id } = await created(preparing, 'POST', '/v1/me/people', { relation: 'friend', ...BIRTH });
  return { personId: id };
}

async function chart(preparing: Preparing): Promise<{ readonly personId: string; readonly chartId: string }> {
  const { personId } = await person(preparing);
  const { id } = await created(preparing, 'POST', `/v1/me/people/${personId}/charts`, {});
  return { personId, chartId: id };
}

/** @returns its address, and its id for experts */
async function interpretation(preparing: Preparing) {
  const { personId, chartId } = await chart(preparing);
  const path = `/v1/me/people/${personId}/charts/${chartId}/interpretations`;
  const { id } = await created(preparing, 'POST', path, { type: TYPE });
  return { params: { personId, chartId, type: TYPE }, path: `${path}/${TYPE}`, id: id as string };
}

/** What a consumer has set aside. */
async function deadLetter({ platform }: Preparing): Promise<Request> {
  const { sql } = platform.owner;
  const [row] = await sql<[{ id: string }]>`
    insert into dead_letters
      (consumer, stream, shard, sequence_number, partition_key, record, reason, dead_lettered_at)
    values ('audit-log', 'user-events', 'shardId-000000000000', ${randomUUID()}, 'key', ${Buffer.from(randomUUID())},
      'not_json', now())
    returning id`;
  return { params: { deadLetterId: row.id } };
}

async function reviewRequest(preparing: Preparing) {
  const made = await interpretation(preparing);
  await created(preparing, 'PUT', `${made.path}/review-request`, { consent: true });
  return made;
}

const owned = (prepare: (preparing: Preparing) => Promise<Request>): Row => ({ kind: 'owned', prepare });
const ofPerson = (body?: unknown) =>
  owned(async preparing => ({ params: await person(preparing), ...(body !== undefined && { body }) }));
const ofChart = (body?: unknown) =>
  owned(async preparing => ({ params: await chart(preparing), ...(body !== undefined && { body }) }));
const ofInterpretation = (body?: unknown) =>
  owned(async preparing => {
    const { params } = await interpretation(preparing);
    return { params, ...(body !== undefined && { body }) };
  });

/** A place with a device, and the consent of whom the row is prepared for to be known there. */
async function openPlace({ platform, owner: { token } }: Preparing): Promise<{ readonly locationId: string }> {
  const body = { version: CONSENT_VERSIONS.location };
  await platform.call('PUT', '/v1/me/consents/location', { token, body });
  const locationId = 'seoul-1f-tea';
  await platform.owner.sql`
    insert into iot_devices (device_serial, device_type, location_id, installation_position)
    values (${randomUUID()}, 'presence', ${locationId}, '{"x": 0, "y": 0, "z": 0, "description": "tea table"}')`;
  return { locationId };
}

const newDevice = () => ({
  serial: randomUUID(),
  type: 'temperature',
  locationId: 'seoul-1f-tea',
  installationPosition: { x: 0, y: 0, z: 0, description: 'tea table' },
});

/** A device that is there, however it got there. */
async function device({ platform }: Preparing): Promise<Request> {
  const [row] = await platform.owner.sql<[{ id: string }]>`
    insert into iot_devices (device_serial, device_type, location_id, installation_position)
    values (${randomUUID()}, 'temperature', 'seoul-1f-tea', ${platform.owner.sql.json(newDevice().installationPosition)})
    returning id`;
  return { params: { deviceId: row.id } };
}

/** A visit of the owner, in place of the one before. */
async function visit(preparing: Preparing) {
  const { owner, platform } = preparing;
  await platform.owner
    .sql`update visits set checked_out_at = now() where user_id = ${owner.userId} and checked_out_at is null`;
  const { id } = await created(preparing, 'POST', '/v1/me/visits', await openPlace(preparing));
  return { params: { visitId: id as string } };
}

/** A device, and what is asked of it. */
const ofDevice = (query?: string): Row => ({
  kind: 'role',
  async prepare({ platform }) {
    const [row] = await platform.owner.sql<[{ id: string }]>`
      insert into iot_devices (device_serial, device_type, location_id, installation_position)
      values (${randomUUID()}, 'multi', 'seoul-1f-hall', '{"x": 0, "y": 0, "z": 0, "description": "door"}')
      returning id`;
    return { params: { deviceId: row.id }, ...(query !== undefined && { query }) };
  },
});

/** An alert of a device. */
async function alert(preparing: Preparing): Promise<Request> {
  const { params } = await device(preparing);
  const [row] = await preparing.platform.owner.sql<[{ id: string }]>`
    insert into sensor_alerts (id, device_id, location_id, kind, opened_at, raised_at)
    values (gen_random_uuid(), ${params!.deviceId!}, 'seoul-1f-tea', 'offline', now(), now()) returning id`;
  return { params: { alertId: row.id } };
}

/** On this machine, where nobody listens. */
const WEBHOOK_URL = 'http://127.0.0.1:9/';

/** A webhook with something it was told. */
async function webhook({ platform }: Preparing): Promise<Request> {
  const { sql } = platform.owner;
  const [row] = await sql<[{ id: string }]>`
    insert into alert_webhooks (id, url, created_at, updated_at)
    values (gen_random_uuid(), ${WEBHOOK_URL}, now(), now()) returning id`;
  const [delivery] = await sql<[{ id: string }]>`
    insert into alert_deliveries (webhook_id, alert_id, event_version, event_type, body, state, created_at, ended_at)
    values (${row.id}, gen_random_uuid(), 1, 'alert.raised', '{}', 'delivered', now(), now()) returning id`;
  return { params: { webhookId: row.id, deliveryId: delivery.id } };
}

/** Who may, by operation: one that is not here fails the test. */
export const authorisationRows: Readonly<Record<string, Row>> = {
  // Charts, the calendar and pages answer without an account.
  createChart: open,
  createCharts: open,
  createInterpretation: open,
  createCompatibility: open,
  createAuspiciousDays: open,
  createLuck: open,
  searchPillars: open,
  getGlossary: open,
  getManseDay: open,
  listManseDays: open,
  getManseMonth: open,
  getSolarTerms: open,
  getLunarDay: open,
  getLiveness: open,
  getReadiness: open,
  getOpenApi: open,
  getReferencePage: open,
  getExamplePage: open,
  getProblemsPage: open,
  getEventsPage: open,
  getEventSchema: open,
  getPublishedEventSchema: open,
  getAsyncApi: open,
  getReferenceScript: open,
  getReferenceStyle: open,
  getReferenceIcon: open,
  // Whoever signs up or in has no token yet.
  listConsentTexts: open,
  requestVerification: open,
  signUp: open,
  resetPassword: open,
  logIn: open,
  refreshSession: open,
  startSocialLogin: open,
  socialLogIn: open,
  getJwks: open,

  listSessions: own(),
  endSession: owned(async ({ platform, owner }) => {
    const sessionId = randomUUID();
    await openSession(platform, owner.userId, sessionId);
    return { params: { sessionId } };
  }),
  logOut: own(),
  logOutEverywhere: own(),

  getProfile: own(),
  updateProfile: own({ body: { nickname: '달빛' } }),
  eraseAccount: own({ body: { password: PASSWORD } }),
  replaceContact: {
    kind: 'own',
    async prepare({ platform }) {
      const email = `new-${randomUUID()}@example.com`;
      await platform.forgetLimits();
      const body = { purpose: 'contact-change', contact: { email } };
      const { json } = await platform.call('POST', '/v1/accounts/verifications', { body });
      const { code } = (await platform.lastMessage(email)).values;
      const verification = { verification: json.verification, code };
      return { body: { contact: { email }, verification, proof: { password: PASSWORD } } };
    },
  },
  getPreferences: own(),
  replacePreferences: own({ body: DEFAULT_PREFERENCES }),
  listConsents: own(),
  listConsentHistory: own(),
  giveConsent: own({ params: { kind: 'marketing' }, body: { version: CONSENT_VERSIONS.marketing } }),
  withdrawConsent: own({ params: { kind: 'marketing' } }),
  listAccessHistory: own(),
  getSuspension: own(),
  suspendProcessing: own(),
  resumeProcessing: own(),
  createExport: own(),
  listExports: own(),
  getExport: owned(async preparing => ({
    params: { exportId: (await created(preparing, 'POST', '/v1/me/exports')).id },
  })),
  createApiKey: own({ body: { name: 'web-prod' } }),
  listApiKeys: own(),
  revokeApiKey: owned(async preparing => ({
    params: { keyId: (await created(preparing, 'POST', '/v1/me/keys', { name: 'web-prod' })).id },
  })),

  reportEvents: {
    kind: 'own',
    async prepare({ platform, owner: { token } }) {
      const consent = { version: CONSENT_VERSIONS.analytics };
      await platform.call('PUT', '/v1/me/consents/analytics', { token, body: consent });
      const occurredAt = new Date().toISOString();
      return { body: { events: [{ type: 'activity.feature_used', occurredAt, category: 'luck' }] } };
    },
  },

  getRecommendations: own(),

  listDevices: { kind: 'role', prepare: async () => ({}) },
  registerDevice: { kind: 'role', prepare: async () => ({ body: newDevice() }) },
  getDevice: { kind: 'role', prepare: device },
  updateDevice: { kind: 'role', prepare: async preparing => ({ ...(await device(preparing)), body: { model: 'B' } }) },
  rotateDeviceCredential: { kind: 'role', prepare: device },
  retireDevice: { kind: 'role', prepare: device },

  getLatestReadings: ofDevice(),
  listReadings: ofDevice('?type=light&resolution=raw'),
  listLatestReadings: { kind: 'role', prepare: async () => ({ query: '?locationId=seoul-1f-hall' }) },
  listAggregates: {
    kind: 'role',
    prepare: async () => ({ query: '?locationId=seoul-1f-hall&type=light&resolution=1h' }),
  },

  listAlerts: { kind: 'role', prepare: async () => ({}) },
  acknowledgeAlert: { kind: 'role', prepare: alert },
  registerWebhook: { kind: 'role', prepare: async () => ({ body: { url: WEBHOOK_URL } }) },
  listWebhooks: { kind: 'role', prepare: async () => ({}) },
  updateWebhook: {
    kind: 'role',
    prepare: async preparing => ({ ...(await webhook(preparing)), body: { enabled: false } }),
  },
  rotateWebhookSecret: { kind: 'role', prepare: webhook },
  deleteWebhook: { kind: 'role', prepare: webhook },
  listWebhookDeliveries: { kind: 'role', prepare: webhook },
  redeliverToWebhook: { kind: 'role', prepare: webhook },

  createLiveTicket: {
    kind: 'role',
    async prepare(preparing) {
      await device(preparing);
      return { body: { locationId: 'seoul-1f-tea' } };
    },
  },

  checkIn: { kind: 'own', prepare: async preparing => ({ body: await openPlace(preparing) }) },
  listVisits: own(),
  getVisit: owned(visit),
  checkOut: owned(visit),
  tellComfort: owned(async preparing => ({ ...(await visit(preparing)), body: { level: 4 } })),
  getVisitStatistics: {
    kind: 'role',
    prepare: async () => ({ query: '?locationId=seoul-1f-tea&from=2026-03-01&to=2026-03-31' }),
  },

  createPerson: own({ body: { relation: 'self', ...BIRTH } }),
  listPeople: own(),
  getPerson: ofPerson(),
  updatePerson: ofPerson({ label: '엄마' }),
  deletePerson: ofPerson(),
  createStoredChart: ofPerson({}),
  listStoredCharts: ofPerson(),
  getLatestChart: owned(async preparing => ({ params: { personId: (await chart(preparing)).personId } })),
  getStoredChart: ofChart(),
  createStoredInterpretation: ofChart({ type: TYPE }),
  getStoredInterpretation: ofInterpretation(),
  rateInterpretation: ofInterpretation({ rating: 4, feedback: '맞아요' }),
  requestReview: ofInterpretation({ consent: true }),
  withdrawReviewRequest: owned(async preparing => ({ params: (await reviewRequest(preparing)).params })),

  listDeadLetters: { kind: 'role', prepare: async () => ({}) },
  getDeadLetter: { kind: 'role', prepare: deadLetter },
  redeliverDeadLetter: { kind: 'role', prepare: deadLetter },
  discardDeadLetter: { kind: 'role', prepare: deadLetter },

  listReviewRequests: { kind: 'role', prepare: async () => ({}) },
  getReviewRequest: {
    kind: 'role',
    prepare: async preparing => ({ params: { interpretationId: (await reviewRequest(preparing)).id } }),
  },
  createReview: {
    kind: 'role',
    prepare: async preparing => ({
      params: { interpretationId: (await reviewRequest(preparing)).id },
      body: { review: '풀이가 용신과 잘 맞습니다.' },
    }),
  },
};
