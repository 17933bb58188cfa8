import { SajuError } from '../errors.ts';
import { gregorianDay } from '../time/iso-fields.ts';

/** A span of dates, both included. */
export interface DateSpan {
  readonly from: string;
  readonly to: string;
}

/**
 * Day numbers of a span's first and last date.
 * @throws SajuError `invalid_date` for a date that is none and for an end before the start
 */
export function daysOfSpan({ from, to }: DateSpan): readonly [number, number] {
  const first = dayOf(from, 'from');
  const last = dayOf(to, 'to');
  if (last < first) throw new SajuError('invalid_date', ['to'], 'to is before from');
  return [first, last];
}

function dayOf(date: string, field: keyof DateSpan): number {
  const day = gregorianDay(date);
  if (day === undefined) throw new SajuError('invalid_date', [field], `${date} is not a date of the calendar`);
  return day;
}
