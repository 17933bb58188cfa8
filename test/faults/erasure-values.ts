import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Database } from '../../platform/db/database.ts';
import { createDocuments, type Documents } from '../../platform/documents/documents.ts';
import type { Table } from '../../platform/dynamodb/client.ts';
import type { Encryption } from '../../platform/encryption/encryption.ts';
import type { FieldPlace } from '../../platform/encryption/field-cipher.ts';

/** A sealed value, where it was found. */
export interface FoundValue {
  readonly place: FieldPlace;
  readonly sealed: Uint8Array;
}

const notes = { name: 'sealed-notes', schema: z.string() };
const ROUTE = 'POST /v1/me/people';

/** What was sealed there. */
export function secretOf({ userId, column }: FieldPlace): string {
  return `${column} of ${createHash('sha256').update(userId).digest('hex').slice(0, 12)}`;
}

const documentsOf = (table: Table): Documents =>
  createDocuments({ table, now: () => new Date(), newId: () => crypto.randomUUID() });

/** A value in each kind of place there is: rows, an event, a kept answer, a document. The user's id is the row's too. */
export async function storeValues(
  database: Database,
  documents: Table,
  { cipher, blindIndex, seal }: Encryption,
  userId: string,
): Promise<void> {
  const sealed = (table: string, column: string) => {
    const place = { userId, table, column, rowId: userId };
    return cipher.seal(place, secretOf(place));
  };
  const [email, label, date, time, location, sex, chart, data, note] = await Promise.all([
    sealed('users', 'email'),
    sealed('user_sensitive_info', 'encrypted_label'),
    sealed('user_sensitive_info', 'encrypted_birth_date'),
    sealed('user_sensitive_info', 'encrypted_birth_time'),
    sealed('user_sensitive_info', 'encrypted_birth_location'),
    sealed('user_sensitive_info', 'encrypted_sex'),
    sealed('saju_pillars', 'encrypted_chart'),
    sealed('events', 'data'),
    sealed('documents', 'content'),
  ]);
  const scope = { caller: userId, route: ROUTE, key: userId };
  const answer = { ...answerPlace(userId), rowId: '' };
  const stored = await seal.protect(Buffer.from(secretOf(answer)), scope);
  const emailHash = await blindIndex.of('email', `${userId}@example.com`);
  const elements = { wood: 20, fire: 20, earth: 20, metal: 20, water: 20 };

  await database.transaction(async tx => {
    await tx`
      insert into users (id, email, email_hash, nickname, privacy_consent)
      values (${userId}, ${email}, ${emailHash}, 'someone', '{}')`;
    await tx`
      insert into user_sensitive_info (id, user_id, relation, encrypted_label, encrypted_birth_date, encrypted_birth_time,
        encrypted_birth_location, encrypted_sex, encryption_key_id)
      values (${userId}, ${userId}, 'self', ${label}, ${date}, ${time}, ${location}, ${sex}, '')`;
    await tx`
      insert into saju_pillars (id, user_id, person_id, calculation_id, encrypted_chart, engine_version, five_elements,
        element_balance)
      values (${userId}, ${userId}, ${userId}, ${userId}, ${chart}, '1', ${tx.json(elements)}, '{}')`;
    await tx`
      insert into events (stream_id, version, type, schema_version, data, occurred_at)
      values (${userId}, 1, 'test.sealed', 1, ${tx.json({ sealed: Buffer.from(data).toString('base64') })}, now())`;
    await tx`
      insert into idempotency_keys (caller, route, key, stored, created_at, expires_at)
      values (${userId}, ${ROUTE}, ${userId}, ${stored}, now(), now() + interval '1 day')`;
  });
  await documentsOf(documents).create(notes, userId, Buffer.from(note).toString('base64'));
}

function answerPlace(userId: string): FieldPlace {
  return { userId, table: 'idempotency_keys', column: 'stored', rowId: `${ROUTE} ${userId}` };
}

/** All values that are there. */
export async function findValues(database: Database, documents: Table): Promise<readonly FoundValue[]> {
  const rows = await database.sql<{ id: string; table: string; column: string; sealed: Uint8Array | null }[]>`
    select id, 'users' as table, 'email' as column, email as sealed from users
    union all select id, 'user_sensitive_info', name, sealed from user_sensitive_info, lateral (values
      ('encrypted_label', encrypted_label), ('encrypted_birth_date', encrypted_birth_date),
      ('encrypted_birth_time', encrypted_birth_time), ('encrypted_birth_location', encrypted_birth_location),
      ('encrypted_sex', encrypted_sex)) as of_person (name, sealed)
    union all select id, 'saju_pillars', 'encrypted_chart', encrypted_chart from saju_pillars
    union all select stream_id::uuid, 'events', 'data', decode(data ->> 'sealed', 'base64') from events
      where type = 'test.sealed'
    union all select caller::uuid, 'idempotency_keys', 'stored', stored from idempotency_keys`;
  // A row that is kept has none.
  const present = rows.filter(({ sealed }) => sealed !== null);
  const found = present.map(({ id, table, column, sealed }) => ({
    place: table === 'idempotency_keys' ? answerPlace(id) : { userId: id, table, column, rowId: id },
    sealed: sealed!,
  }));
  let cursor: string | undefined;
  do {
    const page = await documentsOf(documents).list(notes, { limit: 100, ...(cursor !== undefined && { cursor }) });
    for (const { id, content } of page.documents) {
      const place = { userId: id, table: 'documents', column: 'content', rowId: id };
      found.push({ place, sealed: Buffer.from(content, 'base64') });
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
  return found;
}
