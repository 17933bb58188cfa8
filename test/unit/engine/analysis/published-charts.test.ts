import { describe, expect, test } from 'vitest';
import { reading } from '../../../../layers/saju-engine/src/analysis/reading.ts';
import { DEFAULT_OPTIONS, type Options } from '../../../../layers/saju-engine/src/options.ts';
import { sajuOf } from './hanja-pillars.ts';
import {
  type Comparison,
  compare,
  decidedDisagreements,
  type PublishedChart,
  publishedCharts,
} from './published-charts.ts';

const { sources, charts } = publishedCharts();
const { decisions, disagreements } = decidedDisagreements();

function comparisons(chart: PublishedChart, options: Options = DEFAULT_OPTIONS): Comparison[] {
  const saju = sajuOf(chart.pillars.join(' '));
  return compare(chart, saju, reading(saju, options));
}

const all = charts.flatMap(chart => comparisons(chart));

describe('published charts', () => {
  test('are at least 60, each with a source and a claim, under an id of its own', () => {
    expect(charts.length).toBeGreaterThanOrEqual(60);
    expect(new Set(charts.map(({ id }) => id)).size).toBe(charts.length);
    for (const { id, source, claims } of charts) {
      expect(sources[source], id).toBeDefined();
      expect(Object.keys(claims).length, id).toBeGreaterThan(0);
    }
    const named = new Set(charts.map(({ source }) => source));
    expect(Object.keys(sources).filter(source => !named.has(source))).toEqual([]);
  });

  test('claim enough of every kind', () => {
    const making = (kind: keyof PublishedChart['claims']) => charts.filter(({ claims }) => claims[kind] !== undefined);
    expect(making('strength').length).toBeGreaterThanOrEqual(30);
    expect(making('pattern').length).toBeGreaterThanOrEqual(20);
    expect(making('usefulGod').length).toBeGreaterThanOrEqual(30);
    expect(making('stars').length).toBeGreaterThanOrEqual(15);
  });

  test('are no misprints: the year names the month stem (오호둔), the day the hour stem (오서둔)', () => {
    for (const { id, pillars, lateJasi } of charts) {
      const { stems, branches } = sajuOf(pillars.join(' '));
      const [year, month, day, hour] = stems;
      // Months run from 寅 (2) on, from stem 丙 in a 甲 or 己 year; hours from 子, from 甲 in a 甲 or 己 day.
      expect(month, id).toBe((2 * year! + 2 + ((branches[1]! + 10) % 12)) % 10);
      if (hour !== undefined) expect(hour, id).toBe((2 * (day! + (lateJasi ? 1 : 0)) + branches[3]!) % 10);
    }
  });

  test('agree with our reading, but for the disagreements that are decided', () => {
    const found = all.filter(({ agrees }) => !agrees).map(({ agrees: _, ...rest }) => rest);
    const listed = disagreements.map(({ decision: _, reason: __, ...rest }) => rest);
    expect(found).toEqual(listed);
  });

  test('agree in so many claims of each kind', () => {
    const tally: Record<string, { agree: number; differ: number }> = {};
    for (const { what, agrees } of all) {
      const [kind = ''] = what.split(' ');
      tally[kind] ??= { agree: 0, differ: 0 };
      tally[kind][agrees ? 'agree' : 'differ']++;
    }
    expect(tally).toEqual({
      strength: { agree: 48, differ: 18 },
      pattern: { agree: 80, differ: 21 },
      usefulGod: { agree: 24, differ: 54 },
      johu: { agree: 2, differ: 0 },
      star: { agree: 181, differ: 15 },
    });
  });
});

describe('each disagreement', () => {
  test('is decided in one of the ways that are explained, for a reason of its own', () => {
    for (const { id, what, decision, reason } of disagreements) {
      expect(decisions[decision], `${id} ${what}`).toBeDefined();
      expect(reason, `${id} ${what}`).toMatch(/^.{60,}\.$/);
    }
    const used = new Set(disagreements.map(({ decision }) => decision));
    expect(Object.keys(decisions).filter(decision => !used.has(decision))).toEqual([]);
  });

  test('that an option settles is settled by it', () => {
    const settled = disagreements.filter(({ decision }) => decision === 'option');
    expect(settled.length).toBeGreaterThan(0);
    for (const { id, what, reason } of settled) {
      const [, name = '', value = ''] = /`(\w+): (\w+)`/.exec(reason) ?? [];
      const chart = charts.find(one => one.id === id)!;
      const again = comparisons(chart, { ...DEFAULT_OPTIONS, [name]: value }).find(one => one.what === what);
      expect(again?.agrees, `${id} ${what}`).toBe(true);
    }
  });
});
