import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { reading } from '../../../../layers/saju-engine/src/analysis/reading.ts';
import { saju } from '../../../../layers/saju-engine/src/analysis/saju.ts';
import { manseDay } from '../../../../layers/saju-engine/src/calendar/manse-day.ts';
import { LAST_DAY } from '../../../../layers/saju-engine/src/calendar/range.ts';
import { hourGapja } from '../../../../layers/saju-engine/src/calendar/sexagenary.ts';
import { SEOUL } from '../../../../layers/saju-engine/src/chart/birth.ts';
import type { ChartRequest } from '../../../../layers/saju-engine/src/chart/chart.ts';
import { fullChart } from '../../../../layers/saju-engine/src/chart/full-chart.ts';
import { almanacDay } from '../../../../layers/saju-engine/src/days/almanac-day.ts';
import { auspiciousDays } from '../../../../layers/saju-engine/src/days/auspicious-days.ts';
import { DIRECTIONS } from '../../../../layers/saju-engine/src/days/directions.ts';
import { OCCASIONS } from '../../../../layers/saju-engine/src/days/occasions.ts';
import type { GlossaryKind } from '../../../../layers/saju-engine/src/glossary/index.ts';
import { FIVE_ELEMENTS_RELATIONS } from '../../../../layers/saju-engine/src/interpretation/five-elements-relations.ts';
import { ruleSets, TOPICS } from '../../../../layers/saju-engine/src/interpretation/topics/topics.ts';
import { luckOfSpan } from '../../../../layers/saju-engine/src/luck/luck-of-span.ts';
import { DEFAULT_OPTIONS } from '../../../../layers/saju-engine/src/options.ts';
import { compatibility } from '../../../../layers/saju-engine/src/pair/compatibility.ts';
import { isoDate } from '../../../../layers/saju-engine/src/time/civil-date.ts';
import { seededRandom } from '../../seeded-random.ts';
import { ENTRIES, strays } from './strays.ts';

/** Births of 1920 to 2020, one in five without its hour, each by options of its own. */
function requests(count: number, seed: number): ChartRequest[] {
  const random = seededRandom(seed);
  const pick = <Value>(...values: readonly Value[]): Value => values[Math.floor(random() * values.length)]!;
  const day = () => isoDate(2_422_325 + Math.floor(random() * 36_525));
  const time = () => {
    const minute = Math.floor(random() * 1440);
    return `${`${Math.floor(minute / 60)}`.padStart(2, '0')}:${`${minute % 60}`.padStart(2, '0')}`;
  };
  return Array.from({ length: count }, () => ({
    birth: { date: day(), ...(random() < 0.8 && { time: `0${time()}`.slice(-5) }), fold: 0 as const },
    sex: pick('female', 'male'),
    options: {
      timeBasis: pick('clock', 'standard', 'lmt', 'apparent'),
      jasi: pick('split', 'jasi', 'midnight'),
      daeunRounding: pick('round', 'floor', 'ceil', 'traditional'),
      hiddenStems: pick('wollyul', 'inwon'),
      yinStages: pick('reverse', 'eumpotae'),
      earthStages: pick('hwato', 'suto'),
      palaceMonth: pick('junggi', 'jeolgi'),
      omiHap: pick('fire', 'earth', 'none'),
      yangin: pick('all', 'yang'),
      goegang: pick('four', 'five'),
      hoeguk: pick('note', 'rename'),
    },
  }));
}

describe('the glossary has every code, with the same words, of', () => {
  test('charts and their reading', () => {
    expect(strays('chart', requests(300, 1).map(fullChart))).toEqual([]);
  });

  test('luck of a span', () => {
    const span = { from: '2021-01-01', to: '2025-12-31' };
    expect(
      strays(
        'luck',
        requests(4, 2).map(request => luckOfSpan(request, span)),
      ),
    ).toEqual([]);
  });

  test('compatibility', () => {
    const [some, others] = [requests(100, 3), requests(100, 4)];
    expect(
      strays(
        'pair',
        some.map((request, n) => compatibility(request, others[n]!)),
      ),
    ).toEqual([]);
  });

  test('days chosen and days ruled out', () => {
    const people = requests(2, 5);
    const answers = OCCASIONS.flatMap(({ code }) =>
      DIRECTIONS.map(direction =>
        auspiciousDays({
          occasion: code,
          from: '2025-01-01',
          to: '2025-12-31',
          people,
          options: { age: direction.code === 'north' ? 'international' : 'korean', direction: direction.code },
        }),
      ),
    );
    expect(strays('days', answers)).toEqual([]);
  });

  test('days of the almanac and of the calendar', () => {
    const days = Array.from({ length: 800 }, (_, n) => LAST_DAY - 90 * n);
    expect(strays('almanac', days.map(almanacDay))).toEqual([]);
    expect(
      strays(
        'manse',
        days.slice(0, 100).map(day => manseDay(day, SEOUL)),
      ),
    ).toEqual([]);
  });
});

describe('the glossary has no rule that no answer names, of', () => {
  const rules = [...ENTRIES.values()].filter(({ kind }) => kind === 'rule').map(({ code }) => code);
  const isOfDays = (code: string): boolean => /^day_(?!stems|branches)/.test(code);
  const isOfPairs = (code: string): boolean =>
    /^(day_stems|day_branches|year_branches|other_pairs|elements|spouse_star|napeum)_/.test(code);

  test('the reading', () => {
    const named = new Set<string>();
    for (let year = 0; year < 60; year += 7) {
      for (let month = 0; month < 12; month++) {
        for (let day = 0; day < 60; day++) {
          for (let hour = day & 1; hour < 12; hour += 2) {
            const pillars = saju(year, (12 * (year % 10) + 2 + month) % 60, day, hourGapja(day, hour));
            addRules(named, reading(pillars, { ...DEFAULT_OPTIONS, hoeguk: 'rename' }));
          }
        }
      }
    }
    expect(rules.filter(code => !isOfDays(code) && !isOfPairs(code) && !named.has(code))).toEqual([]);
  });

  test('compatibility', () => {
    const named = new Set<string>();
    const [some, others] = [requests(400, 8), requests(400, 9)];
    some.forEach((request, n) => {
      addRules(named, compatibility(request, others[n]!).parts);
    });
    expect(rules.filter(code => isOfPairs(code) && !named.has(code))).toEqual([]);
  });

  test('days chosen and days ruled out', () => {
    const named = new Set<string>();
    for (const { code } of OCCASIONS) {
      for (const direction of ['north', 'west'] as const) {
        const span = { from: '2024-01-01', to: '2026-12-31' };
        addRules(named, auspiciousDays({ occasion: code, ...span, people: requests(2, 10), options: { direction } }));
      }
    }
    expect(rules.filter(code => isOfDays(code) && !named.has(code))).toEqual([]);
  });
});

/** Adds every rule that reasons in an answer name. */
function addRules(named: Set<string>, value: unknown): void {
  if (value === null || typeof value !== 'object') return;
  if ('rule' in value) named.add(value.rule as string);
  else for (const inner of Object.values(value)) addRules(named, inner);
}

test('the glossary has the topics and rules of interpretations, the relations of elements, and no others', () => {
  const codes = (wanted: GlossaryKind) =>
    [...ENTRIES.values()].filter(({ kind }) => kind === wanted).map(({ code }) => code);
  expect(codes('topic')).toEqual(TOPICS);
  expect(codes('sentenceRule').sort()).toEqual(
    TOPICS.flatMap(ruleSets)
      .map(({ rule }) => rule)
      .sort(),
  );
  expect(codes('elementRelation').sort()).toEqual(
    [...new Set(FIVE_ELEMENTS_RELATIONS.map(({ relation }) => relation))].sort(),
  );
});

test('a code that the glossary has not is found', () => {
  const { pillars } = fullChart(requests(1, 6)[0]!);
  const { year } = pillars;
  expect(strays('chart', [{ pillars: { year: { ...year, english: 'another' } } }])).toHaveLength(1);
  expect(strays('chart', [{ strength: { reasons: [{ rule: 'unheard_of', source: 'practice' }] } }])).toHaveLength(1);
  expect(strays('chart', [{ something: 'new' }])).toHaveLength(1);
});

describe('the glossary has the keys of answers that are codes:', () => {
  const request = requests(1, 7)[0]!;
  const { palaces, usefulGod, fiveElements, elementBalance, options } = fullChart(request);
  test.each<[GlossaryKind, object]>([
    ['palace', palaces],
    ['usefulGodRole', usefulGod.roles],
    ['element', fiveElements.scores],
    ['polarity', elementBalance.yinYang],
    ['calendarPair', manseDay(2_460_000, SEOUL).lunarGapja],
  ])('%s', (kind, keyed) => {
    expect(Object.keys(keyed).filter(key => !ENTRIES.has(`${kind} ${key}`))).toEqual([]);
    expect(Object.keys(keyed).length).toBeGreaterThan(1);
  });

  test('every option, its default among its values', () => {
    const values = [...ENTRIES.values()].filter(({ kind }) => kind === 'option').map(({ code }) => code);
    expect(Object.keys(options).filter(name => values.filter(code => code.startsWith(`${name}.`)).length < 2)).toEqual(
      [],
    );
    expect(Object.entries(DEFAULT_OPTIONS).filter(([name, value]) => !values.includes(`${name}.${value}`))).toEqual([]);
  });
});

test('the engine loads nothing of the glossary, but for the names of its kinds', async () => {
  const { metafile } = await build({
    entryPoints: ['layers/saju-engine/src/index.ts'],
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
  });
  expect(Object.keys(metafile.inputs).filter(input => /\/glossary\/(?!kinds\.ts)/.test(input))).toEqual([]);
});
