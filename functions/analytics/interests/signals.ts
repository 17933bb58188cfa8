import type { RecordedEvent } from '../../../platform/events/event-store.ts';
import { chartInterpreted, chartStored, interpretationRated } from '../../saju/events.ts';
import { consentGiven, consentWithdrawn, personCorrected, personDeleted, userErased } from '../../users/events.ts';
import type { Category } from '../categories.ts';
import { activityEvents } from '../events.ts';
import type { UsersEvent } from '../user-of-event.ts';

export const interestTypes = [
  ...activityEvents,
  chartStored,
  chartInterpreted,
  interpretationRated,
  personCorrected,
  personDeleted,
  consentGiven,
  consentWithdrawn,
  userErased,
] as const;

export type InterestEvent = RecordedEvent<(typeof interestTypes)[number]>;

/** What apps tell of a category. */
export type SignalKind = 'viewed' | 'used' | 'read' | 'shown' | 'taken' | 'dismissed';

/** Something a user did that has to do with a category. */
export interface Signal {
  readonly globalPosition: number;
  readonly userId: string;
  readonly category: Category;
  readonly kind: SignalKind;
  readonly at: Date;
}

const kinds: Readonly<Partial<Record<InterestEvent['type'], SignalKind>>> = {
  'activity.page_viewed': 'viewed',
  'activity.feature_used': 'used',
  'activity.content_read': 'read',
  'activity.offer_shown': 'shown',
  'activity.offer_taken': 'taken',
  'activity.offer_dismissed': 'dismissed',
};

/** The signal in a user's event; none of one without a category, or that no app told. */
export function signalOf(userId: string, event: InterestEvent): Signal | undefined {
  const kind = kinds[event.type];
  if (kind === undefined || !('category' in event.data) || event.data.category === null) return undefined;
  const { globalPosition, occurredAt: at } = event;
  return { globalPosition, userId, category: event.data.category, kind, at };
}

/** What events tell of charts: that there is one, that it was put into words, how that was liked, that it is gone. */
export interface ChartNews {
  readonly charts: {
    readonly chartId: string;
    readonly userId: string;
    readonly personId: string;
    readonly at: Date;
  }[];
  readonly interpretations: {
    readonly interpretationId: string;
    readonly userId: string;
    readonly chartId: string;
    readonly category: string;
    readonly at: Date;
  }[];
  readonly ratings: {
    readonly interpretationId: string;
    readonly userId: string;
    readonly chartId: string;
    readonly rating: number;
    readonly version: number;
    readonly at: Date;
  }[];
  readonly gone: { readonly personId: string; readonly userId: string; readonly at: Date }[];
}

const CHART_STREAM = 'chart-';

/** The news in events, each with its user. */
export function chartNews(events: readonly UsersEvent<InterestEvent>[]): ChartNews {
  const news: ChartNews = { charts: [], interpretations: [], ratings: [], gone: [] };
  for (const { userId, event } of events) {
    const { type, data, streamId, version, occurredAt: at } = event;
    const chartId = streamId.slice(CHART_STREAM.length);
    switch (type) {
      case 'chart.stored':
        news.charts.push({ chartId, userId, personId: data.personId, at });
        break;
      case 'chart.interpreted':
        news.interpretations.push({
          interpretationId: data.interpretationId,
          userId,
          chartId,
          category: data.type,
          at,
        });
        break;
      case 'chart.interpretation_rated':
        news.ratings.push({
          interpretationId: data.interpretationId,
          userId,
          chartId,
          rating: data.rating,
          version,
          at,
        });
        break;
      case 'user.person_corrected':
        if (data.chartsDeleted) news.gone.push({ personId: data.personId, userId, at });
        break;
      case 'user.person_deleted':
        news.gone.push({ personId: data.personId, userId, at });
        break;
    }
  }
  return news;
}
