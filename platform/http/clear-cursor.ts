import * as z from 'zod';
import { InvalidRequest } from '../errors/field-issue.ts';
import { recordedInstantInput } from '../vocabulary/dates.ts';
import type { ListPosition } from './sealed-cursor.ts';

/**
 * Cursors of lists whose rows are in order of an instant and an id, which tell nothing that their reader may not know: in the
 * clear, since a cursor that somebody makes up is a place in the same list.
 */

const position = z.tuple([recordedInstantInput, z.uuid()]);

/** The cursor of the page after a row. */
export function cursorAfter({ at, id }: ListPosition): string {
  return Buffer.from(JSON.stringify([at, id])).toString('base64url');
}

/** @throws InvalidRequest for `cursor` in the query */
export function positionOf(cursor: string): ListPosition {
  try {
    const [at, id] = position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { at: new Date(at), id };
  } catch {
    throw new InvalidRequest([{ in: 'query', path: 'cursor', code: 'invalid_value' }]);
  }
}
