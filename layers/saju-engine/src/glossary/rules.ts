import { RELATION_KINDS } from '../analysis/relations/relation-kinds.ts';
import { DAY_STARS } from '../days/day-stars.ts';
import { OCCASIONS, occasionRules } from '../days/occasions.ts';
import { RULES as BRANCH_RULES } from '../pair/branches.ts';
import { RULES as OTHER_PAIR_RULES } from '../pair/other-pairs.ts';
import type { Term } from '../term.ts';
import { entry, type GlossaryEntry, meaningOf, meaningsOf, ofWords } from './entry.ts';
import { DAY_STAR_TEXTS } from './texts/days.ts';
import { COMPATIBILITY_RULES } from './words/compatibility-rules.ts';
import { DAY_RULES } from './words/day-rules.ts';
import { PATTERN_RULES, STRENGTH_RULES, TRANSFORMATION_RULES, USEFUL_GOD_RULES, VOID_RULES } from './words/rules.ts';

/**
 * Rules that reasons name. Where the rule is the table of a term itself (a star, a relation, a pattern, a method) it has
 * the term's code, and the term's entry tells it.
 */
export function ruleEntries(): readonly GlossaryEntry[] {
  return [
    ...ofWords('rule', STRENGTH_RULES),
    ...ofWords('rule', PATTERN_RULES),
    ...ofWords('rule', USEFUL_GOD_RULES),
    ...ofWords('rule', TRANSFORMATION_RULES),
    ...ofWords('rule', VOID_RULES),
    ...ofWords('rule', COMPATIBILITY_RULES),
    ...relationRules(BRANCH_RULES.day.related, {
      code: 'day_branches',
      hangul: '일지',
      hanja: '日支',
      english: 'Day Branches',
    }),
    ...relationRules(BRANCH_RULES.year.related, {
      code: 'year_branches',
      hangul: '연지',
      hanja: '年支',
      english: 'Year Branches',
    }),
    ...relationRules(OTHER_PAIR_RULES, {
      code: 'other_pairs',
      hangul: '다른 글자',
      hanja: '他字',
      english: 'Other Pairs',
    }),
    ...ofWords('rule', DAY_RULES),
    ...dayStarRules(),
  ];
}

/** Rules of 궁합 that count a relation between two places of the charts. */
function relationRules(rules: Readonly<Record<string, unknown>>, place: Term): readonly GlossaryEntry[] {
  return RELATION_KINDS.filter(({ code }) => code in rules).map(({ code, hangul, hanja, english }) =>
    entry(
      'rule',
      {
        code: `${place.code}_${code}`,
        hangul: `${place.hangul} ${hangul}`,
        hanja: `${place.hanja} ${hanja}`,
        english: `${place.english}: ${english}`,
      },
      {
        korean: `두 사람의 ${place.hangul} 사이가 ${hangul}입니다.`,
        english: `${english} between the two people's ${place.english.toLowerCase()}.`,
      },
    ),
  );
}

/** Rules of 택일 that a star of the day makes: they mean what the star means. */
function dayStarRules(): readonly GlossaryEntry[] {
  const meanings = meaningsOf(DAY_STAR_TEXTS);
  const used = new Set(
    OCCASIONS.map(({ code }) => occasionRules(code)).flatMap(({ wants, blemishes, excludes }) =>
      [...wants, ...blemishes, ...excludes].map(({ rule }) => rule),
    ),
  );
  return DAY_STARS.filter(({ code }) => used.has(`day_${code}`)).map(({ code, hangul, hanja, english }) =>
    entry('rule', { code: `day_${code}`, hangul, hanja, english }, { ...meaningOf(meanings, code) }),
  );
}
