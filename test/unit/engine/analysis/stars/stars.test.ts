import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factAt } from '../../../../../layers/saju-engine/src/analysis/reason.ts';
import { relations } from '../../../../../layers/saju-engine/src/analysis/relations/relations.ts';
import { PILLAR_NAMES, type Saju, saju } from '../../../../../layers/saju-engine/src/analysis/saju.ts';
import { SOURCES } from '../../../../../layers/saju-engine/src/analysis/sources.ts';
import type { Star } from '../../../../../layers/saju-engine/src/analysis/stars/star.ts';
import type { StarRule } from '../../../../../layers/saju-engine/src/analysis/stars/star-rule.ts';
import { allStarRules, stars } from '../../../../../layers/saju-engine/src/analysis/stars/stars.ts';
import { GAPJA } from '../../../../../layers/saju-engine/src/calendar/sexagenary.ts';
import { chart } from '../../../../../layers/saju-engine/src/chart/chart.ts';
import { DEFAULT_OPTIONS } from '../../../../../layers/saju-engine/src/options.ts';
import { referenceCases, requestOf } from '../../reference.ts';
import { anySaju, sajuOf } from './random-saju.ts';

const STAR_RULES = allStarRules();

interface Expected {
  readonly expected: {
    readonly stars: Readonly<Record<string, string | { readonly byYear?: string; readonly byDay?: string }>>;
    readonly twelveSinsal: { readonly byYear: readonly string[]; readonly byDay: readonly string[] };
  };
}

const cases = referenceCases<Expected>('analysis-cases.json');

/** The stars that the reference cases know, by their names there. */
const REFERENCE_NAMES: Readonly<Record<string, string>> = {
  cheoneul: '천을귀인',
  munchang: '문창귀인',
  yangin: '양인',
  goegang: '괴강',
  baekho: '백호',
  hongyeom: '홍염',
  cheondeok: '천덕귀인',
  woldeok: '월덕귀인',
  dohwa: '도화',
  yeokma: '역마',
  hwagae: '화개',
};

const BRANCH_LETTERS = '子丑寅卯辰巳午未申酉戌亥';
const LETTERS = {
  dayStem: '甲乙丙丁戊己庚辛壬癸',
  monthBranch: BRANCH_LETTERS,
  yearBranch: BRANCH_LETTERS,
  dayBranch: BRANCH_LETTERS,
};

const initials = ({ pillars }: Star) => pillars.map(name => name[0]).join('');

/** Stars in the form of the reference cases. */
function asReference(found: readonly Star[]) {
  const byName: Record<string, string | Record<string, string>> = {};
  for (const star of found) {
    const name = REFERENCE_NAMES[star.code];
    if (name === undefined) continue;
    if (star.base === 'yearBranch') byName[name] = { ...(byName[name] as object), byYear: initials(star) };
    else if (star.base === 'dayBranch') byName[name] = { ...(byName[name] as object), byDay: initials(star) };
    else byName[name] = initials(star);
  }
  return byName;
}

/** Names of the pillars that meet a rule, by the letters of its cells. */
function placesByRule({ base, places, cells }: StarRule, { pillars }: Saju): readonly string[] {
  const [year = '', month = '', day = ''] = pillars.map(index => GAPJA[index]!.hanja);
  const hanja = { dayStem: day[0]!, monthBranch: month[1]!, yearBranch: year[1]!, dayBranch: day[1]! };
  const cell = base === 'pillar' || base === 'chart' ? null : cells[LETTERS[base].indexOf(hanja[base])]!;
  const meets = (pair: string) =>
    cell === null ? cells.includes(pair) : [...pair].some(letter => cell.includes(letter));
  const found = pillars.flatMap((index, position) => {
    const name = PILLAR_NAMES[position]!;
    return places.includes(name[0]!) && meets(GAPJA[index]!.hanja) ? [{ name, branch: index % 12 }] : [];
  });
  const together = !cell?.includes('+') || new Set(found.map(({ branch }) => branch)).size === 2;
  return together ? found.map(({ name }) => name) : [];
}

/** Stars of four pillars as they are written, `甲子 乙丑 丙寅 丁卯`. */
function starsOf(pillars: string, options = {}) {
  const indices = pillars.split(' ').map(hanja => GAPJA.findIndex(pair => pair.hanja === hanja));
  const [year = -1, month = -1, day = -1, hour = null] = indices;
  return stars(saju(year, month, day, hour), { ...DEFAULT_OPTIONS, ...options });
}

/** Where a star sits in four pillars, for each of its bases. */
function found(pillars: string, code: string, options = {}) {
  return starsOf(pillars, options)
    .filter(star => star.code === code)
    .map(initials);
}

describe('the stars of a chart', () => {
  test.each(cases.map(one => [one.id, one] as const))('and the 12신살 are those of the reference case %s', (_, one) => {
    const { pillars, options } = chart(requestOf(one));
    const indices = PILLAR_NAMES.map(name => pillars[name]!.index) as [number, number, number, number];
    expect(asReference(stars(saju(...indices), options))).toEqual(one.expected.stars);
    const sinsal = PILLAR_NAMES.map(name => pillars[name]!.twelveSinsal);
    expect(sinsal.map(({ byYear }) => byYear.hangul)).toEqual(one.expected.twelveSinsal.byYear);
    expect(sinsal.map(({ byDay }) => byDay.hangul)).toEqual(one.expected.twelveSinsal.byDay);
  });

  test('name facts that can be read back from the chart', () => {
    for (const one of cases.slice(0, 60)) {
      const request = requestOf(one);
      const { time, fold, ...date } = request.birth;
      const core = chart({ ...request, birth: one.id.endsWith('0') ? date : { ...date, time, fold } });
      const { year, month, day, hour } = core.pillars;
      for (const { facts } of stars(saju(year.index, month.index, day.index, hour?.index ?? null), core.options)) {
        expect(facts.length).toBeGreaterThan(0);
        for (const { path, value } of facts) expect(factAt(core, path), path).toBe(value);
      }
    }
  });

  test('rest on the base first, then on each pillar in which they sit, each said once', () => {
    const bases: Partial<Record<Star['base'], string>> = {
      dayStem: 'pillars.day.stem',
      monthBranch: 'pillars.month.branch',
      yearBranch: 'pillars.year.branch',
      dayBranch: 'pillars.day.branch',
    };
    fc.assert(
      fc.property(anySaju, chart => {
        for (const { base, pillars, facts, code } of stars(chart, DEFAULT_OPTIONS)) {
          const paths = facts.map(({ path }) => path);
          if (bases[base] !== undefined) expect(paths[0], code).toBe(bases[base]);
          expect(new Set(paths).size, code).toBe(paths.length);
          for (const name of pillars)
            expect(
              paths.some(path => path.startsWith(`pillars.${name}`)),
              code,
            ).toBe(true);
          const sits = new Set<string>([...pillars, bases[base]?.split('.')[1] ?? pillars[0]!]);
          for (const path of paths) expect(sits.has(path.split('.')[1]!), `${code} ${path}`).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('come in the order of the rules, once for each base', () => {
    const order = STAR_RULES.map(({ code, base }) => `${code} ${base}`);
    fc.assert(
      fc.property(anySaju, chart => {
        const places = stars(chart, DEFAULT_OPTIONS).map(({ code, base }) => order.indexOf(`${code} ${base}`));
        expect(places).not.toContain(-1);
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
      }),
    );
  });

  test('all have the same shape', () => {
    fc.assert(
      fc.property(anySaju, chart => {
        for (const star of stars(chart, DEFAULT_OPTIONS)) {
          expect(Object.keys(star).join()).toBe('code,hangul,hanja,english,nature,base,pillars,rule,source,facts');
        }
      }),
    );
  });

  test('sit where their rule says, and nowhere else', () => {
    fc.assert(
      fc.property(anySaju, chart => {
        const sits = new Map(
          stars(chart, DEFAULT_OPTIONS).map(({ code, base, pillars }) => [`${code} ${base}`, pillars] as const),
        );
        for (const rule of STAR_RULES) {
          if (rule.base === 'chart') continue;
          expect(sits.get(`${rule.code} ${rule.base}`) ?? [], rule.code).toEqual(placesByRule(rule, chart));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('without an hour are those of the other three pillars', () => {
    fc.assert(
      fc.property(fc.nat(59), fc.nat(11), fc.nat(59), fc.nat(11), (year, month, day, hour) => {
        const three = stars(sajuOf(year, month, day, null), DEFAULT_OPTIONS).map(initials);
        expect(three.join('')).not.toContain('h');
        // 협록 and the stars of the whole chart may be there by what stands in the hour.
        const sits = (chart: Saju) =>
          stars(chart, DEFAULT_OPTIONS)
            .filter(({ code, base }) => code !== 'hyeomnok' && base !== 'chart')
            .map(star => `${star.code} ${star.base} ${initials(star).replace('h', '')}`)
            .filter(star => !star.endsWith(' '));
        expect(sits(sajuOf(year, month, day, null))).toEqual(sits(sajuOf(year, month, day, hour)));
      }),
    );
  });
});

describe('the rules of the stars', () => {
  test('are of 60 stars, six of them counted from the year and from the day branch', () => {
    const codes = new Set(STAR_RULES.map(({ code }) => code));
    expect(codes.size).toBe(60);
    expect(STAR_RULES).toHaveLength(66);
    for (const key of ['hangul', 'hanja', 'english'] as const) {
      expect(new Set(STAR_RULES.map(rule => rule[key])).size, key).toBe(60);
    }
  });

  test('are written in full', () => {
    const sources = SOURCES.map(({ code }) => code);
    for (const { code, hangul, hanja, english, nature, source, places } of STAR_RULES) {
      expect(code).toMatch(/^[a-z]+$/);
      expect(hangul).toMatch(/^[가-힣]+$/);
      expect(hanja).toMatch(/^\p{Script=Han}+$/u);
      expect(hangul).toHaveLength(hanja.length);
      expect(english).toMatch(/^[A-Z][A-Za-z' -]+$/);
      expect(['auspicious', 'inauspicious', 'mixed']).toContain(nature);
      expect(sources).toContain(source);
      expect(['ymdh', 'dh', 'd', 'h']).toContain(places);
    }
  });

  test('have a cell for each stem or branch of the base', () => {
    const sizes: Readonly<Record<string, number>> = { dayStem: 10, monthBranch: 12, yearBranch: 12, dayBranch: 12 };
    for (const { code, base, cells } of STAR_RULES) {
      if (base in sizes) expect(cells, code).toHaveLength(sizes[base]!);
      for (const cell of cells) expect(cell, code).toMatch(/^[甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥+-]+$/);
    }
  });

  test('each apply to some chart', () => {
    const seen = new Set<string>();
    for (let year = 0; year < 60; year++) {
      for (let day = 0; day < 60; day++) {
        for (const { code, base } of stars(
          sajuOf(year, (5 * day + year) % 12, day, (7 * year + day) % 12),
          DEFAULT_OPTIONS,
        )) {
          seen.add(`${code} ${base}`);
        }
      }
    }
    expect([...seen].sort()).toEqual(STAR_RULES.map(({ code, base }) => `${code} ${base}`).sort());
  });
});

describe('single stars', () => {
  test('양인 and with it 비인 may be left to yang stems', () => {
    // 乙: 양인 辰, 비인 戌. 甲: 양인 卯, 비인 酉.
    expect(found('甲辰 甲戌 乙丑 丙子', 'yangin')).toEqual(['y']);
    expect(found('甲辰 甲戌 乙丑 丙子', 'biin')).toEqual(['m']);
    expect(found('甲辰 甲戌 乙丑 丙子', 'yangin', { yangin: 'yang' })).toEqual([]);
    expect(found('甲辰 甲戌 乙丑 丙子', 'biin', { yangin: 'yang' })).toEqual([]);
    expect(found('丁卯 己酉 甲子 甲子', 'yangin', { yangin: 'yang' })).toEqual(['y']);
    expect(found('丁卯 己酉 甲子 甲子', 'biin', { yangin: 'yang' })).toEqual(['m']);
  });

  test('options for 양인 and 괴강 change no other star', () => {
    fc.assert(
      fc.property(anySaju, chart => {
        const others = (options: object) =>
          stars(chart, { ...DEFAULT_OPTIONS, ...options }).filter(
            ({ code }) => !['yangin', 'biin', 'goegang'].includes(code),
          );
        expect(others({ yangin: 'yang', goegang: 'five' })).toEqual(others({}));
      }),
    );
  });

  test('괴강 is of four pairs, and of 壬戌 too by the option', () => {
    expect(found('壬戌 庚戌 壬戌 庚戌', 'goegang')).toEqual(['mh']);
    expect(found('壬戌 庚戌 壬戌 庚戌', 'goegang', { goegang: 'five' })).toEqual(['ymdh']);
    expect(found('壬戌 癸丑 壬戌 庚子', 'goegang')).toEqual([]);
  });

  test('협록 needs both neighbours of 건록', () => {
    expect(found('己丑 丁卯 甲子 甲子', 'hyeomnok')).toEqual(['ym']);
    expect(found('己丑 丁丑 甲子 甲子', 'hyeomnok')).toEqual([]);
    expect(found('己丑 丁丑 甲子 丁卯', 'hyeomnok')).toEqual(['ymh']);
  });

  test('삼기귀인 is three stems side by side in order', () => {
    expect(found('甲子 戊辰 庚午 丙子', 'samgi')).toEqual(['ymd']);
    expect(found('丙寅 甲午 戊申 庚申', 'samgi')).toEqual(['mdh']);
    expect(found('甲子 戊辰 庚午', 'samgi')).toEqual(['ymd']);
    expect(found('庚午 戊寅 甲子 甲子', 'samgi')).toEqual([]);
    expect(found('甲子 戊辰 丙午 庚寅', 'samgi')).toEqual([]);
    expect(found('乙丑 丙戌 丁未 庚子', 'samgi')).toEqual(['ymd']);
    expect(found('庚午 辛巳 壬申 癸卯', 'samgi')).toEqual(['mdh']);
  });

  test('천라지망 is 戌 with 亥 or 辰 with 巳', () => {
    expect(found('甲戌 乙亥 甲子 甲子', 'cheollajimang')).toEqual(['ym']);
    expect(found('甲戌 甲戌 甲子 甲子', 'cheollajimang')).toEqual([]);
    expect(found('甲辰 己巳 甲辰 甲子', 'cheollajimang')).toEqual(['ymd']);
    expect(found('甲戌 己巳 甲辰 乙亥', 'cheollajimang')).toEqual(['ymdh']);
    expect(found('甲戌 丙寅 甲辰 甲子', 'cheollajimang')).toEqual([]);
  });

  test('현침 is two or more of six characters, one of them in the day pillar', () => {
    expect(found('丙子 庚子 甲午 丙寅', 'hyeonchim')).toEqual(['d']);
    expect(found('甲申 丙子 丙子 甲午', 'hyeonchim')).toEqual([]);
    expect(found('甲子 丙子 甲子 丙寅', 'hyeonchim')).toEqual(['yd']);
    expect(found('丙子 庚子 甲子 丙寅', 'hyeonchim')).toEqual([]);
    expect(starsOf('丙子 庚子 甲午 丙寅').find(({ code }) => code === 'hyeonchim')?.facts).toEqual([
      { path: 'pillars.day.stem', value: 'gap' },
      { path: 'pillars.day.branch', value: 'o' },
    ]);
  });

  test('원진살 and 귀문관살 are the relations of the same names with the base', () => {
    fc.assert(
      fc.property(anySaju, chart => {
        const related = relations(chart, DEFAULT_OPTIONS);
        const found = stars(chart, DEFAULT_OPTIONS);
        for (const [code, base, name] of [
          ['wonjin', 'yearBranch', 'year'],
          ['wonjin', 'dayBranch', 'day'],
          ['gwimun', 'dayBranch', 'day'],
        ] as const) {
          const partners = related
            .filter(relation => relation.code === code && relation.pillars.includes(name))
            .flatMap(({ pillars }) => pillars.filter(pillar => pillar !== name));
          const star = found.find(one => one.code === code && one.base === base);
          expect(new Set(star?.pillars)).toEqual(new Set(partners));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('천덕 is a stem in some months and a branch in others', () => {
    expect(starsOf('丁卯 壬寅 甲子 甲子').find(({ code }) => code === 'cheondeok')?.facts).toEqual([
      { path: 'pillars.month.branch', value: 'in' },
      { path: 'pillars.year.stem', value: 'jeong' },
    ]);
    expect(starsOf('甲申 丁卯 甲子 甲子').find(({ code }) => code === 'cheondeok')?.facts).toEqual([
      { path: 'pillars.month.branch', value: 'myo' },
      { path: 'pillars.year.branch', value: 'sin' },
    ]);
  });

  test('화개 may sit on its base, which is then said once', () => {
    const star = starsOf('甲辰 丙寅 己丑 甲子').find(({ code, base }) => code === 'hwagae' && base === 'yearBranch');
    expect(star).toMatchObject({ pillars: ['year'], facts: [{ path: 'pillars.year.branch', value: 'jin' }] });
  });
});
