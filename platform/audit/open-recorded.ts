import type { FieldCipher, FieldPlace } from '../encryption/field-cipher.ts';
import { UnopenedField } from '../encryption/unopened-field.ts';
import type { Access, AccessedPlace, AccessLog } from './access-log.ts';
import { AccessNotRecorded } from './access-not-recorded.ts';

/** What opens the places of one access, and no others. */
export type Opener = Pick<FieldCipher, 'open'>;

/**
 * Commits the record of an access, then lets `read` open what it names: from the database, or out of a cache. Where it
 * throws `UnopenedField`, that is recorded too, with its code.
 * @throws AccessNotRecorded, with what the database threw as its cause: then `read` has not begun; what `read` throws
 */
export type OpenRecorded = <Result>(access: Access, read: (opener: Opener) => Promise<Result>) => Promise<Result>;

export interface OpenRecordedDependencies {
  readonly cipher: Opener;
  readonly log: AccessLog;
  now(): Date;
}

/** The way to personal values: there is no plaintext without a record of it. */
export function openRecorded({ cipher, log, now }: OpenRecordedDependencies): OpenRecorded {
  return async (access, read) => {
    await log.record(access, now()).catch(refuse);
    const recorded = new Set(access.places.map(nameOf));
    const opener: Opener = {
      async open(place, sealed) {
        if (place.userId !== access.subjectId || !recorded.has(nameOf(place))) throw new UnrecordedPlace(place);
        return cipher.open(place, sealed);
      },
    };
    try {
      return await read(opener);
    } catch (error) {
      if (error instanceof UnopenedField) await log.recordFailure(access, error.code, now()).catch(refuse);
      throw error;
    }
  };
}

/** Where nobody would know of it, nothing is opened. An alarm counts these by name. */
function refuse(cause: unknown): never {
  throw new AccessNotRecorded(cause);
}

/** A place that its access does not name: our fault, answered 500. */
class UnrecordedPlace extends Error {
  override readonly name = 'UnrecordedPlace';
  /** Logged. */
  readonly code: string;

  constructor({ table, column }: FieldPlace) {
    super('A value was to be opened whose access was not recorded');
    this.code = `${table}.${column}`;
  }
}

function nameOf({ table, column, rowId }: AccessedPlace): string {
  return JSON.stringify([table, column, rowId]);
}
