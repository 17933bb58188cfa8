import * as z from 'zod';
import { eventType } from '../../platform/events/event-type.ts';

/** What happens to calendars. */

/** The stream of a calendar's table. */
export function calendarStream(table: string): string {
  return `calendar-${table}`;
}

export const calendarLoaded = eventType({
  name: 'calendar.loaded',
  version: 1,
  summary: 'All days of a calendar were computed anew, by another version of the engine or for the first time.',
  data: z.strictObject({
    table: z.string().meta({ examples: ['manse_calendar'] }),
    version: z.string().meta({ description: 'Of the engine and of the rows.', examples: ['1.0.0 rows 1'] }),
    rows: z
      .int()
      .min(1)
      .meta({ examples: [73_442] }),
  }),
});

export const calendarEvents = [calendarLoaded] as const;
