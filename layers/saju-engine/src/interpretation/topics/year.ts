import { TEN_GODS } from '../../analysis/ten-gods.ts';
import type { Term } from '../../term.ts';
import type { Finding, Place } from '../fact-base.ts';
import { withJosa } from '../josa.ts';
import { byGod, byRole, byValue, type FindingRules, factRules, is, type RuleSet } from '../rules.ts';
import { TEN_GOD_GROUPS } from '../ten-god-groups.ts';
import { filled, type Text } from '../text.ts';
import { FIELDS } from '../texts/places.ts';
import { LUCK } from '../texts/ten-gods.ts';
import {
  BRANCH_GOD,
  BRANCH_ROLE,
  DAEUN_GOD,
  DAEUN_ROLE,
  RELATION,
  SAMJAE_YEAR,
  STAGE,
  STEM_ROLE,
  TWELVE_SINSAL_YEAR,
  VOID_YEAR,
} from '../texts/year.ts';
import { englishName, partners } from '../wording.ts';

/** 한 해의 운. */
export function year(): readonly RuleSet[] {
  return [
    factRules('year.stem_ten_god', 1, byGod('yearLuck.tenGods.stem', inTheStem, LUCK)),
    factRules('year.branch_ten_god', 1, byValue('yearLuck.tenGods.branch', BRANCH_GOD)),
    factRules('year.stem_role', 1, byRole('yearLuck.stem.element', STEM_ROLE)),
    factRules('year.branch_role', 1, byRole('yearLuck.branch.element', BRANCH_ROLE)),
    relations(),
    factRules('year.stage', 1, byValue('yearLuck.stages.byDay', STAGE)),
    factRules('year.twelve_sinsal', 1, byValue('yearLuck.twelveSinsal.byYear', TWELVE_SINSAL_YEAR)),
    factRules('year.samjae', 1, byValue('yearLuck.samjae', SAMJAE_YEAR)),
    factRules('year.void', 1, [{ key: 'void', needs: [is('yearLuck.isVoid', true)], text: VOID_YEAR.void! }]),
    factRules(
      'year.daeun_ten_god',
      1,
      TEN_GODS.map(({ code }, index) => {
        const group = TEN_GOD_GROUPS[index >> 1]!;
        return { key: group, needs: [is('yearLuck.daeun.tenGods.branch', code)], text: DAEUN_GOD[group]! };
      }),
    ),
    factRules('year.daeun_role', 1, byRole('yearLuck.daeun.branch.element', DAEUN_ROLE)),
  ];
}

function inTheStem(god: Term): Text {
  return {
    korean: `세운의 천간으로는 ${withJosa(god.hangul, '이/가')} 들어옵니다.`,
    english: `In the year's stem comes ${englishName(god)}.`,
  };
}

/** The nearest to oneself first: in whose field a relation is felt. */
const NEAREST: readonly Place[] = ['day', 'month', 'year', 'hour', 'daeun'];

function relations(): FindingRules {
  const codes = Object.keys(RELATION);
  const nearest = ({ places }: Finding): number => NEAREST.findIndex(place => places.includes(place));
  return {
    rule: 'year.relations',
    most: 2,
    list: 'yearLuck.relations',
    rank: finding =>
      codes.includes(finding.code) ? nearest(finding) * codes.length + codes.indexOf(finding.code) : undefined,
    say: finding => ({
      key: `${finding.code}_${finding.places.join('_')}`,
      text: filled(RELATION[finding.code]!, { with: partners(finding), area: FIELDS[NEAREST[nearest(finding)]!]! }),
    }),
  };
}
