/**
 * `@heal7/saju-engine`: Four Pillars (saju) to the second, with a measure of certainty.
 * Pure: no dependency, no clock, no I/O; the same input gives the same bytes.
 */

export { type HiddenStem, type HiddenStemRole, hiddenStems } from './analysis/hidden-stems.ts';
export { NAPEUM, napeum } from './analysis/napeum.ts';
export { type Palaces, palaces } from './analysis/palaces.ts';
export type { Pattern } from './analysis/pattern/pattern.ts';
export type { Pillar } from './analysis/pillar.ts';
export type { Reading } from './analysis/reading.ts';
export { type Fact, factAt, type Reason, type Rule } from './analysis/reason.ts';
export type { LuckRelation } from './analysis/relations/luck-relations.ts';
export type { Relation, RelationCode, Transformation } from './analysis/relations/relations.ts';
export type { VoidPillar } from './analysis/relations/void-pillars.ts';
export { PILLAR_NAMES, type PillarName } from './analysis/saju.ts';
export type { Saryeong } from './analysis/saryeong.ts';
export { SOURCES, type SourceCode } from './analysis/sources.ts';
export type { Star } from './analysis/stars/star.ts';
export {
  type ByElement,
  type ElementBalance,
  type FiveElements,
  SEASONS,
} from './analysis/strength/five-elements.ts';
export { STRENGTHS, type Strength } from './analysis/strength/strength.ts';
export type { TenGodStrength } from './analysis/strength/ten-gods-strength.ts';
export { TEN_GODS, tenGodOfBranch, tenGodOfStem } from './analysis/ten-gods.ts';
export { TWELVE_SINSAL, type TwelveSinsal, twelveSinsal } from './analysis/twelve-sinsal.ts';
export { STAGES, stage } from './analysis/twelve-stages.ts';
export type { UsefulGod, UsefulGodCandidate } from './analysis/useful-god/useful-god.ts';
export { voidBranches } from './analysis/void-branches.ts';
export { BRANCHES, type Branch } from './calendar/branches.ts';
export type { DateSpan } from './calendar/date-span.ts';
export { ELEMENTS, type ElementCode, POLARITIES, type PolarityCode } from './calendar/elements.ts';
export {
  isUncertain,
  type LunarDate,
  leapMonth,
  lunarDate,
  lunarDayNumber,
  lunarMonth,
} from './calendar/lunar.ts';
export {
  type CalendarPair,
  type DatedSolarTerm,
  datedSolarTerm,
  type ManseDay,
  manseDay,
  type Observer,
} from './calendar/manse-day.ts';
export { dayInRange, FIRST_DAY, LAST_DAY, RANGE } from './calendar/range.ts';
export { GAPJA, type Gapja, gapjaIndex } from './calendar/sexagenary.ts';
export {
  FIRST_TERM_YEAR,
  LAST_TERM_YEAR,
  lastTermSerial,
  SOLAR_TERMS,
  type SolarTerm,
  TERM_INSTANTS,
  termSerial,
} from './calendar/solar-terms.ts';
export { STEMS, type Stem } from './calendar/stems.ts';
export { type Birth, birthDay, HOUR_BRANCHES, type HourBranch, type Place, SEOUL } from './chart/birth.ts';
export type { BoundaryKind } from './chart/boundary.ts';
export type { Certainty, Flag, FlagCode, PillarCertainty } from './chart/certainty.ts';
export { type Chart, type ChartRequest, chart } from './chart/chart.ts';
export type { Corrections } from './chart/corrections.ts';
export { type FourPillars, fourPillars } from './chart/four-pillars.ts';
export { type FullChart, fullChart, readPillars } from './chart/full-chart.ts';
export { type PillarMatch, type PillarQuery, searchPillars } from './chart/pillar-search.ts';
export { type AlmanacDay, almanacDay } from './days/almanac-day.ts';
export {
  type AuspiciousDay,
  type AuspiciousDays,
  type AuspiciousDaysRequest,
  auspiciousDays,
  type DayOptions,
  type ExcludedDay,
} from './days/auspicious-days.ts';
export { DIRECTIONS, type DirectionCode } from './days/directions.ts';
export { OCCASIONS, type Occasion } from './days/occasions.ts';
export { SajuError, type SajuErrorCode } from './errors.ts';
export { GLOSSARY_KINDS, type GlossaryKind } from './glossary/kinds.ts';
export type { LuckDirection, Sex, StartAge } from './luck/daeun.ts';
export type { LuckCycle, LuckCycles } from './luck/luck-cycles.ts';
export {
  type DaeunInSpan,
  type DayLuck,
  LUCK_SCALES,
  type LuckOfSpan,
  type LuckScale,
  luckOfSpan,
  type MonthLuck,
  type YearLuck,
} from './luck/luck-of-span.ts';
export { type LuckOfYear, luckOfYear } from './luck/luck-of-year.ts';
export type { LuckPillar } from './luck/luck-pillar.ts';
export { type DaeunRounding, DEFAULT_OPTIONS, type Jasi, type Options, type TimeBasis } from './options.ts';
export { type Compatibility, compatibility } from './pair/compatibility.ts';
export { equationOfTime } from './sky/equation-of-time.ts';
export { MOON_PHASES } from './sky/moon-phase.ts';
export { type EclipticPosition, sunPosition } from './sky/sun.ts';
export type { Term } from './term.ts';
export { type CivilDate, civilDate, dayNumber, isoDate, isoInstant } from './time/civil-date.ts';
export type { Fold } from './time/clock-time.ts';
export { gregorianDay } from './time/iso-fields.ts';
export { isTimeZone } from './time/zone.ts';
export { ENGINE_VERSION } from './version.ts';
