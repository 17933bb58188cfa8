import * as z from 'zod';

/** `YYYY-MM-DD` that exists, as callers send it. */
export const dateInput = z.iso.date({ error: 'invalid_date' }).meta({ examples: ['1990-05-15'] });

const recorded = { from: '1900-01-01', to: '2199-12-31' } as const;
const EARLIEST_RECORDED = Date.parse(`${recorded.from}T00:00:00Z`);
/** The end of what may have been recorded, in milliseconds since 1970. */
export const LATEST_RECORDED = Date.parse('2200-01-01T00:00:00Z');

/** What is no date at all is told of by its format. */
function isRecorded(text: string): boolean {
  const at = Date.parse(text);
  return !(at < EARLIEST_RECORDED || at >= LATEST_RECORDED);
}

const outOfRange = { params: { code: 'date_out_of_range', ...recorded } };

/**
 * A day of something that we keep. PostgreSQL has no year 0, and does not read years after 9999 as JavaScript writes them: what
 * is asked of it is far from both.
 */
export const recordedDateInput = dateInput.refine(isRecorded, outOfRange).meta({ examples: ['2026-11-24'] });

/** An instant of something that we keep, as callers send it: with `Z` or an offset. */
export const recordedInstantInput = z.iso.datetime({ offset: true }).refine(isRecorded, outOfRange);

/** A date as it is answered. */
export const dateOutput = z.string().meta({ format: 'date', examples: ['1990-05-15'] });

/** An instant as it is answered: UTC, to the second. */
export const instantOutput = z.string().meta({ format: 'date-time', examples: ['1990-05-15T05:30:00Z'] });

/** A clock time without zone, as it is answered. */
export const wallTimeOutput = z.string().meta({ examples: ['1990-05-15T14:30:00'] });
