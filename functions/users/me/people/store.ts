import type { Sql, Transaction } from '../../../../platform/db/database.ts';
import { DomainError } from '../../../../platform/errors/domain-error.ts';
import type { ListPosition } from '../../../../platform/http/sealed-cursor.ts';
import { personNotFound } from '../../../../platform/people/kinds.ts';
import type { SealedBirth } from '../../../../platform/people/sealed-person.ts';
import { selfExists } from './kinds.ts';

export type Relation = 'self' | 'family' | 'friend' | 'other';

/** A person as stored. */
export interface PersonRow extends SealedBirth {
  readonly id: string;
  readonly relation: Relation;
  readonly encrypted_label: Uint8Array | null;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** What is written of a person. */
export interface PersonValues extends SealedBirth {
  readonly relation: Relation;
  readonly encrypted_label: Uint8Array | null;
  readonly encryption_key_id: string;
}

export async function insertPerson(
  tx: Transaction,
  userId: string,
  personId: string,
  values: PersonValues,
  now: Date,
): Promise<void> {
  const row = { id: personId, user_id: userId, ...values, created_at: now, updated_at: now };
  await once(tx`insert into user_sensitive_info ${tx(row)}`);
}

export async function updatePersonRow(
  tx: Transaction,
  userId: string,
  personId: string,
  values: PersonValues,
  now: Date,
): Promise<void> {
  const row = { ...values, updated_at: now };
  await once(tx`update user_sensitive_info set ${tx(row)} where user_id = ${userId} and id = ${personId}`);
}

/** @throws DomainError `person_not_found` */
export async function deletePersonRow(tx: Transaction, userId: string, personId: string): Promise<void> {
  const { count } = await tx`delete from user_sensitive_info where user_id = ${userId} and id = ${personId}`;
  if (count === 0) throw new DomainError(personNotFound);
}

/** Charts of a person, with their interpretations. */
export async function deleteCharts(tx: Transaction, userId: string, personId: string): Promise<void> {
  await tx`delete from saju_pillars where user_id = ${userId} and person_id = ${personId}`;
}

export async function countPeople(tx: Transaction, userId: string): Promise<number> {
  const [{ people }] = await tx<[{ people: number }]>`
    select count(*)::int as people from user_sensitive_info where user_id = ${userId}`;
  return people;
}

/** @throws DomainError `person_not_found`, also for a person of somebody else */
export async function findPerson(sql: Sql, userId: string, personId: string): Promise<PersonRow> {
  const [row] = await sql<PersonRow[]>`
    select ${columns(sql)} from user_sensitive_info where user_id = ${userId} and id = ${personId}`;
  if (row === undefined) throw new DomainError(personNotFound);
  return row;
}

/** As `findPerson`; nobody else changes the person until the transaction ends. */
export async function lockPerson(tx: Transaction, userId: string, personId: string): Promise<PersonRow> {
  const [row] = await tx<PersonRow[]>`
    select ${columns(tx)} from user_sensitive_info where user_id = ${userId} and id = ${personId} for update`;
  if (row === undefined) throw new DomainError(personNotFound);
  return row;
}

/** In the order they were added. */
export function listPersonRows(
  sql: Sql,
  userId: string,
  limit: number,
  after?: ListPosition,
): Promise<readonly PersonRow[]> {
  return sql<PersonRow[]>`
    select ${columns(sql)} from user_sensitive_info
    where user_id = ${userId}
      ${after === undefined ? sql`` : sql`and (created_at, id) > (${after.at}, ${after.id}::uuid)`}
    order by created_at, id limit ${limit}`;
}

/** Counts a reading where the row says when it was last read. */
export async function countAccess(sql: Sql, userId: string, ids: readonly string[], now: Date): Promise<void> {
  await sql`
    update user_sensitive_info set last_accessed_at = ${now}, access_count = access_count + 1
    where user_id = ${userId} and id in ${sql([...ids])}`;
}

function columns(sql: Sql) {
  return sql`id, relation, encrypted_label, encrypted_birth_date, encrypted_birth_time, encrypted_birth_location,
    encrypted_sex, created_at, updated_at`;
}

/** @throws DomainError `self_exists` where the account has another self */
async function once(writing: PromiseLike<unknown>): Promise<void> {
  try {
    await writing;
  } catch (error) {
    if ((error as { constraint_name?: string }).constraint_name !== 'idx_user_sensitive_info_self') throw error;
    throw new DomainError(selfExists);
  }
}
