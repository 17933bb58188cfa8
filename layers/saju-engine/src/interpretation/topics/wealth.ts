import { elementThat } from '../five-elements-relations.ts';
import { byGod, byRole, byValue, type Condition, factRules, is, type Rule, type RuleSet } from '../rules.ts';
import { godsOf, SOME, share, shareBands } from '../ten-god-groups.ts';
import { PATTERN_STATE } from '../texts/patterns.ts';
import { WEALTH_STARS } from '../texts/stars.ts';
import { CAREER, FORTUNE } from '../texts/ten-gods.ts';
import { WEALTH_COMBINATION, WEALTH_ROLE, WEALTH_SHARE } from '../texts/wealth.ts';
import { englishName, inPlace } from '../wording.ts';
import { starRules } from './stars.ts';
import { STRONG_WORDS, WEAK_WORDS } from './strength-words.ts';

/** 재물과 일. */
export function wealth(): readonly RuleSet[] {
  return [
    factRules(
      'wealth.share',
      1,
      shareBands('jaeseong').map(([key, needs]) => ({ key, needs, text: WEALTH_SHARE[key]! })),
    ),
    factRules('wealth.combination', 2, combinations()),
    factRules('wealth.fortune', 1, byGod('pillars.month.tenGods.branch', inPlace('월지', 'the month branch'), FORTUNE)),
    factRules('wealth.career', 1, careers()),
    factRules('wealth.pattern_state', 1, byValue('pattern.state', PATTERN_STATE)),
    factRules(
      'wealth.role',
      1,
      byRole('pillars.day.stem.element', WEALTH_ROLE, day => elementThat(day, 'destroys')),
    ),
    starRules('wealth.stars', 2, WEALTH_STARS),
  ];
}

/** By the ten god that names the pattern; where none does, by that of the month branch. */
function careers(): readonly Rule[] {
  const byPattern = byGod(
    'pattern.tenGod',
    god => ({
      korean: `격국을 이루는 십신은 ${god.hangul}입니다.`,
      english: `The pattern is named after ${englishName(god)}.`,
    }),
    CAREER,
  );
  const byMonth = byGod(
    'pillars.month.tenGods.branch',
    god => ({
      korean: `일의 성향은 월지의 ${god.hangul}에서 읽습니다.`,
      english: `The bent for work is read from ${englishName(god)} in the month branch.`,
    }),
    CAREER,
  );
  return [...byPattern, ...byMonth.map(rule => ({ ...rule, key: `month_${rule.key}` }))];
}

/** Shares in percent that we take for much, for enough and for little. */
const MUCH = 30;
const ENOUGH = 15;

function combinations(): readonly Rule[] {
  const rule = (key: string, needs: readonly Condition[], variant = ''): Rule => ({
    key: key + variant,
    needs,
    text: WEALTH_COMBINATION[key]!,
  });
  const wealthGods = godsOf('jaeseong');
  return [
    ...WEAK_WORDS.map(word => rule('jaedasinyak', [share('jaeseong', MUCH), is('strength.word', word)])),
    ...STRONG_WORDS.map(word => rule('sinwangjaewang', [share('jaeseong', 20), is('strength.word', word)])),
    rule('gungeopjaengjae', [share('bigeop', 35), share('jaeseong', SOME, ENOUGH)]),
    rule('siksangsaengjae', [share('siksang', ENOUGH), share('jaeseong', ENOUGH)]),
    rule('jaesaenggwan', [share('jaeseong', ENOUGH), share('gwanseong', ENOUGH)]),
    rule('gwaninsangsaeng', [share('gwanseong', ENOUGH), share('inseong', ENOUGH)]),
    rule('jaegeugin', [share('jaeseong', 25), share('inseong', SOME, 20)]),
    ...wealthGods.map(god => rule('jaeseong_visible', [is(`tenGodsStrength.${god}.visible`, true)], `_${god}`)),
    rule('jaeseong_hidden', [
      share('jaeseong', SOME),
      ...wealthGods.map(god => is(`tenGodsStrength.${god}.visible`, false)),
    ]),
  ];
}
