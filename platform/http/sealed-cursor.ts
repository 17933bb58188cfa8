import * as z from 'zod';
import type { FieldCipher, FieldPlace } from '../encryption/field-cipher.ts';
import { UnopenedField } from '../encryption/unopened-field.ts';
import { InvalidRequest } from '../errors/field-issue.ts';
import { integerParameter } from './parameters.ts';

/**
 * Cursors of lists that are one user's. A cursor is the place of the page's last row, sealed under the user's key for its
 * list: nobody else's opens, nor one of another list, nor one that was made up; and it tells nothing.
 */

/** Where a page begins: after the row of that instant and id. */
export interface ListPosition {
  readonly at: Date;
  readonly id: string;
}

/** How cursors fail that were not made by `sealCursor` for this list. Of the others the key is to blame. */
const NOT_OURS: ReadonlySet<UnopenedField['code']> = new Set([
  'malformed',
  'unknown_version',
  'unknown_key',
  'altered',
]);

const position = z.tuple([z.iso.datetime(), z.string().min(1)]);

/** The place of a cursor: no row of a table has it. */
function placeOf(userId: string, list: string): FieldPlace {
  return { userId, table: '(cursor)', column: list, rowId: userId };
}

/** @param list names the list, with what decides its rows: the route key and its parameters */
export async function sealCursor(
  cipher: Pick<FieldCipher, 'seal'>,
  userId: string,
  list: string,
  { at, id }: ListPosition,
): Promise<string> {
  const sealed = await cipher.seal(placeOf(userId, list), JSON.stringify([at, id]));
  return Buffer.from(sealed).toString('base64url');
}

/** @throws InvalidRequest for `cursor` in the query where it is none of this list and user */
export async function openCursor(
  cipher: Pick<FieldCipher, 'open'>,
  userId: string,
  list: string,
  cursor: string,
): Promise<ListPosition> {
  const bytes = Buffer.from(cursor, 'base64url');
  if (bytes.toString('base64url') !== cursor) throw refused();
  try {
    const opened = await cipher.open(placeOf(userId, list), bytes);
    const [at, id] = position.parse(JSON.parse(Buffer.from(opened).toString()));
    return { at: new Date(at), id };
  } catch (error) {
    if (error instanceof UnopenedField && NOT_OURS.has(error.code)) throw refused();
    throw error;
  }
}

function refused(): InvalidRequest {
  return new InvalidRequest([{ in: 'query', path: 'cursor', code: 'invalid_value' }]);
}

const MOST_ROWS = 100;

/** The query of such a list. Pages have 20 rows unless said. */
export const pageQuery = {
  limit: integerParameter({ minimum: 1, maximum: MOST_ROWS }).optional().meta({ description: 'Default 20.' }),
  cursor: z.string().min(1).max(400).optional().meta({ description: 'Of the page before.' }),
};

export const DEFAULT_ROWS = 20;

/** The cursor of an answer. */
export const nextCursor = z.string().nullable().meta({ description: 'Of the next page; null on the last.' });
