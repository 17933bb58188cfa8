import { isoInstant } from '../src/time/civil-date.ts';

const ZONE = 'Asia/Seoul';
const FROM = Date.UTC(1900, 0) / 1000;
const TO = Date.UTC(2101, 0) / 1000;
/** No state of the zone was shorter than the 125 days of summer time in 1948; a step of a day skips none. */
const STEP = 86_400;

/** Seconds ahead of UTC that were summer time, one hour, whenever they held: +9:30 (1955 to 1960) and +10 (1948 to 1951, 1987, 1988). */
const SUMMER_OFFSETS: ReadonlySet<number> = new Set([34_200, 36_000]);

/** Source of the table of the zone's states, read by bisection out of the platform's time zone data. */
export function koreaZoneTable(): string {
  const transitions = [row(-Infinity, utcOffset(FROM), 'local mean time')];
  for (let from = FROM; from < TO; from += STEP) {
    const after = utcOffset(from + STEP);
    if (after === utcOffset(from)) continue;
    let [before, since] = [from, from + STEP];
    while (since - before > 1) {
      const middle = Math.floor((before + since) / 2);
      if (utcOffset(middle) === after) since = middle;
      else before = middle;
    }
    transitions.push(row(since, after, isoInstant(since)));
  }
  return `/** Version of the IANA time zone data that this table was read from. */
export const TIME_ZONE_DATA_VERSION = '${process.versions.tz}';

/**
 * ${ZONE} since ever: [instant from which it holds (seconds since 1970-01-01T00:00:00Z), seconds that clocks are
 * ahead of UTC, seconds of that which are summer time].
 */
export const KOREA_TRANSITIONS: readonly (readonly [number, number, number])[] = [
${transitions.join('\n')}
];
`;
}

function row(instant: number, offset: number, comment: string): string {
  return `  [${instant}, ${offset}, ${SUMMER_OFFSETS.has(offset) ? 3600 : 0}], // ${comment}`;
}

const offsetFormat = new Intl.DateTimeFormat('en-US', { timeZone: ZONE, timeZoneName: 'longOffset' });

function utcOffset(instant: number): number {
  const name = offsetFormat.formatToParts(instant * 1000).find(({ type }) => type === 'timeZoneName')!.value;
  const match = /^GMT\+(\d\d):(\d\d)(?::(\d\d))?$/.exec(name);
  if (!match) throw new Error(`No offset of ${ZONE} at ${isoInstant(instant)} in '${name}'`);
  const [, hours, minutes, seconds = '0'] = match;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
