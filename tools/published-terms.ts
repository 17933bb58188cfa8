/** A solar term as an almanac printed it. */
export interface PublishedTerm {
  readonly year: number;
  /** 0 소한 to 23 동지. */
  readonly index: number;
  /** The printed minute, in minutes since 1970-01-01T00:00Z. */
  readonly minute: number;
  /** Whether it is KASI's own (rounded to the minute) or quoted by others (rounded or cut off). */
  readonly isOfficial: boolean;
  /** The line it was read from. */
  readonly line: string;
}

const KST_MINUTES = 9 * 60;

/** Almanacs are printed years ahead: those of 2008 to 2016 took ΔT up to 9 s larger than it came to be. */
const FORECAST_ERROR = 10;

/**
 * Rows of the published terms: `year,term_index,term,longitude,published_kst,class,…,note`. Those whose note is
 * SOURCE ERROR are left out.
 */
export function publishedTerms(csv: string): PublishedTerm[] {
  const [, ...lines] = csv.trim().split(/\r?\n/);
  return lines
    .filter(line => !line.endsWith(',SOURCE ERROR'))
    .map(line => {
      const [year, index, , , published, kind] = line.split(',');
      const [date, hour, minute] = published!.split(/[ :]/);
      return {
        year: Number(year),
        index: Number(index),
        // One row has minute 60; it counts as the next hour.
        minute: Date.parse(date!) / 60_000 + Number(hour) * 60 + Number(minute) - KST_MINUTES,
        isOfficial: kind === 'official',
        line,
      };
    });
}

/** Whether an instant (seconds since 1970) agrees with the printed minute, the almanac's forecast of ΔT allowed for. */
export function agrees({ minute, isOfficial }: PublishedTerm, instant: number): boolean {
  const sincePrinted = instant - 60 * minute;
  return sincePrinted >= -30 - FORECAST_ERROR && sincePrinted < (isOfficial ? 30 : 60) + FORECAST_ERROR;
}

/** Whether an instant rounds to the printed minute. */
export function roundsTo({ minute }: PublishedTerm, instant: number): boolean {
  return Math.round(instant / 60) === minute;
}
