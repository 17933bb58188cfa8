import type { Fragment, Sql, Transaction } from '../../../platform/db/database.ts';
import { activityStream } from '../../analytics/events.ts';
import type { ConsentKind } from '../consents/consent.ts';
import { userStream } from '../events.ts';

/** How a table's rows of a user are given to them, and what becomes of them when the account is erased. */
export interface UserTable {
  /** As in db/schema.sql. */
  readonly name: string;
  /** The condition for rows of the user. */
  rowsOf(sql: Sql, userId: string): Fragment;
  readonly exported: TableExport | NotExported;
  /** Carried out in the order of the list, children before parents. Absent with the reason in `kept`. */
  erase?(tx: Transaction, userId: string, at: Date): Promise<unknown>;
  /** Rows that are there by a consent alone: they are deleted with it, when it is withdrawn. */
  readonly byConsent?: { readonly kind: ConsentKind; rowsOf(sql: Sql, userId: string): Fragment };
  /** Why rows outlive their user. */
  readonly kept?: string;
}

/** What is in an encrypted column. */
export type SealedKind = 'text' | 'json' | 'gzip';

export interface TableExport {
  /** The export's field that has the rows. */
  readonly section: string;
  readonly orderBy: string;
  /** Encrypted columns, by what is in them (`gzip`: JSON, gzipped). Their row id is the column `id`. */
  readonly sealed?: Readonly<Record<string, SealedKind>>;
  /** Columns left out: hashes, keys, and what says nothing. */
  readonly without: readonly string[];
}

/** Why rows are not in an export. */
interface NotExported {
  readonly reason: string;
}

/** Says whether a table's rows are in an export. */
export function isExported(exported: UserTable['exported']): exported is TableExport {
  return 'section' in exported;
}

/** What others see of an account that is gone. */
const ERASED_NICKNAME = '탈퇴한 회원';

const byUser = (sql: Sql, userId: string) => sql`user_id = ${userId}`;
const byAuthor = (sql: Sql, userId: string) => sql`author_id = ${userId}`;
const byContact = (sql: Sql, userId: string) => sql`contact_hash in (
  select unnest(array[email_hash, phone_hash]) from users where id = ${userId})`;
const bySession = (sql: Sql, userId: string) => sql`session_id in (select id from sessions where user_id = ${userId})`;
const byChart = (sql: Sql, userId: string) =>
  sql`saju_pillar_id in (select id from saju_pillars where user_id = ${userId})`;
const byConsultation = (sql: Sql, userId: string) => sql`(session_id, session_created_at) in (
  select id, created_at from consultation_sessions where user_id = ${userId})`;

/** Deletes the rows. */
function deleted(name: string, rowsOf: UserTable['rowsOf']): Pick<UserTable, 'name' | 'rowsOf' | 'erase'> {
  return { name, rowsOf, erase: (tx, userId) => tx`delete from ${tx(name)} where ${rowsOf(tx, userId)}` };
}

/** Every table with rows of users. A test holds it against the schema: a new one fails it until it is here. */
export const userTables: readonly UserTable[] = [
  // What proves who somebody is.
  { ...deleted('refresh_tokens', bySession), exported: { reason: 'Hashes of random numbers.' } },
  {
    ...deleted('sessions', byUser),
    exported: { section: 'sessions', orderBy: 'created_at', without: ['user_id'] },
  },
  {
    ...deleted('known_devices', byUser),
    exported: { section: 'knownDevices', orderBy: 'created_at', without: ['user_id', 'token_hash'] },
  },
  {
    ...deleted(
      'social_logins',
      (sql, userId) => sql`subject_hash in (
      select subject_hash from user_identities where user_id = ${userId})`,
    ),
    exported: { reason: 'A log-in under way, for minutes.' },
  },
  {
    ...deleted('user_identities', byUser),
    exported: { section: 'identities', orderBy: 'linked_at', without: ['user_id', 'subject_hash'] },
  },
  { ...deleted('verifications', byContact), exported: { reason: 'Hashes of codes, for minutes.' } },
  {
    ...deleted('user_roles', byUser),
    exported: { section: 'roles', orderBy: 'granted_at', without: ['user_id'] },
  },
  {
    ...deleted('api_keys', (sql, userId) => sql`owner_id = ${userId}`),
    exported: { section: 'apiKeys', orderBy: 'created_at', without: ['owner_id', 'key_hash'] },
  },
  {
    ...deleted('idempotency_keys', (sql, userId) => sql`caller = ${userId}`),
    exported: { reason: 'Which requests were carried out, for a day.' },
    // They say that somebody was there.
    byConsent: {
      kind: 'location',
      rowsOf: (sql, userId) => sql`caller = ${userId} and route like '% /v1/me/visits%'`,
    },
  },
  {
    ...deleted('data_exports', byUser),
    exported: { section: 'exports', orderBy: 'requested_at', without: ['user_id', 'attempts', 'encrypted_content'] },
  },

  // What was said and made of it.
  {
    ...deleted('saju_interpretations', byChart),
    exported: {
      section: 'interpretations',
      orderBy: 'created_at',
      sealed: { ai_interpretation: 'json', expert_review: 'text', user_feedback: 'text' },
      without: [],
    },
  },
  {
    ...deleted('saju_pillars', byUser),
    exported: { section: 'charts', orderBy: 'created_at', sealed: { encrypted_chart: 'gzip' }, without: ['user_id'] },
  },
  {
    ...deleted('user_sensitive_info', byUser),
    exported: {
      section: 'people',
      orderBy: 'created_at',
      sealed: {
        encrypted_label: 'text',
        encrypted_birth_date: 'json',
        encrypted_birth_time: 'json',
        encrypted_birth_location: 'json',
        encrypted_sex: 'text',
      },
      without: ['user_id', 'encryption_key_id', 'encryption_algorithm'],
    },
  },
  {
    ...deleted('user_preferences', byUser),
    exported: { section: 'preferences', orderBy: 'created_at', without: ['id', 'user_id'] },
  },
  {
    ...deleted('consultation_results', byConsultation),
    exported: {
      section: 'consultationResults',
      orderBy: 'created_at',
      sealed: {
        main_interpretation: 'text',
        detailed_analysis: 'text',
        short_term_forecast: 'text',
        medium_term_forecast: 'text',
        long_term_forecast: 'text',
        actionable_advice: 'text',
        precautions: 'text',
        opportunities: 'text',
      },
      without: [],
    },
  },
  {
    name: 'consultation_sessions',
    rowsOf: byUser,
    exported: {
      section: 'consultations',
      orderBy: 'created_at',
      sealed: {
        encrypted_consultation_notes: 'text',
        encrypted_user_questions: 'text',
        encrypted_expert_answers: 'text',
        user_feedback_encrypted: 'text',
      },
      without: ['user_id'],
    },
    // What was paid is kept for five years (전자상거래법 시행령 6조); what was said is not.
    erase: (tx, userId, at) => tx`
      update consultation_sessions set encrypted_consultation_notes = null, encrypted_user_questions = null,
        encrypted_expert_answers = null, user_feedback_encrypted = null, session_metadata = '{}', updated_at = ${at}
      where user_id = ${userId}`,
  },

  // What others see.
  {
    name: 'posts',
    rowsOf: byAuthor,
    exported: { section: 'posts', orderBy: 'created_at', without: ['author_id', 'search_vector'] },
    // Drafts were for nobody else's eyes; the others stay, by nobody.
    erase: (tx, userId) => tx`delete from posts where author_id = ${userId} and status = 'draft'`,
  },
  {
    name: 'content_quality_daily',
    rowsOf: (sql, userId) => sql`post_id in (select id from posts where author_id = ${userId})`,
    exported: { section: 'postQuality', orderBy: 'stat_date', without: [] },
    kept: 'Of posts that stay, by nobody.',
  },
  {
    name: 'comments',
    rowsOf: byAuthor,
    exported: { section: 'comments', orderBy: 'created_at', without: ['author_id', 'path'] },
    kept: 'Others answered them: they stay, by nobody.',
  },
  {
    ...deleted('user_follows', (sql, userId) => sql`${userId} in (follower_id, following_id)`),
    exported: { section: 'follows', orderBy: 'created_at', without: [] },
  },
  { ...deleted('likes', byUser), exported: { section: 'likes', orderBy: 'created_at', without: ['user_id'] } },
  {
    ...deleted('bookmarks', byUser),
    exported: { section: 'bookmarks', orderBy: 'created_at', sealed: { notes: 'text' }, without: ['user_id'] },
  },
  // Visits first: whoever computes patterns from them holds them.
  {
    ...deleted('visits', byUser),
    exported: { section: 'visits', orderBy: 'checked_in_at', without: ['user_id'] },
    byConsent: { kind: 'location', rowsOf: byUser },
  },
  {
    ...deleted('user_behavior_patterns', byUser),
    exported: { section: 'visitPatterns', orderBy: 'created_at', without: ['user_id'] },
    byConsent: { kind: 'location', rowsOf: byUser },
  },

  // What follows from events of theirs.
  { ...deleted('activity_entries', byUser), exported: { reason: 'A copy of the events.' } },
  {
    ...deleted('activity_sessions', byUser),
    exported: { section: 'activitySessions', orderBy: 'started_at', without: ['user_id'] },
  },
  {
    ...deleted('activity_alerts', byUser),
    exported: { section: 'activityAlerts', orderBy: 'reached_at', without: ['user_id'] },
  },
  { ...deleted('interest_signals', byUser), exported: { reason: 'A copy of the events.' } },
  { ...deleted('interest_interpretations', byUser), exported: { reason: 'A copy of the events.' } },
  { ...deleted('interest_charts', byUser), exported: { reason: 'A copy of the events.' } },
  { ...deleted('interest_people', byUser), exported: { reason: 'A copy of the events.' } },
  ...['activity_users', 'interest_users', 'warehouse_users'].map(name => ({
    name,
    rowsOf: byUser,
    exported: { reason: 'Copies of decisions on a consent.' },
    kept: 'That the user is gone, which their event tells: else what comes late would come back.',
  })),

  // What is written for ever, without anything personal but what the destroyed key closes.
  {
    name: 'consents',
    rowsOf: byUser,
    exported: {
      section: 'consents',
      orderBy: 'position',
      sealed: { encrypted_guardian_contact: 'text' },
      without: ['user_id', 'position'],
    },
    kept: 'Proves that what was done was consented to.',
  },
  {
    name: 'access_records',
    rowsOf: (sql, userId) => sql`subject_id = ${userId}`,
    exported: { section: 'accessHistory', orderBy: 'id', without: ['id', 'subject_id'] },
    kept: 'Proves who read what; kept for two years.',
  },
  {
    name: 'audit_log',
    rowsOf: (sql, userId) => sql`subject_id = ${userId}`,
    exported: { reason: 'A copy of the events.' },
    kept: 'Proves who did what; kept for two years.',
  },
  {
    name: 'events',
    rowsOf: (sql, userId) => sql`(
      stream_id in (${userStream(userId)}, ${activityStream(userId)})
      or stream_id in (select 'chart-' || id from saju_pillars where user_id = ${userId}))`,
    exported: { section: 'events', orderBy: 'global_position', without: ['global_position', 'transaction_id'] },
    kept: 'Append-only, and holds ids alone.',
  },
  {
    name: 'dead_letters',
    rowsOf: (sql, userId) => sql`event_stream in (${userStream(userId)}, ${activityStream(userId)})`,
    exported: { reason: 'Copies of events that have not taken effect yet.' },
    kept: 'Copies of events, which hold ids alone. Deleted 30 days after they were closed.',
  },
  {
    name: 'erasures',
    rowsOf: byUser,
    exported: { reason: 'There is none of an account that can ask.' },
    kept: 'To be applied again after a restore.',
  },

  // The warehouse's copies.
  {
    name: 'dwh.dim_users',
    rowsOf: byUser,
    exported: { reason: 'A copy of the account.' },
    erase: (tx, userId, at) => tx`
      update dwh.dim_users set nickname = ${ERASED_NICKNAME}, status = 'deleted', updated_at = ${at}
      where user_id = ${userId}`,
  },
  {
    name: 'dwh.fact_consultations',
    rowsOf: byUser,
    exported: { reason: 'A copy of the consultations.' },
    kept: 'Counts of a consultation by nobody.',
  },
  { ...deleted('dwh.fact_activity_daily', byUser), exported: { reason: 'Counts of the events.' } },

  // Last: the others find their rows by it.
  {
    name: 'users',
    rowsOf: (sql, userId) => sql`id = ${userId}`,
    exported: {
      section: 'account',
      orderBy: 'created_at',
      sealed: { email: 'text', phone_number: 'text' },
      without: ['email_hash', 'phone_hash', 'password_hash'],
    },
    erase: (tx, userId, at) => tx`
      update users set
        email = null, email_hash = null, phone_number = null, phone_hash = null, password_hash = null,
        nickname = ${ERASED_NICKNAME}, profile_image_url = null, timezone = default, locale = default,
        account_status = 'deleted', processing_suspended_at = null, verification_status = default,
        last_login_at = null, privacy_consent = '{}', marketing_consent = false, updated_at = ${at}
      where id = ${userId}`,
  },
];
