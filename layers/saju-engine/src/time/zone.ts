import { SajuError } from '../errors.ts';
import { koreaOffset, koreaSummerTime } from './korea-zone.ts';
import { platformZone } from './platform-zone.ts';

/** A time zone: what its clocks showed at each instant. */
export interface Zone {
  /** IANA name. */
  readonly id: string;
  /** Seconds east of UTC, summer time included. */
  utcOffset(instant: number): number;
  /** Seconds of summer time in `utcOffset`. */
  summerTime(instant: number): number;
}

export const KOREA: Zone = Object.freeze({
  id: 'Asia/Seoul',
  utcOffset: koreaOffset,
  summerTime: koreaSummerTime,
});
/** Another name of it in the IANA data. */
const KOREA_ALIAS = 'ROK';

/** Zones of the platform's Intl that were asked for, by name in lower case: bounded by the names that IANA has (about 600). */
const platformZones = new Map<string, Zone>();

/**
 * The zone of an IANA name. Korea's comes from the engine's own table, others from the platform's Intl.
 * @throws SajuError `unknown_time_zone`
 */
export function zoneOf(id: string): Zone {
  if (id === KOREA.id) return KOREA;
  // Names are the same in any case, as Intl takes them: each is kept once, however it is written.
  const key = `${id}`.toLowerCase();
  let zone = platformZones.get(key);
  if (zone === undefined) {
    zone = platformZone(id);
    if (zone.id === KOREA.id || zone.id === KOREA_ALIAS) zone = KOREA;
    platformZones.set(key, zone);
  }
  return zone;
}

/** Whether a time zone has this name. */
export function isTimeZone(id: string): boolean {
  try {
    zoneOf(id);
    return true;
  } catch (error) {
    if (error instanceof SajuError) return false;
    throw error;
  }
}
