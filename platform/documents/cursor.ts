import { InvalidRequest } from '../errors/field-issue.ts';

/** The place after a document in its collection, opaque to callers: they only hand it back. */
export function cursorAfter(id: string): string {
  return Buffer.from(id).toString('base64url');
}

/**
 * The id a cursor stands after.
 * @param prefix what the ids of the list begin with
 * @throws InvalidRequest for `cursor` in the query where it is none of this list
 */
export function idOfCursor(cursor: string, prefix: string): string {
  const id = Buffer.from(cursor, 'base64url').toString();
  if (id !== '' && id.startsWith(prefix) && cursorAfter(id) === cursor) return id;
  throw new InvalidRequest([{ in: 'query', path: 'cursor', code: 'invalid_value' }]);
}
