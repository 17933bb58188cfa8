/**
 * `@heal7/saju-engine/glossary`: every code of the engine's answers with its words and a line of meaning. An entry of
 * its own, which the engine does not import: its texts are no part of the core's size.
 */

import {
  FOLLOWING_PATTERNS,
  OWN_MONTH_PATTERNS,
  SINGLE_ELEMENT_PATTERNS,
  TEN_GOD_PATTERNS,
  TRANSFORMED_PATTERNS,
} from '../analysis/pattern/pattern-terms.ts';
import { HYEONG_FORMS, RELATION_KINDS } from '../analysis/relations/relation-kinds.ts';
import { SOURCES } from '../analysis/sources.ts';
import { SAMJAE } from '../analysis/stars/samjae.ts';
import { allStarRules } from '../analysis/stars/stars.ts';
import { SEASONS } from '../analysis/strength/five-elements.ts';
import { STRENGTHS } from '../analysis/strength/strength.ts';
import { TEN_GODS } from '../analysis/ten-gods.ts';
import { TWELVE_SINSAL } from '../analysis/twelve-sinsal.ts';
import { STAGES } from '../analysis/twelve-stages.ts';
import { USEFUL_GOD_ROLES } from '../analysis/useful-god/useful-god.ts';
import { USEFUL_GOD_METHODS } from '../analysis/useful-god/useful-god-methods.ts';
import { BRANCHES } from '../calendar/branches.ts';
import { ELEMENTS, POLARITIES } from '../calendar/elements.ts';
import { STEMS } from '../calendar/stems.ts';
import { FLAGS } from '../chart/certainty.ts';
import { BIRTH_FORTUNES } from '../days/birth-fortune.ts';
import { DAY_STARS } from '../days/day-stars.ts';
import { DIRECTIONS } from '../days/directions.ts';
import { MARRIAGE_JUDANG, MOVING_JUDANG } from '../days/judang.ts';
import { MANSIONS } from '../days/mansions.ts';
import { OCCASIONS } from '../days/occasions.ts';
import { OFFICERS } from '../days/officers.ts';
import { PATH_SPIRITS } from '../days/yellow-path.ts';
import { COMPATIBILITY_WORDS } from '../pair/compatibility.ts';
import { PARTS } from '../pair/part.ts';
import { MOON_PHASES } from '../sky/moon-phase.ts';
import { gapjaEntries, napeumEntries, solarTermEntries } from './composed.ts';
import { type GlossaryEntry, ofNames, ofTerms, ofWords } from './entry.ts';
import { ruleEntries } from './rules.ts';
import { MOON_PHASE_TEXTS } from './texts/calendar.ts';
import { COMPATIBILITY_PART_TEXTS, COMPATIBILITY_WORD_TEXTS } from './texts/compatibility.ts';
import {
  BIRTH_FORTUNE_TEXTS,
  DAY_STAR_TEXTS,
  DIRECTION_TEXTS,
  MARRIAGE_JUDANG_TEXTS,
  MOVING_JUDANG_TEXTS,
  OCCASION_TEXTS,
  OFFICER_TEXTS,
  PATH_TEXTS,
} from './texts/days.ts';
import { MANSION_TEXTS } from './texts/mansions.ts';
import { PATTERN_TEXTS } from './texts/patterns.ts';
import { RELATION_FORM_TEXTS, RELATION_TEXTS } from './texts/relations.ts';
import { SOURCE_TEXTS } from './texts/sources.ts';
import { STAR_TEXTS } from './texts/stars.ts';
import { BRANCH_TEXTS, ELEMENT_TEXTS, POLARITY_TEXTS, STEM_TEXTS } from './texts/stems-and-branches.ts';
import { SAMJAE_TEXTS, SEASON_TEXTS, STRENGTH_TEXTS } from './texts/strength.ts';
import { STAGE_TEXTS, TEN_GOD_TEXTS, TWELVE_SINSAL_TEXTS } from './texts/ten-gods.ts';
import { USEFUL_GOD_METHOD_TEXTS, USEFUL_GOD_ROLE_TEXTS } from './texts/useful-god.ts';
import {
  PATTERN_GROUP_WORDS,
  PATTERN_STATE_WORDS,
  RELATION_PART_WORDS,
  STAR_BASE_WORDS,
  STAR_NATURE_WORDS,
  TRANSFORMATION_WORDS,
} from './words/analysis.ts';
import {
  BOUNDARY_SIDE_WORDS,
  BOUNDARY_WORDS,
  CALENDAR_PAIR_WORDS,
  CERTAINTY_FLAG_NAMES,
  HIDDEN_STEM_ROLE_WORDS,
  HOUR_KNOWN_BY_WORDS,
  LUCK_DIRECTION_WORDS,
  LUCK_SCALE_WORDS,
  PALACE_WORDS,
  PILLAR_WORDS,
  SEX_WORDS,
} from './words/chart.ts';
import { ELEMENT_RELATION_WORDS, SENTENCE_RULE_WORDS, TOPIC_WORDS } from './words/interpretation.ts';
import { OPTION_WORDS } from './words/options.ts';

export type { GlossaryEntry, Meaning } from './entry.ts';
export { GLOSSARY_KINDS, type GlossaryKind } from './kinds.ts';

let entries: readonly GlossaryEntry[] | undefined;

/** All entries, by kind in a fixed order, codes in the order of the engine's tables; shared and frozen. */
export function glossary(): readonly GlossaryEntry[] {
  entries ??= Object.freeze([
    ...ofTerms('element', ELEMENTS, ELEMENT_TEXTS),
    ...ofTerms('polarity', POLARITIES, POLARITY_TEXTS),
    ...ofTerms('stem', STEMS, STEM_TEXTS),
    ...ofTerms('branch', BRANCHES, BRANCH_TEXTS),
    ...gapjaEntries(),
    ...ofTerms('tenGod', TEN_GODS, TEN_GOD_TEXTS),
    ...ofTerms('stage', STAGES, STAGE_TEXTS),
    ...ofTerms('twelveSinsal', TWELVE_SINSAL, TWELVE_SINSAL_TEXTS),
    ...napeumEntries(),
    ...ofWords('hiddenStemRole', HIDDEN_STEM_ROLE_WORDS),
    ...ofWords('pillar', PILLAR_WORDS),
    ...ofWords('palace', PALACE_WORDS),

    ...solarTermEntries(),
    ...ofTerms('moonPhase', MOON_PHASES, MOON_PHASE_TEXTS),
    ...ofWords('calendarPair', CALENDAR_PAIR_WORDS),

    ...ofWords('luckScale', LUCK_SCALE_WORDS),
    ...ofWords('luckDirection', LUCK_DIRECTION_WORDS),
    ...ofWords('sex', SEX_WORDS),
    ...ofWords('hourKnownBy', HOUR_KNOWN_BY_WORDS),
    ...ofWords('boundary', BOUNDARY_WORDS),
    ...ofWords('boundarySide', BOUNDARY_SIDE_WORDS),
    ...ofNames('certaintyFlag', CERTAINTY_FLAG_NAMES, FLAGS),

    ...ofTerms('season', SEASONS, SEASON_TEXTS),
    ...ofTerms('strength', STRENGTHS, STRENGTH_TEXTS),
    ...ofTerms(
      'pattern',
      [
        ...TRANSFORMED_PATTERNS,
        ...SINGLE_ELEMENT_PATTERNS,
        ...FOLLOWING_PATTERNS,
        ...OWN_MONTH_PATTERNS,
        ...TEN_GOD_PATTERNS,
      ],
      PATTERN_TEXTS,
    ),
    ...ofWords('patternGroup', PATTERN_GROUP_WORDS),
    ...ofWords('patternState', PATTERN_STATE_WORDS),
    ...ofTerms('usefulGodMethod', USEFUL_GOD_METHODS, USEFUL_GOD_METHOD_TEXTS),
    ...ofTerms('usefulGodRole', USEFUL_GOD_ROLES, USEFUL_GOD_ROLE_TEXTS),

    ...ofTerms('relation', RELATION_KINDS, RELATION_TEXTS),
    ...ofTerms('relationForm', HYEONG_FORMS, RELATION_FORM_TEXTS),
    ...ofWords('relationPart', RELATION_PART_WORDS),
    ...ofWords('transformation', TRANSFORMATION_WORDS),

    // Stars that are counted from two bases have two rules, and one meaning.
    ...ofTerms('star', [...new Map(allStarRules().map(star => [star.code, star])).values()], STAR_TEXTS),
    ...ofWords('starBase', STAR_BASE_WORDS),
    ...ofWords('starNature', STAR_NATURE_WORDS),
    ...ofTerms('samjae', SAMJAE, SAMJAE_TEXTS),

    ...ofTerms('compatibilityPart', PARTS, COMPATIBILITY_PART_TEXTS),
    ...ofTerms('compatibilityWord', COMPATIBILITY_WORDS, COMPATIBILITY_WORD_TEXTS),

    ...ofTerms('occasion', OCCASIONS, OCCASION_TEXTS),
    ...ofTerms('officer', OFFICERS, OFFICER_TEXTS),
    ...ofTerms('path', PATH_SPIRITS, PATH_TEXTS),
    ...ofTerms('mansion', MANSIONS, MANSION_TEXTS),
    ...ofTerms('dayStar', DAY_STARS, DAY_STAR_TEXTS),
    ...ofTerms('direction', DIRECTIONS, DIRECTION_TEXTS),
    ...ofTerms('marriageJudang', MARRIAGE_JUDANG, MARRIAGE_JUDANG_TEXTS),
    ...ofTerms('movingJudang', MOVING_JUDANG, MOVING_JUDANG_TEXTS),
    ...ofTerms('birthFortune', BIRTH_FORTUNES, BIRTH_FORTUNE_TEXTS),

    ...ofWords('topic', TOPIC_WORDS),
    ...ofWords('sentenceRule', SENTENCE_RULE_WORDS),
    ...ofWords('elementRelation', ELEMENT_RELATION_WORDS),

    ...ofWords('option', OPTION_WORDS),
    ...ruleEntries(),
    ...ofTerms('source', SOURCES, SOURCE_TEXTS),
  ]);
  return entries;
}
