import { TEN_GODS } from '../../analysis/ten-gods.ts';
import { BRANCHES } from '../../calendar/branches.ts';
import { ELEMENTS } from '../../calendar/elements.ts';
import { FIVE_ELEMENTS_RELATIONS } from '../five-elements-relations.ts';
import { byGod, byValue, factRules, is, type Rule, type RuleSet, within } from '../rules.ts';
import { absent, TEN_GOD_GROUPS, weightOf } from '../ten-god-groups.ts';
import { joined, type Text } from '../text.ts';
import { DAY_STAGE, DAY_STEM, STRENGTH, VOID } from '../texts/day-pillar.ts';
import { ABSENT, MISSING, POLARITY, STRONGEST, USEFUL, USEFUL_METHOD } from '../texts/elements.ts';
import { PATTERN } from '../texts/patterns.ts';
import { PERSONALITY_STARS } from '../texts/stars.ts';
import { EXCESS, NATURE } from '../texts/ten-gods.ts';
import { englishName, inPlace } from '../wording.ts';
import { starRules } from './stars.ts';

/** Percent of a chart from which one ten god is strong, and one polarity prevails. */
const STRONG = 25;
const PREVAILING = 80;

/** 성격. */
export function personality(): readonly RuleSet[] {
  return [
    factRules('personality.day_stem', 1, byValue('pillars.day.stem', DAY_STEM)),
    factRules(
      'personality.month_ten_god',
      1,
      byGod('pillars.month.tenGods.branch', inPlace('월지', 'the month branch'), NATURE),
    ),
    factRules('personality.day_stage', 1, byValue('pillars.day.stages.byDay', DAY_STAGE)),
    factRules('personality.strength', 1, byValue('strength.word', STRENGTH)),
    factRules('personality.pattern', 1, byValue('pattern', PATTERN)),
    factRules('personality.strong_ten_god', 1, strongGods()),
    factRules('personality.strongest_element', 1, byValue('elementBalance.strongest', STRONGEST)),
    starRules('personality.stars', 2, PERSONALITY_STARS),
    factRules(
      'personality.absent_ten_gods',
      1,
      TEN_GOD_GROUPS.map(group => ({ key: group, needs: absent(group), text: ABSENT[group]! })),
    ),
    factRules(
      'personality.missing_element',
      1,
      ELEMENTS.map(({ code }) => ({
        key: code,
        needs: [is(`fiveElements.counts.${code}`, 0)],
        text: MISSING[code]!,
      })),
    ),
    factRules(
      'personality.polarity',
      1,
      ['yang', 'yin'].map(key => ({
        key,
        needs: [within([`elementBalance.yinYang.${key}`], PREVAILING)],
        text: POLARITY[key]!,
      })),
    ),
    factRules('personality.void', 1, voids()),
    factRules('personality.useful_god', 1, usefulGods()),
    factRules('personality.useful_god_and_day_stem', 1, usefulGodAndDayStem()),
  ];
}

function strongGods(): readonly Rule[] {
  return TEN_GODS.map(god => ({
    key: god.code,
    needs: [within([weightOf(god.code)], STRONG)],
    text: joined(
      {
        korean: `사주에서 ${god.hangul}의 비중이 큽니다.`,
        english: `Much weight in the chart lies with ${englishName(god)}.`,
      },
      EXCESS[god.code]!,
    ),
  }));
}

/** 공망 by the day pillar: the branch of another pillar is one of the two. */
function voids(): readonly Rule[] {
  return Object.keys(VOID).flatMap(pillar =>
    BRANCHES.map(({ code }) => ({
      key: pillar,
      needs: [is(`pillars.${pillar}.branch`, code), is(`voidBranches.day.${code}`, code)],
      text: VOID[pillar]!,
    })),
  );
}

function usefulGods(): readonly Rule[] {
  return Object.keys(USEFUL_METHOD).flatMap(method =>
    ELEMENTS.map(({ code }) => ({
      key: `${code}_${method}`,
      needs: [is('usefulGod.element', code), is('usefulGod.method', method)],
      text: joined(USEFUL[code]!, USEFUL_METHOD[method]!),
    })),
  );
}

const USEFUL_GOD_ACTS: Text = {
  korean: '용신이 일간을 만나는 모습은 이렇습니다.',
  english: 'This is how the useful god meets the day stem.',
};
const DAY_STEM_ACTS: Text = {
  korean: '일간이 용신을 다루는 모습은 이렇습니다.',
  english: 'This is how the day stem handles the useful god.',
};

/** What the useful god does to the day stem; where the day stem controls it, what that does. */
function usefulGodAndDayStem(): readonly Rule[] {
  return FIVE_ELEMENTS_RELATIONS.flatMap(({ source, target, relation, traditional, modern }) => {
    const rule = (lead: Text, useful: string, day: string): Rule => ({
      key: `${source}_${relation}_${target}`,
      needs: [is('usefulGod.element', useful), is('pillars.day.stem.element', day)],
      text: joined(lead, traditional, modern),
    });
    const acts = rule(USEFUL_GOD_ACTS, source, target);
    return relation === 'destroys' ? [acts, rule(DAY_STEM_ACTS, target, source)] : [acts];
  });
}
