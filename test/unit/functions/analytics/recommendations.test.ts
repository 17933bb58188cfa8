import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Category, categories } from '../../../../functions/analytics/categories.ts';
import {
  type Evidence,
  type KeptInterpretation,
  NO_EVIDENCE,
  type SignalCount,
} from '../../../../functions/analytics/recommendations/evidence.ts';
import { offers } from '../../../../functions/analytics/recommendations/offers.ts';
import { rank } from '../../../../functions/analytics/recommendations/ranking.ts';
import { loweringRules, type Rule, raisingRules } from '../../../../functions/analytics/recommendations/rules.ts';
import { sentenceOf } from '../../../../functions/analytics/recommendations/sentences.ts';
import { domains } from '../../../../functions/manifest.ts';

const NOW = new Date('2026-03-20T00:00:00Z');
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

const signal = (category: Category, kind: SignalCount['kind'], days = 0, count = 1): SignalCount => ({
  category,
  kind,
  count,
  lastAt: daysAgo(days),
});
const kept = (category: Category, rating: number | null = null, days = 0): KeptInterpretation => ({
  category,
  at: daysAgo(days),
  rating,
});
const told = (...signals: readonly SignalCount[]): Evidence => ({ ...NO_EVIDENCE, signals });
const keeping = (...interpretations: readonly KeptInterpretation[]): Evidence => ({ ...NO_EVIDENCE, interpretations });

const order = (evidence: Evidence, now = NOW) => rank(evidence, now).map(({ offer: { category } }) => category);
const of = (category: Category, evidence: Evidence, now = NOW) =>
  rank(evidence, now).find(({ offer }) => offer.category === category)!;
const score = (category: Category, evidence: Evidence, now = NOW) => of(category, evidence, now).score;
const reason = (category: Category, rule: Rule, evidence: Evidence) =>
  of(category, evidence).reasons.find(each => each.rule === rule);

const general = order(NO_EVIDENCE);

describe('the rule', () => {
  test('general: without anything known, everything is offered in one order', () => {
    expect(general).toEqual(offers.map(({ category }) => category));
    expect(rank(NO_EVIDENCE, NOW).every(({ reasons }) => reasons.length === 1)).toBe(true);
  });

  test('interest: what was looked at, used or read comes forward, and says how often and when', () => {
    const evidence = told(signal('calendar', 'read', 2, 4), signal('calendar', 'viewed', 1, 3));
    expect(order(evidence)[0]).toBe('calendar');
    expect(reason('calendar', 'interest', evidence)).toMatchObject({
      counts: { read: 4, viewed: 3 },
      lastAt: daysAgo(1),
    });
  });

  test('interest: who uses or reads means it more than who looks', () => {
    expect(score('calendar', told(signal('calendar', 'used')))).toBeGreaterThan(
      score('calendar', told(signal('calendar', 'viewed'))),
    );
  });

  test('interest: half of it is gone after 30 days, and it never outweighs everything', () => {
    const points = (days: number, count: number) =>
      reason('luck', 'interest', told(signal('luck', 'viewed', days, count)))!.points;
    expect(points(30, 20)).toBe(points(0, 10));
    expect(points(0, 1_000_000)).toBeLessThanOrEqual(2);
  });

  test('follows: what goes on from an interpretation comes forward, and says from which', () => {
    const evidence = keeping(kept('relationship', null, 3));
    expect(order(evidence).indexOf('compatibility')).toBeLessThan(general.indexOf('compatibility'));
    expect(reason('compatibility', 'follows', evidence)).toMatchObject({
      counts: { interpreted: 1 },
      from: ['relationship'],
      lastAt: daysAgo(3),
    });
  });

  test('follows: nothing goes on from an interpretation that was rated 1 or 2', () => {
    expect(reason('compatibility', 'follows', keeping(kept('relationship', 2)))).toBeUndefined();
    expect(reason('compatibility', 'follows', keeping(kept('relationship', 3)))).toBeDefined();
  });

  test('rated_well: it comes forward more after one that was rated 4 or 5', () => {
    const [fair, well] = [keeping(kept('relationship', 3)), keeping(kept('relationship', 4))];
    expect(reason('compatibility', 'rated_well', fair)).toBeUndefined();
    expect(reason('compatibility', 'rated_well', well)).toMatchObject({ counts: { rated_well: 1 } });
    expect(score('compatibility', well)).toBeGreaterThan(score('compatibility', fair));
  });

  test('kept: an interpretation that is kept is not offered again', () => {
    expect(order(keeping(kept('wealth')))).not.toContain('wealth');
    expect(order(keeping(kept('personality'), kept('wealth'), kept('health'), kept('relationship')))).toHaveLength(
      offers.length - 4,
    );
  });

  test('shown_often: what is shown and not taken sinks, and rises again within days', () => {
    const shown = (days: number) => told(signal('luck', 'shown', days, 20));
    expect(order(shown(0)).at(-1)).toBe('luck');
    expect(score('luck', shown(9))).toBeGreaterThan(score('luck', shown(0)));
    expect(order(shown(30))).toEqual(general);
  });

  test('shown_often: what was shown before it was last taken is forgotten', () => {
    const evidence = told(signal('luck', 'shown', 5, 20), signal('luck', 'taken', 4));
    expect(reason('luck', 'shown_often', evidence)).toBeUndefined();
  });

  test.each([
    ['taken', 3],
    ['dismissed', 14],
  ] as const)('%s: it is worth nothing just then, and half of it is back after %i days', (rule, days) => {
    const worth = (ago: number) => {
      const evidence = told(signal('health', rule, ago));
      const { reasons, score: after } = of('health', evidence);
      const before = reasons.filter(({ points }) => points > 0).reduce((sum, { points }) => sum + points, 0);
      return after / before;
    };
    expect(order(told(signal('personality', rule))).at(-1)).toBe('personality');
    expect(worth(0)).toBe(0);
    expect(worth(days)).toBeCloseTo(0.5, 3);
    expect(worth(days * 10)).toBeGreaterThan(0.99);
  });

  test('taken: once the offer is back, it is an interest too', () => {
    expect(score('health', told(signal('health', 'taken', 20)))).toBeGreaterThan(score('health', NO_EVIDENCE));
  });
});

const evidences: fc.Arbitrary<Evidence> = fc.record({
  signals: fc.array(
    fc.record({
      category: fc.constantFrom(...categories),
      kind: fc.constantFrom('viewed', 'used', 'read', 'shown', 'taken', 'dismissed' as const),
      count: fc.integer({ min: 1, max: 200 }),
      // Also ahead of our clock: that of a device may be fast.
      lastAt: fc.integer({ min: -1, max: 400 }).map(daysAgo),
    }),
    { maxLength: 30 },
  ),
  interpretations: fc.array(
    fc.record({
      category: fc.constantFrom('personality', 'wealth', 'health', 'relationship' as const),
      at: fc.integer({ min: 0, max: 400 }).map(daysAgo),
      rating: fc.option(fc.integer({ min: 1, max: 5 })),
    }),
    { maxLength: 6 },
  ),
}) as fc.Arbitrary<Evidence>;

describe('whatever is known,', () => {
  const holds = (check: (evidence: Evidence) => void) => fc.assert(fc.property(evidences, check));

  test('there is something to offer, each thing once, the best first', () => {
    holds(evidence => {
      const ranked = rank(evidence, NOW);
      expect(ranked.length).toBeGreaterThanOrEqual(4);
      expect(new Set(ranked.map(({ offer }) => offer.code)).size).toBe(ranked.length);
      const scores = ranked.map(each => each.score);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    });
  });

  test('a score is the sum of its reasons’ points, those that raise it first, and never negative', () => {
    holds(evidence => {
      for (const { score: total, reasons } of rank(evidence, NOW)) {
        const sum = reasons.reduce((so, { points }) => so + points, 0);
        expect(total).toBeCloseTo(sum, 6);
        expect(total).toBeGreaterThanOrEqual(0);
        const rules = [...raisingRules, ...loweringRules];
        const places = reasons.map(({ rule }) => rules.indexOf(rule));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        for (const { rule, points } of reasons) {
          expect(loweringRules.includes(rule as never) ? points <= 0 : points >= 0).toBe(true);
        }
      }
    });
  });

  test('the order in which it is known changes nothing', () => {
    holds(({ signals, interpretations }) => {
      const reversed = { signals: signals.toReversed(), interpretations: interpretations.toReversed() };
      expect(order(reversed)).toEqual(order({ signals, interpretations }));
    });
  });

  test('one more use never lowers an offer, one more dismissal never raises it', () => {
    fc.assert(
      fc.property(evidences, fc.constantFrom(...general), (evidence, category) => {
        const before = rank(evidence, NOW).find(({ offer }) => offer.category === category);
        if (before === undefined) return;
        const more = (kind: SignalCount['kind']) =>
          score(category, { ...evidence, signals: [...evidence.signals, signal(category, kind)] });
        expect(more('used')).toBeGreaterThanOrEqual(before.score - 1e-3);
        expect(more('dismissed')).toBeLessThanOrEqual(before.score);
      }),
    );
  });

  test('it is forgotten: after years the general order is back, but for what is kept', () => {
    holds(evidence => {
      const later = new Date(NOW.getTime() + 10 * 365 * 86_400_000);
      expect(order(evidence, later)).toEqual(
        general.filter(category => !evidence.interpretations.some(each => each.category === category)),
      );
    });
  });

  test('every reason has a sentence in both languages', () => {
    holds(evidence => {
      for (const each of rank(evidence, NOW).flatMap(({ reasons }) => reasons)) {
        expect(sentenceOf(each, 'ko')).toMatch(/^[^{}]*[가-힣][^{}]*\.$/);
        expect(sentenceOf(each, 'en')).toMatch(/^[A-Z][^가-힣{}]*\.$/);
      }
    });
  });
});

describe('an offer', () => {
  const operations = domains.flatMap(({ http }) => http?.operations ?? []);
  const chart = { personId: '33333333-3333-4333-8333-333333333333', chartId: '22222222-2222-4222-8222-222222222222' };
  const born = { birth: { date: '1990-05-15', time: '14:30' }, sex: 'female' };
  const births: Readonly<Record<string, object>> = {
    '/v1/saju/interpretations': born,
    '/v1/saju/compatibility': { a: born, b: born },
    '/v1/saju/auspicious-days': { occasion: 'moving', from: '2026-03-01', to: '2026-03-31', people: [born] },
  };
  const cases = offers.flatMap(offer => [undefined, chart].map(each => ({ code: offer.code, offer, chart: each })));

  test.each(cases)('$code leads to a request that there is', ({ offer, chart: own }) => {
    const { method, path, body } = offer.request({ chart: own, month: '2026-03' });
    const operation = operations.find(
      each => each.method === method && new RegExp(`^${each.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path),
    );
    expect(operation, `${method} ${path}`).toBeDefined();
    if (method === 'POST') expect(() => operation!.request.body!.parse({ ...births[path], ...body })).not.toThrow();
  });

  test('is one for a category', () => {
    expect(new Set(general).size).toBe(offers.length);
  });
});
