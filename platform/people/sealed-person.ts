import type { FieldCipher, FieldPlace } from '../encryption/field-cipher.ts';
import type { Person } from '../vocabulary/birth.ts';

/** What is kept of a person beside what the user calls them: all that decides a chart but the options. */
export type PersonBirth = Omit<Person, 'options'>;

/** The sealed columns of a person that a chart is made of, as `user_sensitive_info` has them. */
export interface SealedBirth {
  readonly encrypted_birth_date: Uint8Array;
  /** Null for an unknown hour. */
  readonly encrypted_birth_time: Uint8Array | null;
  readonly encrypted_birth_location: Uint8Array;
  readonly encrypted_sex: Uint8Array;
}

export type PersonColumn = keyof SealedBirth | 'encrypted_label';

const BIRTH_COLUMNS = [
  'encrypted_birth_date',
  'encrypted_birth_time',
  'encrypted_birth_location',
  'encrypted_sex',
] as const satisfies readonly (keyof SealedBirth)[];

/** Where a column of a person stands. */
export function personPlace(userId: string, personId: string, column: PersonColumn): FieldPlace {
  return { userId, table: 'user_sensitive_info', column, rowId: personId };
}

/** The places that `openBirth` opens of a person: for the access record, which comes first. */
export function birthPlaces(userId: string, personId: string, sealed: SealedBirth): readonly FieldPlace[] {
  return BIRTH_COLUMNS.filter(column => sealed[column] !== null).map(column => personPlace(userId, personId, column));
}

/** Seals a person's birth, place and sex, each for its column. */
export async function sealBirth(
  cipher: FieldCipher,
  userId: string,
  personId: string,
  { birth, place, sex }: PersonBirth,
): Promise<SealedBirth> {
  const { calendar, date, isLeapMonth, ...hour } = birth;
  const seal = (column: PersonColumn, value: string) => cipher.seal(personPlace(userId, personId, column), value);
  const known = hour.time !== undefined || hour.hourBranch !== undefined;
  const [encrypted_birth_date, encrypted_birth_time, encrypted_birth_location, encrypted_sex] = await Promise.all([
    seal('encrypted_birth_date', JSON.stringify({ calendar, date, isLeapMonth })),
    known ? seal('encrypted_birth_time', JSON.stringify(hour)) : null,
    // Null where the user said none: charts then take Seoul, which a later release may say better.
    seal('encrypted_birth_location', JSON.stringify(place ?? null)),
    seal('encrypted_sex', sex),
  ]);
  return { encrypted_birth_date, encrypted_birth_time, encrypted_birth_location, encrypted_sex };
}

/**
 * Opens what `sealBirth` sealed. The caller has recorded the access.
 * @throws UnopenedField
 */
export async function openBirth(
  { open }: Pick<FieldCipher, 'open'>,
  userId: string,
  personId: string,
  sealed: SealedBirth,
): Promise<PersonBirth> {
  const text = async (column: keyof SealedBirth) => {
    const value = sealed[column];
    return value === null ? 'null' : Buffer.from(await open(personPlace(userId, personId, column), value)).toString();
  };
  const [date, hour, place, sex] = await Promise.all(BIRTH_COLUMNS.map(text));
  const where = JSON.parse(place!) as PersonBirth['place'] | null;
  return {
    birth: { ...JSON.parse(date!), ...JSON.parse(hour!) } as PersonBirth['birth'],
    ...(where !== null && { place: where }),
    sex: sex as PersonBirth['sex'],
  };
}
