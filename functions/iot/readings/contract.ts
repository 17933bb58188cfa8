import * as z from 'zod';
import { instantOutput } from '../../../platform/vocabulary/dates.ts';
import { readingTypeNames } from './reading-types.ts';

export const readingType = z.enum(readingTypeNames);

const unit = z.string().meta({
  description: 'Of RFC 8428: `Cel`, `%RH`, `count` (movements), `lx`, `ppm`, `/` (0 or 1).',
  examples: ['Cel'],
});

const score = z.number().min(0).max(1).meta({ description: 'How far the reading can be relied on, 0 to 1.' });

/** What a reading is, whoever asks for it. */
const measured = {
  value: z.number(),
  userPresence: z.boolean().nullable().meta({ description: 'Whether the device noticed somebody at the time.' }),
  recordedAt: instantOutput.meta({ description: 'By the device’s clock.' }),
};

/** The latest of a type. */
export const latestReading = z
  .strictObject({ type: readingType, unit, ...measured, reliabilityScore: score, receivedAt: instantOutput })
  .meta({ id: 'LatestReading' });

/** One of a type that is known. */
export const rawReading = z
  .strictObject({
    ...measured,
    reliabilityScore: score.nullable(),
    accuracy: z.number().nullable().meta({ description: 'How far from the truth it may be, in its unit.' }),
    ambientConditions: z.record(z.string(), z.number()).nullable(),
  })
  .meta({ id: 'RawReading' });

/** What was measured in a minute or an hour. */
const aggregate = {
  start: instantOutput.meta({ description: 'Of the minute or hour, in which the readings were recorded.' }),
  count: z.int().min(1).meta({ description: 'Of readings, each once.' }),
  min: z.number(),
  max: z.number(),
  sum: z.number().meta({ description: 'Exact: of `motion`, the movements.' }),
};

/** Of one device. */
export const readingBucket = z
  .strictObject({ ...aggregate, average: z.number().meta({ description: '`sum / count`, to ten-thousandths.' }) })
  .meta({ id: 'ReadingBucket' });

/** Of the devices at a place. */
export const locationBucket = z
  .strictObject({
    ...aggregate,
    devices: z.int().min(1).meta({ description: 'That measured something in it.' }),
    average: z.number().meta({ description: 'Of the averages of these devices, to ten-thousandths.' }),
  })
  .meta({ id: 'LocationBucket' });

/** Of an answer about one type, in a range. */
export const rangeAnswer = {
  type: readingType,
  unit,
  from: instantOutput.meta({ description: 'Of the range, in whole minutes or hours; included.' }),
  to: instantOutput.meta({ description: 'Not included.' }),
};

/** What all reads of readings have in common. */
export const readingsAccess = { tag: 'iot', auth: { roles: ['operator', 'admin'] }, recheck: true } as const;
