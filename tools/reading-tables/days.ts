import { BRANCHES } from '../../layers/saju-engine/src/calendar/branches.ts';
import { ELEMENTS } from '../../layers/saju-engine/src/calendar/elements.ts';
import { GAPJA } from '../../layers/saju-engine/src/calendar/sexagenary.ts';
import { STEMS } from '../../layers/saju-engine/src/calendar/stems.ts';
import { BIRTH_FORTUNES, birthFortune } from '../../layers/saju-engine/src/days/birth-fortune.ts';
import type { DayNumbers } from '../../layers/saju-engine/src/days/day-numbers.ts';
import type { DayPerson } from '../../layers/saju-engine/src/days/day-person.ts';
import type { DayRule } from '../../layers/saju-engine/src/days/day-rule.ts';
import { DAY_STARS, type DayStarCode, dayStarIndex, dayStars } from '../../layers/saju-engine/src/days/day-stars.ts';
import { son, yearDirections } from '../../layers/saju-engine/src/days/directions.ts';
import { type Judang, marriageJudang, movingJudang } from '../../layers/saju-engine/src/days/judang.ts';
import { MANSIONS } from '../../layers/saju-engine/src/days/mansions.ts';
import { OCCASIONS, occasionRules } from '../../layers/saju-engine/src/days/occasions.ts';
import { OFFICERS, officer } from '../../layers/saju-engine/src/days/officers.ts';
import { personDay } from '../../layers/saju-engine/src/days/person-rules.ts';
import { PATH_SPIRITS, pathSpirit } from '../../layers/saju-engine/src/days/yellow-path.ts';
import { glossary } from '../../layers/saju-engine/src/glossary/index.ts';
import type { Term } from '../../layers/saju-engine/src/term.ts';
import { code, hanja, name, signed, source, table } from './markdown.ts';

const ALL_BRANCHES = BRANCHES.map((_, index) => index);

export const dayTables = {
  officers: () =>
    table(
      ['Month', ...OFFICERS.map(name)],
      ALL_BRANCHES.map(month => [BRANCHES[month]!.hanja, ...OFFICERS.map((_, n) => branchOf(officer, month, n))]),
    ),

  path: () =>
    table(
      ['Month', ...PATH_SPIRITS.map(spirit => (spirit.isYellow ? `**${name(spirit)}**` : name(spirit)))],
      [2, 3, 4, 5, 0, 1].map(month => [
        hanja([BRANCHES[month]!, BRANCHES[(month + 6) % 12]!]),
        ...PATH_SPIRITS.map((_, n) => branchOf(pathSpirit, month, n)),
      ]),
    ),

  mansions: () =>
    table(
      ['동 청룡', '북 현무', '서 백호', '남 주작'],
      [0, 1, 2, 3, 4, 5, 6].map(row =>
        [0, 7, 14, 21].map(first => {
          const mansion = MANSIONS[first + row]!;
          return mansion.isAuspicious ? `**${name(mansion)}**` : name(mansion);
        }),
      ),
    ),

  'day-stars': () =>
    table(
      ['Star', ...BRANCHES.map(branch => branch.hanja), 'Nature', 'Source'],
      DAY_STARS.filter(star => isOfMonth(star.code)).map(star => [
        name(star),
        ...ALL_BRANCHES.map(month => signsOf(star.code, month)),
        star.isAuspicious ? '길' : '흉',
        source(star.source),
      ]),
    ),

  'other-day-stars': () =>
    table(
      ['Star', 'When', 'Nature', 'Source'],
      DAY_STARS.filter(star => !isOfMonth(star.code)).map(star => {
        const { meaning } = glossary().find(entry => entry.kind === 'dayStar' && entry.code === star.code)!;
        return [
          name(star),
          signsOf(star.code, 0) || meaning.english,
          star.isAuspicious ? '길' : '흉',
          source(star.source),
        ];
      }),
    ),

  bokdan: () => {
    const bit = 1 << dayStarIndex('bokdan');
    return table(
      ['Day', ...BRANCHES.map(branch => branch.hanja)],
      [
        [
          '수',
          ...ALL_BRANCHES.map(
            branch => MANSIONS.find(({ index }) => (dayStars(0, branch, index, 1, -1) & bit) !== 0)!.hanja,
          ),
        ],
      ],
    );
  },

  son: () =>
    table(
      ['Last digit of the lunar day', ...[...'1234567890']],
      [['손', ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(day => son(day).direction?.hanja ?? '–')]],
    ),

  judang: () =>
    table(['(lunar day − 1) mod 8', 0, 1, 2, 3, 4, 5, 6, 7].map(String), [
      ['혼인, 30 days', ...places(marriageJudang, 30)],
      ['혼인, 29 days', ...places(marriageJudang, 29)],
      ['이사, 30 days', ...places(movingJudang, 30)],
      ['이사, 29 days', ...places(movingJudang, 29)],
    ]),

  directions: () =>
    table(
      ['Year', ...BRANCHES.map(branch => branch.hanja)],
      [
        ['대장군방', ...ALL_BRANCHES.map(year => yearDirections(year).daejanggun.hanja)],
        ['삼살방', ...ALL_BRANCHES.map(year => yearDirections(year).samsal.hanja)],
      ],
    ),

  'birth-fortunes': () =>
    table(
      ['세는나이', ...BIRTH_FORTUNES.map(name)],
      (['male', 'female'] as const).flatMap(sex => {
        const ages = new Map<string, number[]>();
        for (let age = 1; age <= 24; age++) {
          const row = BIRTH_FORTUNES.map((_, n) =>
            hanja(BRANCHES.filter((_branch, branch) => birthFortune(sex, age, branch) === n)),
          ).join(' | ');
          ages.set(row, [...(ages.get(row) ?? []), age]);
        }
        return [...ages].map(([row, alike]) => [`${sex === 'male' ? '남' : '여'} ${alike.join(' ')}`, row]);
      }),
    ),

  occasions: () =>
    table(
      ['Occasion', 'Wants', 'Blemishes', 'Excludes'],
      OCCASIONS.map(occasion => {
        const { wants, blemishes, excludes } = occasionRules(occasion.code);
        return [
          `${occasion.hangul} ${code(occasion.code)}`,
          ...[wants, blemishes, excludes].map(rules => rules.map(ruleText).join(', ')),
        ];
      }),
    ),

  'person-rules': () =>
    table(
      ['Rule', '', 'What it says', 'Points', 'Source'],
      personRules().map(({ rule, points, source: from }) => {
        const entry = ruleEntry(rule);
        return [
          code(rule),
          name(entry),
          entry.meaning.english,
          points === null ? 'excludes' : signed(points),
          source(from),
        ];
      }),
    ),
};

/** The branch of the day that gives a place in a cycle of twelve in a month. */
function branchOf(rule: (month: number, day: number) => number, month: number, place: number): string {
  return BRANCHES[ALL_BRANCHES.find(day => rule(month, day) === place)!]!.hanja;
}

/** Whether the months tell where a star is. */
function isOfMonth(star: DayStarCode): boolean {
  return new Set(ALL_BRANCHES.map(month => signsOf(star, month))).size > 1;
}

/** The stem, the branch or the pairs of the day at which a star of the month is. */
function signsOf(star: DayStarCode, month: number): string {
  const bit = 1 << dayStarIndex(star);
  const pairs = GAPJA.filter(({ index }) => (dayStars(month, index, -1, 1, -1) & bit) !== 0);
  const stem = STEMS.find(each => pairs.length === 6 && pairs.every(pair => pair.stem === each));
  const branch = BRANCHES.find(each => pairs.length === 5 && pairs.every(pair => pair.branch === each));
  return (stem ?? branch)?.hanja ?? pairs.map(pair => pair.hanja).join(' ');
}

function places(judang: (lunarDay: number, monthLength: number) => Judang, monthLength: number): readonly string[] {
  return [1, 2, 3, 4, 5, 6, 7, 8].map(day => {
    const place = judang(day, monthLength);
    return place.isGood ? `**${place.hanja}**` : place.hanja;
  });
}

/** A rule by its name and its points; which officers or fortunes it asks for is found by asking it. */
function ruleText(rule: DayRule): string {
  const points = rule.points === 0 ? '' : ` ${signed(rule.points)}`;
  if (rule.rule === 'day_officer') return `${namesOf(OFFICERS.filter((_, n) => holds(rule, n, -1)))}${points}`;
  if (rule.rule === 'day_birth_fortune') {
    return `${namesOf(BIRTH_FORTUNES.filter((_, n) => holds(rule, 0, n)))}${points}`;
  }
  const place = rule.rule.endsWith('_judang') ? (rule.points > 0 ? ' 길' : ' 흉') : '';
  return `${ruleEntry(rule.rule).hangul}${place}${points}`;
}

function namesOf(terms: readonly Term[]): string {
  return terms.map(term => term.hangul).join('·');
}

/** Whether a rule that asks for an officer or a fortune takes this one; it asks for nothing else of the day. */
function holds(rule: DayRule, officerIndex: number, fortune: number): boolean {
  const numbers = { officer: officerIndex } as DayNumbers;
  return rule.facts({ numbers, people: [PERSON], fortunes: [fortune], direction: null }) !== null;
}

const PERSON: DayPerson = {
  code: 'a',
  sex: 'female',
  solarDate: '2000-01-01',
  pillars: { year: GAPJA[0]!, day: GAPJA[0]! },
  voidBranches: [BRANCHES[10]!, BRANCHES[11]!],
  usefulGod: 'wood',
};

interface PersonRule {
  readonly rule: string;
  /** Null for what excludes. */
  readonly points: number | null;
  readonly source: Parameters<typeof source>[0];
}

/** What days can be to people: every pair to every pair of birth, for every occasion. */
function personRules(): readonly PersonRule[] {
  const found = new Map<string, PersonRule>();
  for (const { code: occasion } of OCCASIONS) {
    for (const own of GAPJA) {
      const person = { ...PERSON, pillars: { year: own, day: own }, usefulGod: ELEMENTS[own.index % 5]!.code };
      for (const { index } of GAPJA) {
        const { wants, blemishes, excludes } = personDay(index, person, occasion);
        for (const each of [...wants, ...blemishes]) found.set(each.rule, each);
        for (const each of excludes) found.set(each.rule, { ...each, points: null });
      }
    }
  }
  return glossary().flatMap(entry => (entry.kind === 'rule' ? (found.get(entry.code) ?? []) : []));
}

function ruleEntry(rule: string) {
  return glossary().find(entry => entry.kind === 'rule' && entry.code === rule)!;
}
