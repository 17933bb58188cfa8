import * as z from 'zod';
import { eventType } from '../../platform/events/event-type.ts';
import { interpretationTypes } from './people-charts/interpretations/interpretation-types.ts';

/** What happens to a chart that is kept, without anything personal: ids, kinds and versions. */

/** The stream of a chart. */
export function chartStream(chartId: string): string {
  return `chart-${chartId}`;
}

const engineVersion = z.string().meta({ examples: ['1.0.0'] });
const interpretationId = z.uuid();

const userId = z.uuid().nullable().meta({ description: 'Whose chart it is; null where version 1 did not say.' });

/** Version 1 did not say whose chart it is: that stands in `chart.stored` of the same stream. */
const withoutUser = (data: unknown) => ({ userId: null, ...(data as object) });

export const chartStored = eventType({
  name: 'chart.stored',
  version: 1,
  summary: 'A user has a person’s chart kept.',
  data: z.strictObject({ userId: z.uuid(), personId: z.uuid(), engineVersion }),
});

const interpretation = z.strictObject({ interpretationId });

const interpreted = interpretation.extend({
  type: z.enum(interpretationTypes),
  modelVersion: z.string().meta({ examples: ['rules-1.0.0'] }),
});

export const chartInterpreted = eventType({
  name: 'chart.interpreted',
  version: 2,
  summary: 'A chart was put into words, on one subject.',
  data: interpreted.extend({ userId }),
  earlier: [interpreted.extend({ type: z.string().meta({ examples: ['wealth'] }) })],
  upcast: withoutUser,
});

export const reviewRequested = eventType({
  name: 'chart.review_requested',
  version: 2,
  summary: 'A user asked for an expert’s review of an interpretation.',
  data: interpretation.extend({ userId }),
  earlier: [interpretation],
  upcast: withoutUser,
});

export const reviewWithdrawn = eventType({
  name: 'chart.review_withdrawn',
  version: 2,
  summary: 'A user took the request for a review back.',
  data: interpretation.extend({ userId }),
  earlier: [interpretation],
  upcast: withoutUser,
});

const reviewed = interpretation.extend({ expertId: z.uuid() });

export const interpretationReviewed = eventType({
  name: 'chart.interpretation_reviewed',
  version: 2,
  summary: 'An expert reviewed an interpretation.',
  data: reviewed.extend({ userId }),
  earlier: [reviewed],
  upcast: withoutUser,
});

const rated = interpretation.extend({ rating: z.int() });

export const interpretationRated = eventType({
  name: 'chart.interpretation_rated',
  version: 2,
  summary: 'A user rated an interpretation.',
  data: rated.extend({ rating: z.int().min(1).max(5), userId }),
  earlier: [rated],
  upcast: withoutUser,
});

export const chartEvents = [
  chartStored,
  chartInterpreted,
  reviewRequested,
  reviewWithdrawn,
  interpretationReviewed,
  interpretationRated,
] as const;
