import * as z from 'zod';
import { InvalidRequest } from '../../../../platform/errors/field-issue.ts';
import { LATEST_RECORDED } from '../../../../platform/vocabulary/dates.ts';
import type { RangeInput, TimeRange } from '../../readings/time-range.ts';

const instant = z.int().min(0).max(LATEST_RECORDED);
const instants = z.tuple([instant, instant]).refine(([from, to]) => from < to);

/**
 * The cursor of the rest of a range, which is the range before the last row of a page: a device has one reading of a type in
 * a millisecond. In the clear, since one that is made up is a range as well.
 */
export function cursorOf({ from, to }: TimeRange): string {
  return Buffer.from(JSON.stringify([from, to])).toString('base64url');
}

/**
 * The range that is left.
 * @param asked the range of the query that comes with it: the same as before, as far as the query says it
 * @throws InvalidRequest for `cursor` in the query
 */
export function rangeOfCursor(cursor: string, query: RangeInput, asked: TimeRange): TimeRange {
  const parsed = instants.safeParse(jsonOf(cursor));
  if (!parsed.success) throw refused();
  const [from, to] = parsed.data;
  if (query.from !== undefined && from !== asked.from) throw refused();
  if (query.to !== undefined && to > asked.to) throw refused();
  // What the query does not say moves with the clock; the length of what is left does not grow.
  if (to - from > asked.to - asked.from) throw refused();
  return { from, to };
}

function jsonOf(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

function refused(): InvalidRequest {
  return new InvalidRequest([{ in: 'query', path: 'cursor', code: 'invalid_value' }]);
}
