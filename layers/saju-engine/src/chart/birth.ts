import { acceptOnly } from '../accepted-values.ts';
import { type LunarDate, lunarDayNumber } from '../calendar/lunar.ts';
import { SIJIN } from '../calendar/pillar-index.ts';
import { dayInRange } from '../calendar/range.ts';
import { SajuError } from '../errors.ts';
import type { TimeBasis } from '../options.ts';
import { EPOCH_DAY, SECONDS_PER_DAY } from '../time/civil-date.ts';
import { FOLDS, type Fold, firstInstantOfClock, instantOfClock } from '../time/clock-time.ts';
import { dateFields, gregorianDay, secondOfDay, splitFields } from '../time/iso-fields.ts';
import { instantOfLocal, type LocalClock, localOffset, meanTimeOffset } from '../time/local-time.ts';
import { KOREA, type Zone, zoneOf } from '../time/zone.ts';

/** A 시지, of which 자시 may be said whole (its middle is midnight), as 조자시 (from 0:00) or as 야자시 (from 23:00). */
export const HOUR_BRANCHES = [
  'ja',
  'chuk',
  'in',
  'myo',
  'jin',
  'sa',
  'o',
  'mi',
  'sin',
  'yu',
  'sul',
  'hae',
  'joja',
  'yaja',
] as const;
export type HourBranch = (typeof HOUR_BRANCHES)[number];

const CALENDARS = ['solar', 'lunar'] as const;

/** A birth as it was recorded. Without `time` and `hourBranch` the hour is unknown. */
export interface Birth {
  readonly calendar?: (typeof CALENDARS)[number];
  /** `YYYY-MM-DD` of the calendar. */
  readonly date: string;
  /** For a lunar date in a leap month. */
  readonly isLeapMonth?: boolean;
  /** `HH:MM` or `HH:MM:SS` of the zone's clock. */
  readonly time?: string;
  /** In place of `time`; its middle, on the chosen time basis, is taken. */
  readonly hourBranch?: HourBranch;
  /** Which instant is meant when clocks were set back over the time; the first (0) unless said. */
  readonly fold?: Fold;
}

/** Where a birth was. Without it Seoul; with another zone than Asia/Seoul and no longitude, no solar time. */
export interface Place {
  /** Degrees north. */
  readonly latitude?: number;
  /** Degrees east. */
  readonly longitude?: number;
  /** IANA name; Asia/Seoul unless said. */
  readonly timeZone?: string;
}

export const SEOUL = Object.freeze({ latitude: 37.5665, longitude: 126.978 });

/** A birth resolved: the instant, and the clock that its pillars are read on. */
export interface Moment {
  readonly clock: LocalClock;
  /** Degrees east; null where no place is known. */
  readonly longitude: number | null;
  /** Day number of the recorded date. */
  readonly day: number;
  readonly hour: 'time' | 'branch' | 'unknown';
  readonly instant: number;
  /** Local time on the clock's basis, as seconds since 1970-01-01T00:00:00 of that clock. */
  readonly local: number;
}

const NOON = SECONDS_PER_DAY / 2;

/**
 * Resolves a birth on a time basis. An unknown hour is taken at noon of the clock.
 * @throws SajuError `invalid_value`, `invalid_date`, `invalid_time`, `hour_given_twice`, `invalid_lunar_date`,
 *   `leap_month_of_solar_date`, `date_out_of_range`, `nonexistent_date`, `nonexistent_time`, `unknown_time_zone`,
 *   `invalid_place`, `place_required`
 */
export function resolveBirth(birth: Birth, place: Place | undefined, basis: TimeBasis): Moment {
  const day = birthDay(birth);
  checkHour(birth);
  const { clock, longitude } = clockOf(place, basis);
  const { zone } = clock;
  const midnight = (day - EPOCH_DAY) * SECONDS_PER_DAY;
  const fold = birth.fold ?? 0;

  if (birth.time !== undefined) {
    const second = secondOfDay(birth.time);
    if (second < 0)
      throw new SajuError('invalid_time', ['birth', 'time'], 'a time is HH:MM or HH:MM:SS, 00:00 to 23:59:59');
    const instant = instantOfClock(zone, midnight + second, fold);
    return { clock, longitude, day, hour: 'time', instant, local: instant + localOffset(clock, instant) };
  }
  if (birth.hourBranch !== undefined) {
    const local = localOfBranch(clock, midnight, birth.hourBranch);
    return { clock, longitude, day, hour: 'branch', instant: instantOfLocal(clock, local, fold), local };
  }
  const instant = noonOf(zone, midnight);
  return { clock, longitude, day, hour: 'unknown', instant, local: instant + localOffset(clock, instant) };
}

/**
 * The clock that pillars are read on at a place: Seoul's where none is given.
 * @throws SajuError `unknown_time_zone`, `invalid_place`, `place_required`
 */
export function clockOf(place: Place | undefined, basis: TimeBasis): Pick<Moment, 'clock' | 'longitude'> {
  const zone = place?.timeZone === undefined ? KOREA : zoneOf(place.timeZone);
  const longitude = place?.longitude ?? (zone === KOREA ? SEOUL.longitude : null);
  if (longitude === null && (basis === 'lmt' || basis === 'apparent')) {
    throw new SajuError('place_required', ['place', 'longitude'], `time basis ${basis} needs the longitude`, { basis });
  }
  if (longitude !== null) checkDegrees(longitude, 180, 'longitude');
  if (place?.latitude !== undefined) checkDegrees(place.latitude, 90, 'latitude');
  return { clock: { basis, zone, meanOffset: longitude === null ? Number.NaN : meanTimeOffset(longitude) }, longitude };
}

/**
 * Day number of a birth's date.
 * @throws SajuError `invalid_value` for the calendar, `invalid_date`, `invalid_lunar_date`, `leap_month_of_solar_date`,
 *   `date_out_of_range`
 */
export function birthDay(birth: Birth): number {
  if (!birth) throw invalidDate('a birth has a date');
  if (birth.isLeapMonth !== undefined) acceptOnly(birth.isLeapMonth, [true, false], 'birth.isLeapMonth');
  if (birth.calendar === 'lunar') {
    const fields = dateFields(birth.date);
    if (fields < 0) throw invalidDate('a date is YYYY-MM-DD');
    const { year, month, day } = splitFields(fields);
    const lunar: LunarDate = { year, month, day, isLeapMonth: birth.isLeapMonth ?? false };
    try {
      return lunarDayNumber(lunar);
    } catch (error) {
      throw error instanceof SajuError ? error.within('birth') : error;
    }
  }
  if (birth.calendar !== undefined) acceptOnly(birth.calendar, CALENDARS, 'birth.calendar');
  if (birth.isLeapMonth) {
    throw new SajuError('leap_month_of_solar_date', ['birth', 'isLeapMonth'], 'a solar date is in no leap month');
  }
  const day = gregorianDay(birth.date);
  if (day === undefined) throw invalidDate(`${birth.date} is not a date of the calendar`);
  return dayInRange(day, ['birth', 'date']);
}

/** Refuses an hour that is told by a word that is none, or twice. */
function checkHour({ time, hourBranch, fold }: Birth): void {
  if (fold !== undefined) acceptOnly(fold, FOLDS, 'birth.fold');
  if (hourBranch === undefined) return;
  acceptOnly(hourBranch, HOUR_BRANCHES, 'birth.hourBranch');
  if (time === undefined) return;
  throw new SajuError('hour_given_twice', ['birth', 'hourBranch'], 'give time or hourBranch');
}

/**
 * Local time in the middle of a 시지. The recorded date is the clock's, which beside the date line is a whole day ahead of the
 * sun or behind it: Tonga, at 175° W, keeps the dates of Asia.
 * @throws SajuError `nonexistent_date`
 */
function localOfBranch(clock: LocalClock, midnight: number, branch: HourBranch): number {
  const local = midnight + middleOf(branch);
  const instant = instantOfLocal(clock, local, 0);
  const daysAhead = Math.round((instant + clock.zone.utcOffset(instant) - local) / SECONDS_PER_DAY);
  // A date that the zone left out is refused.
  noonOf(clock.zone, midnight);
  return local - daysAhead * SECONDS_PER_DAY;
}

/**
 * Noon of a date on the zone's clock; where that was set forward over noon, the change.
 * @throws SajuError `nonexistent_date`
 */
function noonOf(zone: Zone, midnight: number): number {
  const noon = firstInstantOfClock(zone, midnight + NOON);
  return noon + zone.utcOffset(noon) < midnight + SECONDS_PER_DAY ? noon : instantOfClock(zone, midnight + NOON, 0);
}

/** Second of the day in the middle of a 시지. */
function middleOf(branch: HourBranch): number {
  if (branch === 'joja') return SIJIN / 4;
  if (branch === 'yaja') return SECONDS_PER_DAY - SIJIN / 4;
  return HOUR_BRANCHES.indexOf(branch) * SIJIN;
}

function checkDegrees(degrees: unknown, most: number, field: string): void {
  if (typeof degrees === 'number' && Math.abs(degrees) <= most) return;
  throw new SajuError('invalid_place', ['place', field], `a ${field} is -${most} to ${most} degrees`);
}

function invalidDate(message: string): SajuError {
  return new SajuError('invalid_date', ['birth', 'date'], message);
}
