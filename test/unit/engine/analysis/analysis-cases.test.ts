import { describe, expect, test } from 'vitest';
import { type ChartRequest, chart } from '../../../../layers/saju-engine/src/chart/chart.ts';
import type { DaeunRounding } from '../../../../layers/saju-engine/src/options.ts';
import { referenceCases, requestOf } from '../reference.ts';

interface Expected {
  readonly expected: {
    readonly pillars: readonly string[];
    readonly hiddenStems: readonly string[];
    readonly hiddenStemsInwon: readonly string[];
    readonly tenGods: { readonly stem: readonly (string | null)[]; readonly branch: readonly string[] };
    readonly stages: { readonly bong: readonly string[]; readonly geo: readonly string[] };
    readonly napeum: readonly string[];
    readonly void: { readonly year: string; readonly day: string };
    readonly taewon: string;
    readonly myeonggung: { readonly jeolgi: string; readonly junggi: string };
    readonly singung: { readonly jeolgi: string; readonly junggi: string };
    readonly luck: {
      readonly direction: string;
      readonly pillars: readonly string[];
      readonly term: string;
      readonly termAt: string;
      readonly years: number;
      readonly months: number;
      readonly days: number;
      readonly rounded: Readonly<Record<DaeunRounding, number>>;
      readonly startsOn: string;
    };
  };
}

const NAMES = ['year', 'month', 'day', 'hour'] as const;
const ROUNDINGS = ['round', 'floor', 'ceil', 'traditional'] as const;
const cases = referenceCases<Expected>('analysis-cases.json');

function pillarsOf(request: ChartRequest) {
  const { pillars } = chart(request);
  return NAMES.map(name => pillars[name]!);
}

describe('the reading of a chart', () => {
  test('there are 180 reference cases', () => {
    expect(cases).toHaveLength(180);
  });

  test.each(cases.map(one => [one.id, one] as const))('agrees with the reference case %s', (_, one) => {
    const request = requestOf(one);
    const { expected } = one;
    const { voidBranches, palaces, luckCycles } = chart(request);
    const inwon = { ...request, options: { ...request.options, hiddenStems: 'inwon', palaceMonth: 'jeolgi' } } as const;
    const byJeolgi = chart(inwon).palaces;
    const pillars = pillarsOf(request);

    expect(pillars.map(({ hanja }) => hanja)).toEqual(expected.pillars);
    expect(
      pillars.map(({ hiddenStems }) =>
        ['yeogi', 'junggi', 'jeonggi'].map(role => hiddenStems.find(stem => stem.role === role)?.hanja ?? '-').join(''),
      ),
    ).toEqual(expected.hiddenStems);
    expect(pillarsOf(inwon).map(({ hiddenStems }) => hiddenStems.map(({ hanja }) => hanja).join(''))).toEqual(
      expected.hiddenStemsInwon,
    );
    expect(pillars.map(({ tenGods }) => tenGods.stem?.hangul ?? null)).toEqual(expected.tenGods.stem);
    expect(pillars.map(({ tenGods }) => tenGods.branch.hangul)).toEqual(expected.tenGods.branch);
    expect(pillars.map(({ stages }) => stages.byDay.hangul)).toEqual(expected.stages.bong);
    expect(pillars.map(({ stages }) => stages.bySelf.hangul)).toEqual(expected.stages.geo);
    expect(pillars.map(({ napeum }) => napeum.hanja)).toEqual(expected.napeum);
    expect(voidBranches.day.map(({ hanja }) => hanja).join('')).toBe(expected.void.day);
    expect(voidBranches.year.map(({ hanja }) => hanja).join('')).toBe(expected.void.year);
    expect(palaces.taewon.hanja).toBe(expected.taewon);
    expect(palaces.myeonggung?.hanja).toBe(expected.myeonggung.junggi);
    expect(byJeolgi.myeonggung?.hanja).toBe(expected.myeonggung.jeolgi);
    expect(palaces.singung?.hanja).toBe(expected.singung.junggi);
    expect(byJeolgi.singung?.hanja).toBe(expected.singung.jeolgi);

    const { luck } = expected;
    expect(luckCycles.direction).toBe(luck.direction);
    expect(luckCycles.periods.slice(0, luck.pillars.length).map(({ hanja }) => hanja)).toEqual(luck.pillars);
    expect(luckCycles.countedTo.term.hangul).toBe(luck.term);
    expect(Math.abs(Date.parse(luckCycles.countedTo.at) - Date.parse(luck.termAt))).toBeLessThanOrEqual(2000);
    expect(luckCycles.startAge).toMatchObject({ years: luck.years, months: luck.months, days: luck.days });
    expect(luckCycles.startsOn).toBe(luck.startsOn);
    for (const daeunRounding of ROUNDINGS) {
      const { startAge, periods } = chart({ ...request, options: { ...request.options, daeunRounding } }).luckCycles;
      expect(startAge.rounded, daeunRounding).toBe(luck.rounded[daeunRounding]);
      expect(periods.map(({ age }) => age)).toEqual(periods.map((_, n) => startAge.rounded + 10 * n));
    }
  });
});
