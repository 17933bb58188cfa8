import type { Opener, OpenRecorded } from '../../../../platform/audit/open-recorded.ts';
import type { FieldCipher } from '../../../../platform/encryption/field-cipher.ts';
import { keyIdOf } from '../../../../platform/encryption/sealed-field.ts';
import type { Answer } from '../../../../platform/http/operation.ts';
import {
  birthPlaces,
  openBirth,
  type PersonBirth,
  personPlace,
  sealBirth,
} from '../../../../platform/people/sealed-person.ts';
import type { personOutput } from './contract.ts';
import type { PersonRow, PersonValues, Relation } from './store.ts';

type PersonAnswer = Answer<typeof personOutput>;

/** What a user says of a person. */
export interface Told extends PersonBirth {
  readonly relation: Relation;
  readonly label?: string | null | undefined;
}

/** Who reads, and why: of an access record. */
export interface Reading {
  readonly userId: string;
  readonly purpose: string;
  readonly requestId: string;
}

/** A person's columns, sealed. */
export async function sealPerson(
  cipher: FieldCipher,
  userId: string,
  personId: string,
  { relation, label = null, ...told }: Told,
): Promise<PersonValues> {
  const birth = await sealBirth(cipher, userId, personId, told);
  const encrypted_label =
    label === null ? null : await cipher.seal(personPlace(userId, personId, 'encrypted_label'), label);
  return { relation, encrypted_label, ...birth, encryption_key_id: keyIdOf(birth.encrypted_birth_date) };
}

/** What the user said of people, opened after the access to all of them has been recorded, at once. */
export async function openPeople(
  openRecorded: OpenRecorded,
  { userId, purpose, requestId }: Reading,
  rows: readonly PersonRow[],
): Promise<readonly Told[]> {
  if (rows.length === 0) return [];
  const places = rows.flatMap(row => [
    ...(row.encrypted_label === null ? [] : [personPlace(userId, row.id, 'encrypted_label')]),
    ...birthPlaces(userId, row.id, row),
  ]);
  return openRecorded({ actorId: userId, subjectId: userId, purpose, requestId, places }, opener =>
    Promise.all(rows.map(row => openPerson(opener, userId, row))),
  );
}

async function openPerson(opener: Opener, userId: string, row: PersonRow): Promise<Told> {
  const { id, relation, encrypted_label } = row;
  const [birth, label] = await Promise.all([
    openBirth(opener, userId, id, row),
    encrypted_label && opener.open(personPlace(userId, id, 'encrypted_label'), encrypted_label),
  ]);
  return { ...birth, relation, label: label && Buffer.from(label).toString() };
}

/** A person as it is answered. */
export function personAnswer(
  { relation, label = null, birth, place, sex }: Told,
  row: Pick<PersonRow, 'id' | 'created_at' | 'updated_at'>,
): PersonAnswer {
  return {
    id: row.id,
    relation,
    label,
    birth: {
      calendar: birth.calendar,
      date: birth.date,
      isLeapMonth: birth.isLeapMonth ?? null,
      time: birth.time ?? null,
      hourBranch: birth.hourBranch ?? null,
      fold: birth.fold ?? null,
    },
    place:
      place === undefined
        ? null
        : {
            name: place.name,
            latitude: place.latitude ?? null,
            longitude: place.longitude ?? null,
            timeZone: place.timeZone ?? null,
          },
    sex,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
