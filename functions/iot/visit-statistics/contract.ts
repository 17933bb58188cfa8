import * as z from 'zod';
import { InvalidRequest } from '../../../platform/errors/field-issue.ts';
import type { FieldKind } from '../../../platform/errors/field-kind.ts';
import { operation } from '../../../platform/http/operation.ts';
import { dateOutput, recordedDateInput } from '../../../platform/vocabulary/dates.ts';
import { timeSlots } from '../behavior/time-slots.ts';
import { locationId } from '../location.ts';

/** Of a quarter. */
const MOST_DAYS = 92;

/** Fewer visitors than this could be recognised by who was there: nothing is told of them but that there were some. */
export const FEWEST_VISITORS = 5;

const invalidRange = {
  code: 'invalid_range',
  detail: {
    ko: `from과 같거나 뒤여야 하며, ${MOST_DAYS}일까지 볼 수 있습니다.`,
    en: `It is from or after it, and both are within ${MOST_DAYS} days.`,
  },
} as const satisfies FieldKind;

const part = z
  .strictObject({
    date: dateOutput,
    timeSlot: z.enum(timeSlots),
    visitors: z.int().min(FEWEST_VISITORS),
    averageDwellMinutes: z.number().min(0),
    averageComfort: z
      .number()
      .min(1)
      .max(5)
      .nullable()
      .meta({
        description:
          'As visitors said, or else as inferred from the air. Null, as is `askedComfort`, where fewer than five have one; and ' +
          'where those who said it, those of whom it was inferred, or all who did not say it are one to four: the level of ' +
          'one could be worked out.',
      }),
    askedComfort: z
      .int()
      .min(0)
      .nullable()
      .meta({ description: 'Of the visitors, how many said how comfortable it was: none, or five and more.' }),
    points: z
      .array(z.strictObject({ deviceId: z.uuid(), visitors: z.int().min(FEWEST_VISITORS), minutes: z.int().min(1) }))
      .meta({ description: 'Where at least five of them were noticed, by minutes, most first.' }),
  })
  .meta({ id: 'VisitStatistics' });

export const getVisitStatistics = operation({
  id: 'getVisitStatistics',
  method: 'GET',
  path: '/v1/iot/visit-statistics',
  tag: 'iot',
  auth: { roles: ['operator', 'admin'] },
  recheck: true,
  summary: { ko: '장소가 어떻게 쓰였는지 봅니다', en: 'See how a location was used' },
  description:
    'By parts of Korean days, of users who consented to it. A part with fewer than five visitors is left out and counted in ' +
    '`withheld`: nobody is to be recognised.',
  request: {
    query: z.strictObject({
      locationId,
      from: recordedDateInput,
      to: recordedDateInput.meta({ description: `Included; at most ${MOST_DAYS} days.` }),
    }),
  },
  response: {
    status: 200,
    description: 'The parts of days with enough visitors, in order.',
    body: z.strictObject({ parts: z.array(part), withheld: z.int().min(0) }),
    freshness: 'none',
  },
  errors: ['date_out_of_range', invalidRange],
});

/** @throws InvalidRequest for `to`, where it is before `from` or too long after it */
export function refuseOtherRanges(from: string, to: string): void {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  if (days >= 1 && days <= MOST_DAYS) return;
  throw new InvalidRequest([{ in: 'query', path: 'to', ...invalidRange }]);
}
