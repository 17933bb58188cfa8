import { type AcceptedChoices, choose } from './accepted-values.ts';

/** The clock on which day and hour pillars are read. */
export type TimeBasis = 'clock' | 'standard' | 'lmt' | 'apparent';

/** What happens between 23:00 and 24:00: 야자시/조자시, 정자시, or neither. */
export type Jasi = 'split' | 'jasi' | 'midnight';

/** How the exact start age of 대운 becomes a whole number of years. */
export type DaeunRounding = 'round' | 'floor' | 'ceil' | 'traditional';

/** Choices on which schools differ. All have defaults. */
export interface Options {
  readonly timeBasis: TimeBasis;
  readonly jasi: Jasi;
  readonly daeunRounding: DaeunRounding;
  /** 월률분야 (days of the month) or 인원용사 (without 여기 in 子 卯 午 酉 亥). */
  readonly hiddenStems: 'wollyul' | 'inwon';
  /** Yin stems through the twelve stages: in reverse (양생음사) or as the yang stem (음포태). */
  readonly yinStages: 'reverse' | 'eumpotae';
  /** Earth goes with fire (화토동궁) or with water (수토동궁). */
  readonly earthStages: 'hwato' | 'suto';
  /** 명궁 and 신궁 count the month from its 중기 or from its 절. */
  readonly palaceMonth: 'junggi' | 'jeolgi';
  /** 午未 in 육합 aims at fire (화), at earth (토), or at nothing. */
  readonly omiHap: 'fire' | 'earth' | 'none';
  /** 양인 for all day stems, or for yang stems only. */
  readonly yangin: 'all' | 'yang';
  /** 괴강: 庚辰 庚戌 壬辰 戊戌 (삼명통회), or 壬戌 too. */
  readonly goegang: 'four' | 'five';
  /** A 삼합 with the month branch is noted beside the pattern, or names it (회국). */
  readonly hoeguk: 'note' | 'rename';
}

const ACCEPTED: AcceptedChoices<Options> = {
  timeBasis: ['lmt', 'clock', 'standard', 'apparent'],
  jasi: ['split', 'jasi', 'midnight'],
  daeunRounding: ['round', 'floor', 'ceil', 'traditional'],
  hiddenStems: ['wollyul', 'inwon'],
  yinStages: ['reverse', 'eumpotae'],
  earthStages: ['hwato', 'suto'],
  palaceMonth: ['junggi', 'jeolgi'],
  omiHap: ['fire', 'earth', 'none'],
  yangin: ['all', 'yang'],
  goegang: ['four', 'five'],
  hoeguk: ['note', 'rename'],
};

export const DEFAULT_OPTIONS: Options = Object.freeze(choose(ACCEPTED));

/**
 * The given choices, the defaults for the rest.
 * @throws SajuError `invalid_value`
 */
export function withDefaults(given: Partial<Options> | undefined): Options {
  return given ? choose(ACCEPTED, given) : DEFAULT_OPTIONS;
}
