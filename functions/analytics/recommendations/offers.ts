import type { Bilingual } from '../../../platform/http/language.ts';
import type { Category } from '../categories.ts';

/** A chart that is kept, which can be put into words. */
export interface KeptChart {
  readonly personId: string;
  readonly chartId: string;
}

/** What an offer is asked for with. */
interface Situation {
  /** The caller's latest; none is known of where there is no consent. */
  readonly chart: KeptChart | undefined;
  /** In Korea, `2026-11`. */
  readonly month: string;
}

/** A request that leads to what is offered. */
export interface OfferRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** What is to be sent for it, beside the births that it asks for. */
  readonly body?: Readonly<Record<string, unknown>>;
}

/** Something that can be offered: one for a category. */
export interface Offer {
  /** Stable. */
  readonly code: string;
  readonly category: Category;
  readonly title: Bilingual;
  /** What it is worth to anybody: the order of the general list. */
  readonly worth: number;
  request(situation: Situation): OfferRequest;
}

/** An interpretation: of the chart that is kept, or of a birth that is told. */
function interpretation(category: 'personality' | 'wealth' | 'health' | 'relationship'): Offer['request'] {
  return ({ chart }) =>
    chart === undefined
      ? { method: 'POST', path: '/v1/saju/interpretations', body: { topics: [category] } }
      : {
          method: 'POST',
          path: `/v1/me/people/${chart.personId}/charts/${chart.chartId}/interpretations`,
          body: { type: category },
        };
}

/** In the general order. Consultations and the community are not there: nothing leads to them yet. */
export const offers: readonly Offer[] = [
  {
    code: 'personality_reading',
    category: 'personality',
    title: { ko: '성격 풀이', en: 'A reading of your character' },
    worth: 1,
    request: interpretation('personality'),
  },
  {
    code: 'luck_of_the_year',
    category: 'luck',
    title: { ko: '올해의 운세', en: 'The luck of this year' },
    worth: 0.95,
    request: ({ month }) => ({
      method: 'POST',
      path: '/v1/saju/interpretations',
      body: { topics: ['year'], year: Number(month.slice(0, 4)) },
    }),
  },
  {
    code: 'wealth_reading',
    category: 'wealth',
    title: { ko: '재물운 풀이', en: 'A reading of wealth' },
    worth: 0.9,
    request: interpretation('wealth'),
  },
  {
    code: 'relationship_reading',
    category: 'relationship',
    title: { ko: '관계 풀이', en: 'A reading of relationships' },
    worth: 0.85,
    request: interpretation('relationship'),
  },
  {
    code: 'compatibility',
    category: 'compatibility',
    title: { ko: '궁합', en: 'How two people go together' },
    worth: 0.8,
    request: () => ({ method: 'POST', path: '/v1/saju/compatibility' }),
  },
  {
    code: 'health_reading',
    category: 'health',
    title: { ko: '건강 풀이', en: 'A reading of health' },
    worth: 0.75,
    request: interpretation('health'),
  },
  {
    code: 'auspicious_days',
    category: 'auspicious_days',
    title: { ko: '좋은 날 고르기 (택일)', en: 'Choosing a good day' },
    worth: 0.7,
    request: () => ({ method: 'POST', path: '/v1/saju/auspicious-days' }),
  },
  {
    code: 'calendar_of_the_month',
    category: 'calendar',
    title: { ko: '이달의 만세력', en: 'The calendar of this month' },
    worth: 0.65,
    request: ({ month }) => ({ method: 'GET', path: `/v1/manse/months/${month}` }),
  },
];
