import * as z from 'zod';
import { InvalidRequest } from '../../../platform/errors/field-issue.ts';

/** Where a page begins: after the dead letter of that instant and id. */
export interface DeadLetterPosition {
  readonly at: Date;
  readonly id: string;
}

const position = z.tuple([z.iso.datetime(), z.uuid()]);

/** Nobody's in particular, so that it is not sealed. */
export function cursorAfter({ at, id }: DeadLetterPosition): string {
  return Buffer.from(JSON.stringify([at, id])).toString('base64url');
}

/** @throws InvalidRequest for `cursor` in the query */
export function positionOf(cursor: string): DeadLetterPosition {
  try {
    const [at, id] = position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { at: new Date(at), id };
  } catch {
    throw new InvalidRequest([{ in: 'query', path: 'cursor', code: 'invalid_value' }]);
  }
}
