import { describe, expect, test } from 'vitest';
import { factAt } from '../../../../layers/saju-engine/src/analysis/reason.ts';
import {
  factsOf,
  type Interpretation,
  interpret,
  type Sentence,
  sentencesOf,
  TEN_GODS_PROPERTIES,
  TOPICS,
} from '../../../../layers/saju-engine/src/interpretation/index.ts';
import { type ChartWithYear, randomCharts } from './random-charts.ts';

const CHARTS = randomCharts(1000);

const told = ({ topics }: Interpretation): readonly Sentence[] =>
  Object.values(topics).flatMap(({ sentences }) => sentences);
const all = ({ chart, year }: ChartWithYear): readonly Sentence[] => told(interpret(chart, { year }));
const wholeText = (sentences: readonly Sentence[]): string => sentences.map(({ korean }) => korean).join(' ');

const READINGS = CHARTS.map(each => ({ ...each, sentences: all(each) }));

describe('an interpretation', () => {
  test('cites only facts that stand in the chart, over 1,000 random charts', () => {
    for (const { chart, year, sentences } of READINGS) {
      const answer = { ...chart, yearLuck: year };
      for (const { id, facts } of sentences) {
        if (facts.length === 0) expect.fail(`${id} cites nothing`);
        for (const { path, value } of facts) {
          if (factAt(answer, path) !== value) expect.fail(`${id}: ${path} is ${factAt(answer, path)}, not ${value}`);
        }
      }
    }
  });

  test('loses each sentence with each fact that it cites, over 100 random charts', () => {
    let removed = 0;
    for (const { chart, year } of CHARTS.slice(0, 100)) {
      const base = factsOf(chart, year);
      for (const topic of TOPICS) {
        for (const { id, facts } of sentencesOf(base, topic)) {
          for (const { path } of facts) {
            const without = new Map(base.facts);
            without.delete(path);
            const left = sentencesOf({ ...base, facts: without }, topic);
            if (left.some(sentence => sentence.id === id)) expect.fail(`${id} is said without ${path}`);
            removed++;
          }
        }
      }
    }
    expect(removed).toBeGreaterThan(5000);
  });

  test('differs from all others: more than 990 texts of 1,000 random charts, without the luck of a year', () => {
    const texts = new Set(CHARTS.map(({ chart }) => wholeText(told(interpret(chart)))));
    expect(texts.size).toBeGreaterThan(990);
  });

  test('says at least three things on every topic, also where the hour is unknown', () => {
    for (const { chart, year } of CHARTS) {
      const { topics } = interpret(chart, { year });
      for (const topic of TOPICS) {
        const count = topics[topic]!.sentences.length;
        if (count < 3 || count > 15) expect.fail(`${count} sentences on ${topic} of ${chart.instant}`);
      }
    }
    expect(CHARTS.filter(({ chart }) => chart.pillars.hour === null)).toHaveLength(250);
  });

  test('leaves nothing open and mixes no languages', () => {
    const seen = new Map<string, Sentence>();
    for (const { sentences } of READINGS) for (const sentence of sentences) seen.set(sentence.korean, sentence);
    expect(seen.size).toBeGreaterThan(600);
    for (const { id, korean, english } of seen.values()) {
      if (/[{}]|undefined|null|NaN|\s{2}/.test(korean + english)) expect.fail(`${id}: ${korean} ${english}`);
      if (!/[가-힣]/.test(korean) || /[A-Za-z]/.test(korean)) expect.fail(`${id}: ${korean}`);
      if (!/[a-z]/.test(english) || /[\u1100-\u11ff\u3130-\ud7a3]/.test(english)) expect.fail(`${id}: ${english}`);
      if (!/니다\.$/.test(korean) || !/^[A-Z].*\.$/.test(english)) expect.fail(`${id}: ${korean} ${english}`);
    }
  });

  test('tells each sentence once, and by its rule', () => {
    for (const { chart, sentences } of READINGS) {
      const ids = sentences.map(({ id }) => id);
      if (new Set(ids).size !== ids.length) expect.fail(`${chart.instant}: ${ids}`);
      for (const { id, rule } of sentences) if (!id.startsWith(`${rule}.`)) expect.fail(`${id} by ${rule}`);
    }
  });

  test('is the same each time', () => {
    for (const { chart, year, sentences } of READINGS.slice(0, 100)) {
      expect(JSON.stringify(all({ chart, year }))).toBe(JSON.stringify(sentences));
    }
  });
});

/** What must never be said together: of each pair, patterns of ids. */
const EXCLUSIVE: readonly (readonly [RegExp, RegExp])[] = [
  [/^personality\.strength\.(geugyak|taeyak|sinyak)$/, /^health\.stamina\.strong$/],
  [/^personality\.strength\.(singang|taegang|geugwang)$/, /^health\.stamina\.weak$/],
  [/^personality\.strength\.(singang|taegang|geugwang)$/, /^wealth\.combination\.jaedasinyak$/],
  [/^personality\.strength\.(geugyak|taeyak|sinyak)$/, /^wealth\.combination\.sinwangjaewang$/],
  [/^wealth\.share\.none$/, /^wealth\.combination\.(?!gwaninsangsaeng)/],
  [/^personality\.absent_ten_gods\.jaeseong$/, /^wealth\.share\.(?!none)/],
  [/^relationship\.spouse_star\.male/, /^relationship\.spouse_star\.female/],
  [/^wealth\.combination\.jaedasinyak$/, /^wealth\.combination\.gungeopjaengjae$/],
  [/^health\.evenness\.even$/, /^health\.strongest_element\..*_excessive$/],
  ...['wood', 'fire', 'earth', 'metal', 'water'].flatMap(element => [
    [
      new RegExp(`^personality\\.missing_element\\.${element}$`),
      new RegExp(`_element\\.${element}_excessive$`),
    ] as const,
    [new RegExp(`^health\\.weakest_element\\.${element}$`), new RegExp(`strongest_element\\.${element}`)] as const,
    // The advice to lessen what the useful god is.
    [
      new RegExp(`^personality\\.useful_god\\.${element}`),
      new RegExp(`^health\\.strongest_element\\.${element}(_excessive)?$`),
    ] as const,
  ]),
  ...['bigeop', 'siksang', 'jaeseong', 'gwanseong', 'inseong'].map(
    group =>
      [
        new RegExp(`^personality\\.absent_ten_gods\\.${group}$`),
        new RegExp(`^relationship\\.strong_ten_gods\\.${group}$`),
      ] as const,
  ),
];

describe('an interpretation does not contradict itself', () => {
  test.each(EXCLUSIVE)('never %s with %s', (one, other) => {
    let met = 0;
    for (const { chart, sentences } of READINGS) {
      const first = sentences.find(({ id }) => one.test(id));
      const second = sentences.find(({ id }) => other.test(id));
      if (first !== undefined || second !== undefined) met++;
      if (first !== undefined && second !== undefined) expect.fail(`${first.id} and ${second.id} of ${chart.instant}`);
    }
    expect(met).toBeGreaterThan(0);
  });
});

describe('a request', () => {
  const { chart, year } = CHARTS[1]!;

  test('by default is answered with all topics that it gives the means for', () => {
    expect(Object.keys(interpret(chart).topics)).toEqual(['personality', 'wealth', 'health', 'relationship']);
    expect(Object.keys(interpret(chart, { year }).topics)).toEqual([...TOPICS]);
  });

  test('for some topics is answered with those, in our order', () => {
    const { topics, engineVersion } = interpret(chart, { topics: ['wealth', 'personality'] });
    expect(Object.keys(topics)).toEqual(['personality', 'wealth']);
    expect(topics.wealth).toEqual(interpret(chart, { year }).topics.wealth);
    expect(engineVersion).toBe(chart.engineVersion);
  });

  test('for a year is answered with the year in its title', () => {
    expect(interpret(chart, { topics: ['year'], year }).topics.year!.title).toEqual({
      korean: `${year.year}년의 운`,
      english: `The year ${year.year}`,
    });
  });

  test('for a year without its luck is refused', () => {
    expect(() => interpret(chart, { topics: ['year'] })).toThrow(TypeError);
  });

  test('without the running 대운 tells nothing of it', () => {
    for (const { chart, year } of CHARTS.slice(0, 100)) {
      const { daeun: _daeun, ...alone } = year;
      const facts = told(interpret(chart, { topics: ['year'], year: alone })).flatMap(sentence => sentence.facts);
      expect(facts.filter(({ path }) => path.startsWith('yearLuck.daeun'))).toEqual([]);
    }
  });
});

describe('the sentences', () => {
  test('on ten gods are those of their properties', () => {
    for (const { chart } of CHARTS.slice(0, 100)) {
      const { code } = chart.pillars.month.tenGods.branch;
      const { characteristics, fortuneAspects } = TEN_GODS_PROPERTIES.find(god => god.code === code)!;
      const { personality, wealth } = interpret(chart).topics;
      expect(wholeText(personality!.sentences)).toContain(characteristics.korean[0]);
      expect(wholeText(wealth!.sentences)).toContain(fortuneAspects.korean[0]);
    }
  });

  test('on stars name the pillars in which they sit', () => {
    const names = { year: '연주', month: '월주', day: '일주', hour: '시주' };
    let checked = 0;
    for (const { chart, sentences } of READINGS) {
      for (const { id, korean } of sentences) {
        const code = /\.stars\.(\w+)$/.exec(id)?.[1];
        if (code === undefined) continue;
        const pillars = new Set(chart.stars.filter(star => star.code === code).flatMap(star => star.pillars));
        for (const [pillar, name] of Object.entries(names)) {
          if (korean.includes(name) !== pillars.has(pillar as 'year')) expect.fail(`${id}: ${korean}`);
        }
        checked++;
      }
    }
    expect(checked).toBeGreaterThan(3000);
  });
});
