import { type AcceptedChoices, acceptOnly, choose } from '../accepted-values.ts';
import { type Reason, reason } from '../analysis/reason.ts';
import { type DateSpan, daysOfSpan } from '../calendar/date-span.ts';
import type { LunarDate } from '../calendar/lunar.ts';
import { dayInRange } from '../calendar/range.ts';
import { GAPJA, type Gapja } from '../calendar/sexagenary.ts';
import type { ChartRequest } from '../chart/chart.ts';
import { spanBeforeBirth } from '../errors.ts';
import type { Term } from '../term.ts';
import { civilDate, isoDate } from '../time/civil-date.ts';
import { ENGINE_VERSION } from '../version.ts';
import { BIRTH_FORTUNES, birthFortune } from './birth-fortune.ts';
import { type DayNumbers, dayNumbers } from './day-numbers.ts';
import { type DayPerson, dayPerson } from './day-person.ts';
import { type DayJudgement, type DayRule, type JudgedDay, judgement } from './day-rule.ts';
import { DIRECTIONS, type DirectionCode } from './directions.ts';
import { OCCASIONS, type Occasion, occasionRules } from './occasions.ts';
import { type PersonDay, personDay } from './person-rules.ts';

/** Choices in choosing days. All have defaults. */
export interface DayOptions {
  /** The age of 생기복덕: 세는나이 by the calendar year, or 만 나이. */
  readonly age: 'korean' | 'international';
  /**
   * Where a move goes: 대장군방 and 삼살방 exclude it, 손 counts against it. These are of the four quarters: a move between
   * two of them, to the southeast say, meets none. Null: wherever.
   */
  readonly direction: DirectionCode | null;
}

const ACCEPTED: AcceptedChoices<DayOptions> = {
  age: ['korean', 'international'],
  direction: [null, ...DIRECTIONS.map(({ code }) => code)],
};

export const DEFAULT_DAY_OPTIONS: DayOptions = Object.freeze(choose(ACCEPTED));

/** What days are asked for. */
export interface AuspiciousDaysRequest extends DateSpan {
  readonly occasion: Occasion;
  /** Those whose charts the days must suit; without any, the almanac alone judges. */
  readonly people?: readonly ChartRequest[];
  readonly options?: Partial<DayOptions>;
}

/**
 * A day that may be chosen. The facts of its judgements read back from the day's `almanacDay`, from this object
 * (`fortunes`) and from the answer (`people`).
 */
export interface AuspiciousDay {
  readonly solarDate: string;
  readonly lunarDate: LunarDate;
  /** 일진. */
  readonly pillar: Gapja;
  /** 생기복덕 of each of the people by their code; none before the first birthday. */
  readonly fortunes: Readonly<Record<string, Term>>;
  /** 0 to 100: 50 and the points of all judgements, and the cap. */
  readonly score: number;
  readonly wants: readonly DayJudgement[];
  readonly blemishes: readonly DayJudgement[];
  /** What the limits of the score take off (below 0) or give back; mostly 0. */
  readonly cap: number;
}

/** A day that may not be chosen, with every reason. */
export interface ExcludedDay {
  readonly solarDate: string;
  readonly lunarDate: LunarDate;
  readonly pillar: Gapja;
  readonly fortunes: Readonly<Record<string, Term>>;
  readonly reasons: readonly Reason[];
}

/** 택일: the days of a span that suit an occasion. */
export interface AuspiciousDays {
  readonly engineVersion: string;
  readonly occasion: Occasion;
  readonly from: string;
  readonly to: string;
  readonly options: DayOptions;
  readonly people: readonly DayPerson[];
  /** Best first: by the points before the cap, then by date. */
  readonly days: readonly AuspiciousDay[];
  /** By date. */
  readonly excluded: readonly ExcludedDay[];
}

const MIDDLE = 50;
const MAX = 100;

/**
 * The days of a span (both ends included, dates of Korea) that suit an occasion and everyone concerned, each with what
 * speaks for it and against it, and those that do not, with why.
 * @throws SajuError `invalid_value` for the occasion or an option, `invalid_date` for the span's dates and for an end before
 *   the start, `span_before_birth` for a start before a birth, `date_out_of_range`, and as `fullChart` with a path from `people`
 */
export function auspiciousDays(request: AuspiciousDaysRequest): AuspiciousDays {
  const { occasion, from, to } = request;
  acceptOnly(
    occasion,
    OCCASIONS.map(({ code }) => code),
    'occasion',
  );
  const options = choose(ACCEPTED, request.options);
  const [first, last] = daysOfSpan(request);
  dayInRange(first, ['from']);
  dayInRange(last, ['to']);
  const people = (request.people ?? []).map(dayPerson);
  const births = people.map(({ solarDate }) => solarDate);
  const youngest = [...births].sort().at(-1);
  if (youngest !== undefined && from < youngest) {
    throw spanBeforeBirth({ birth: youngest, person: `people.${births.indexOf(youngest)}` });
  }
  const days: AuspiciousDay[] = [];
  const excluded: ExcludedDay[] = [];
  const personDays: (readonly PersonDay[])[] = [];
  for (let day = first; day <= last; day++) {
    const numbers = dayNumbers(day);
    personDays[numbers.day] ??= people.map(person => personDay(numbers.day, person, occasion));
    judge(numbers, people, personDays[numbers.day]!, occasion, options, days, excluded);
  }
  days.sort(
    (one, other) => other.score - other.cap - (one.score - one.cap) || (one.solarDate < other.solarDate ? -1 : 1),
  );
  return { engineVersion: ENGINE_VERSION, occasion, from, to, options, people, days, excluded };
}

/** Judges a day and puts it where it belongs. */
function judge(
  numbers: DayNumbers,
  people: readonly DayPerson[],
  personDays: readonly PersonDay[],
  occasion: Occasion,
  { age, direction }: DayOptions,
  days: AuspiciousDay[],
  excluded: ExcludedDay[],
): void {
  const fortunes = people.map(person => fortuneOn(numbers, person, age));
  const judged: JudgedDay = { numbers, people, fortunes, direction };
  const rules = occasionRules(occasion);
  const head = {
    solarDate: isoDate(numbers.dayNumber),
    lunarDate: numbers.lunar,
    pillar: GAPJA[numbers.day]!,
    fortunes: fortuneTerms(people, fortunes),
  };

  const reasons: Reason[] = [];
  for (const rule of rules.excludes) {
    const facts = rule.facts(judged);
    if (facts !== null) reasons.push(reason(rule, facts));
  }
  for (const { excludes } of personDays) reasons.push(...excludes);
  if (reasons.length > 0) {
    excluded.push({ ...head, reasons });
    return;
  }

  const wants = judgements(rules.wants, judged);
  const blemishes = judgements(rules.blemishes, judged);
  for (const person of personDays) {
    wants.push(...person.wants);
    blemishes.push(...person.blemishes);
  }
  const sum = MIDDLE + total(wants) + total(blemishes);
  const score = Math.max(0, Math.min(MAX, sum));
  days.push({ ...head, score, wants, blemishes, cap: score - sum });
}

function judgements(rules: readonly DayRule[], judged: JudgedDay): DayJudgement[] {
  const found: DayJudgement[] = [];
  for (const rule of rules) {
    const facts = rule.facts(judged);
    if (facts !== null) found.push(judgement(rule, facts));
  }
  return found;
}

function total(judgements: readonly DayJudgement[]): number {
  let sum = 0;
  for (const { points } of judgements) sum += points;
  return sum;
}

/** Index in `BIRTH_FORTUNES` of what a day is to a person; −1 at age 0. */
function fortuneOn({ dayNumber, day }: DayNumbers, { sex, solarDate }: DayPerson, counting: DayOptions['age']): number {
  const age = ageOn(dayNumber, solarDate, counting);
  return age === 0 ? -1 : birthFortune(sex, age, day % 12);
}

function ageOn(dayNumber: number, birthDate: string, counting: DayOptions['age']): number {
  const { year, month, day } = civilDate(dayNumber);
  const years = year - Number(birthDate.slice(0, 4));
  if (counting === 'korean') return years + 1;
  const birthday = 100 * Number(birthDate.slice(5, 7)) + Number(birthDate.slice(8));
  return 100 * month + day < birthday ? years - 1 : years;
}

function fortuneTerms(people: readonly DayPerson[], fortunes: readonly number[]): Record<string, Term> {
  const terms: Record<string, Term> = {};
  for (let n = 0; n < people.length; n++) {
    const fortune = fortunes[n]!;
    if (fortune >= 0) terms[people[n]!.code] = BIRTH_FORTUNES[fortune]!;
  }
  return terms;
}
