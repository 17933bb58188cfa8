import { ELEMENTS } from '../../calendar/elements.ts';
import { FIVE_ELEMENTS_RELATIONS } from '../five-elements-relations.ts';
import {
  byGod,
  byValue,
  type Condition,
  type FindingRules,
  factRules,
  is,
  type Rule,
  type RuleSet,
  within,
} from '../rules.ts';
import { joined, type Text } from '../text.ts';
import {
  EVENNESS,
  EXCESSIVE,
  HEALTH_CLASH,
  SEASON,
  STAMINA,
  STRONGEST_HEALTH,
  STRONGEST_USEFUL,
  WEAKEST,
} from '../texts/health.ts';
import { HEALTH_STARS } from '../texts/stars.ts';
import { HEALTH } from '../texts/ten-gods.ts';
import { inPlace } from '../wording.ts';
import { starRules } from './stars.ts';
import { STRONG_WORDS, WEAK_WORDS } from './strength-words.ts';

/** Percent of the scores from which an element is excessive. */
const EXCESS = 40;
/** `evenness` from which, and below which, we speak of it. */
const EVEN = 80;
const UNEVEN = 45;

/** Percent of the scores from which an element tempers the season. */
const TEMPERING = 20;

const SEASONS = [
  { season: 'spring', branches: ['in', 'myo', 'jin'] },
  { season: 'summer', branches: ['sa', 'o', 'mi'], tempered: 'summer_cooled', by: 'water' },
  { season: 'autumn', branches: ['sin', 'yu', 'sul'] },
  { season: 'winter', branches: ['hae', 'ja', 'chuk'], tempered: 'winter_warmed', by: 'fire' },
];

const STRONGEST_AND_WEAKEST: Text = {
  korean: '가장 강한 오행과 가장 약한 오행의 사이를 보면 이렇습니다.',
  english: 'This is how the strongest element meets the weakest.',
};

/** 건강: traditional correspondences, as habits; nothing medical. */
export function health(): readonly RuleSet[] {
  return [
    factRules('health.weakest_element', 1, byValue('elementBalance.weakest', WEAKEST)),
    factRules('health.strongest_element', 1, strongest()),
    factRules(
      'health.strongest_and_weakest',
      1,
      FIVE_ELEMENTS_RELATIONS.map(({ source, target, relation, traditional, modern }) => ({
        key: `${source}_${relation}_${target}`,
        needs: [is('elementBalance.strongest', source), is('elementBalance.weakest', target)],
        text: joined(STRONGEST_AND_WEAKEST, traditional, modern),
      })),
    ),
    factRules('health.season', 1, seasons()),
    factRules('health.stamina', 1, [
      ...WEAK_WORDS.map(word => ({ key: 'weak', needs: [is('strength.word', word)], text: STAMINA.weak! })),
      ...STRONG_WORDS.map(word => ({ key: 'strong', needs: [is('strength.word', word)], text: STAMINA.strong! })),
    ]),
    factRules('health.day_ten_god', 1, byGod('pillars.day.tenGods.branch', inPlace('일지', 'the day branch'), HEALTH)),
    factRules('health.evenness', 1, [
      { key: 'even', needs: [within(['elementBalance.evenness'], EVEN)], text: EVENNESS.even! },
      { key: 'uneven', needs: [within(['elementBalance.evenness'], 0, UNEVEN)], text: EVENNESS.uneven! },
    ]),
    clashes(),
    starRules('health.stars', 1, HEALTH_STARS),
  ];
}

/** Advice to lessen an element is not given where it is the useful god. */
function strongest(): readonly Rule[] {
  const codes = ELEMENTS.map(({ code }) => code);
  return [
    ...codes.flatMap(code =>
      codes
        .filter(useful => useful !== code)
        .map(useful => ({
          key: `${code}_excessive`,
          needs: [within([score(code)], EXCESS), is('usefulGod.element', useful)],
          text: EXCESSIVE[code]!,
        })),
    ),
    ...codes.map(code => ({
      key: `${code}_useful`,
      needs: [is('elementBalance.strongest', code), is('usefulGod.element', code)],
      text: STRONGEST_USEFUL[code]!,
    })),
    ...byValue('elementBalance.strongest', STRONGEST_HEALTH),
  ];
}

function seasons(): readonly Rule[] {
  return SEASONS.flatMap(({ season, branches, tempered, by }) =>
    branches.flatMap(branch => {
      const born = is('pillars.month.branch', branch);
      const rule = (key: string, needs: readonly Condition[]): Rule => ({ key, needs, text: SEASON[key]! });
      if (tempered === undefined) return [rule(season, [born])];
      return [
        rule(tempered, [born, within([score(by)], TEMPERING)]),
        rule(season, [born, within([score(by)], 0, TEMPERING)]),
      ];
    }),
  );
}

function score(element: string): string {
  return `fiveElements.scores.${element}`;
}

/** 충 of branches, nearer to the middle of life first. */
function clashes(): FindingRules {
  const order = ['month day', 'day hour', 'year month', 'year day', 'month hour', 'year hour'];
  return {
    rule: 'health.clash',
    most: 1,
    list: 'relations',
    rank: ({ code, places }) => (code === 'chung' ? order.indexOf(places.join(' ')) : undefined),
    say: ({ places }) => ({ key: places.join('_'), text: HEALTH_CLASH[places.join(' ')]! }),
  };
}
