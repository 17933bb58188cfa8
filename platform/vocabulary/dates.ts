import * as z from 'zod';

/** `YYYY-MM-DD` that exists, as callers send it. */
export const dateInput = z.iso.date({ error: 'invalid_date' }).meta({ examples: ['1990-05-15'] });

/** A date as it is answered. */
export const dateOutput = z.string().meta({ format: 'date', examples: ['1990-05-15'] });

/** An instant as it is answered: UTC, to the second. */
export const instantOutput = z.string().meta({ format: 'date-time', examples: ['1990-05-15T05:30:00Z'] });

/** A clock time without zone, as it is answered. */
export const wallTimeOutput = z.string().meta({ examples: ['1990-05-15T14:30:00'] });
