import * as z from 'zod';
import { eventType } from '../../../platform/events/event-type.ts';

/** What happens to a stored chart, without anything personal: ids, kinds and versions. */

/** The stream of a chart. */
export function chartStream(chartId: string): string {
  return `chart-${chartId}`;
}

const interpretationId = z.uuid();

export const chartStored = eventType({
  name: 'chart.stored',
  version: 1,
  data: z.strictObject({ userId: z.uuid(), personId: z.uuid(), engineVersion: z.string() }),
});

export const chartInterpreted = eventType({
  name: 'chart.interpreted',
  version: 1,
  data: z.strictObject({ interpretationId, type: z.string(), modelVersion: z.string() }),
});

export const reviewRequested = eventType({
  name: 'chart.review_requested',
  version: 1,
  data: z.strictObject({ interpretationId }),
});

export const reviewWithdrawn = eventType({
  name: 'chart.review_withdrawn',
  version: 1,
  data: z.strictObject({ interpretationId }),
});

export const interpretationReviewed = eventType({
  name: 'chart.interpretation_reviewed',
  version: 1,
  data: z.strictObject({ interpretationId, expertId: z.uuid() }),
});

export const interpretationRated = eventType({
  name: 'chart.interpretation_rated',
  version: 1,
  data: z.strictObject({ interpretationId, rating: z.int() }),
});
