import { type CivilDate, dayNumber, daysInMonth } from './civil-date.ts';

/** Reading of ISO 8601 dates and times, strict in form, without allocation: every birth passes here. */

const ZERO = 48;
const DASH = 45;
const COLON = 58;

/** `YYYY-MM-DD` as year × 10,000 + month × 100 + day; -1 if the form is another. Ranges are not checked. */
export function dateFields(text: string): number {
  if (text?.length !== 10 || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return -1;
  const century = pair(text, 0);
  const year = pair(text, 2);
  const month = pair(text, 5);
  const day = pair(text, 8);
  return century < 0 || year < 0 || month < 0 || day < 0 ? -1 : century * 1_000_000 + year * 10_000 + month * 100 + day;
}

/** The parts of `dateFields`. */
export function splitFields(fields: number): CivilDate {
  return { year: (fields / 10_000) | 0, month: ((fields / 100) | 0) % 100, day: fields % 100 };
}

/** Day number of a `YYYY-MM-DD` of the Gregorian calendar; undefined if there is no such date. */
export function gregorianDay(text: string): number | undefined {
  const fields = dateFields(text);
  const { year, month, day } = splitFields(fields);
  const exists = fields >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return exists ? dayNumber(year, month, day) : undefined;
}

/** Second of the day of `HH:MM` or `HH:MM:SS`, 00:00 to 23:59:59; -1 if it is none. */
export function secondOfDay(text: string): number {
  const withSeconds = text?.length === 8;
  if ((!withSeconds && text?.length !== 5) || text.charCodeAt(2) !== COLON) return -1;
  const hour = pair(text, 0);
  const minute = pair(text, 3);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return -1;
  if (!withSeconds) return hour * 3600 + minute * 60;
  const second = pair(text, 6);
  return text.charCodeAt(5) !== COLON || second < 0 || second > 59 ? -1 : hour * 3600 + minute * 60 + second;
}

function pair(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
}
