import * as z from 'zod';
import { operation } from '../../../platform/http/operation.ts';
import { placeErrors } from '../../../platform/places/place-input.ts';
import { dateInput } from '../../../platform/vocabulary/dates.ts';
import { placeParameters, understoodPlace } from '../../../platform/vocabulary/place.ts';
import { invalidSpan, spanInOrder, spanTooLong, spanWithin } from '../../../platform/vocabulary/span.ts';
import { manseDaySchema } from '../day.ts';

/** A year of days in one answer. */
const MOST_DAYS = 366;

export const getDay = operation({
  id: 'getManseDay',
  method: 'GET',
  path: '/v1/manse/days/{date}',
  tag: 'manse',
  summary: { ko: '만세력의 하루를 봅니다', en: 'A day of the calendar' },
  description: 'Lunar date, pillars, solar term, moon and sun of a day, 1900-01-01 to 2101-01-28.',
  auth: 'none',
  request: {
    params: z.strictObject({ date: dateInput }),
    query: z.strictObject(placeParameters).check(...understoodPlace),
  },
  response: { status: 200, description: 'The day.', body: manseDaySchema, freshness: 'deterministic' },
  errors: ['invalid_date', 'date_out_of_range', ...placeErrors],
});

const span = z
  .strictObject({ from: dateInput, to: dateInput.meta({ description: 'Included.' }), ...placeParameters })
  .check(
    ...understoodPlace,
    spanInOrder,
    spanWithin(() => MOST_DAYS),
  );

export const listDays = operation({
  id: 'listManseDays',
  method: 'GET',
  path: '/v1/manse/days',
  tag: 'manse',
  summary: { ko: '만세력의 여러 날을 봅니다', en: 'Days of the calendar' },
  description: `The days from one date to another, both included, ${MOST_DAYS} at most.`,
  auth: 'none',
  request: { query: span },
  response: {
    status: 200,
    description: 'The days in order.',
    body: z.strictObject({ days: z.array(manseDaySchema) }).meta({ id: 'ManseDays' }),
    freshness: 'deterministic',
  },
  errors: ['invalid_date', 'date_out_of_range', invalidSpan, spanTooLong, ...placeErrors],
});
