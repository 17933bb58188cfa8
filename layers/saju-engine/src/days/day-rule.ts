import { type Fact, fact, type Reason, type Rule } from '../analysis/reason.ts';
import type { SourceCode } from '../analysis/sources.ts';
import { BIRTH_FORTUNES } from './birth-fortune.ts';
import type { DayNumbers } from './day-numbers.ts';
import type { DayPerson } from './day-person.ts';
import { DAY_STARS, type DayStarCode, dayStarIndex } from './day-stars.ts';
import { type DirectionCode, son, yearDirections } from './directions.ts';
import { type Judang, MARRIAGE_JUDANG, MOVING_JUDANG, marriageJudang, movingJudang } from './judang.ts';
import { OFFICERS } from './officers.ts';
import { PATH_SPIRITS } from './yellow-path.ts';

/** A day as it is judged for an occasion. */
export interface JudgedDay {
  readonly numbers: DayNumbers;
  readonly people: readonly DayPerson[];
  /** 생기복덕 of each of the people, as indices in `BIRTH_FORTUNES`; −1 before the first birthday. */
  readonly fortunes: readonly number[];
  /** Where a move goes. */
  readonly direction: DirectionCode | null;
}

/** A rule of choosing days. */
export interface DayRule extends Rule {
  /** What it counts; 0 for one that excludes. */
  readonly points: number;
  /** The facts of a day by which it holds; null where it does not. */
  readonly facts: (day: JudgedDay) => readonly Fact[] | null;
}

/** A judgement of a day: a reason with what it counts. */
export interface DayJudgement extends Reason {
  readonly points: number;
}

/** A rule that holds, as a judgement. */
export function judgement({ rule, source, points }: DayRule, facts: readonly Fact[]): DayJudgement {
  return { rule, source, points, facts };
}

function dayRule(rule: string, source: SourceCode, points: number, facts: DayRule['facts']): DayRule {
  return Object.freeze({ rule, source, points, facts });
}

/** By the day's spirit of the yellow or the black path. */
export function path(color: 'yellow' | 'black', points: number): DayRule {
  const facts = PATH_SPIRITS.map(({ code, isYellow }) =>
    isYellow === (color === 'yellow') ? [fact('path', code), fact('path.isYellow', isYellow)] : null,
  );
  return dayRule(`day_${color}_path`, 'hyeopgi', points, ({ numbers }) => facts[numbers.path]!);
}

/** By the day's 건제, any of those in `hanja`. */
export function officer(hanja: string, points = 0): DayRule {
  const facts = OFFICERS.map(term => (hanja.includes(term.hanja) ? [fact('officer', term.code)] : null));
  return dayRule('day_officer', 'practice', points, ({ numbers }) => facts[numbers.officer]!);
}

/** By a star of the day. */
export function star(code: DayStarCode, points = 0): DayRule {
  const index = dayStarIndex(code);
  const facts = [fact(`stars.${code}`, code)];
  return dayRule(`day_${code}`, DAY_STARS[index]!.source, points, ({ numbers }) =>
    (numbers.stars >> index) & 1 ? facts : null,
  );
}

/** By 주당, where it is good or where it is not. */
export function judang(occasion: 'marriage' | 'moving', isGood: boolean, points: number): DayRule {
  const placeOf = occasion === 'marriage' ? marriageJudang : movingJudang;
  const facts = new Map<Judang, readonly Fact[]>();
  for (const place of occasion === 'marriage' ? MARRIAGE_JUDANG : MOVING_JUDANG) {
    if (place.isGood !== isGood) continue;
    facts.set(place, [fact(`judang.${occasion}`, place.code), fact(`judang.${occasion}.isGood`, isGood)]);
  }
  return dayRule(`day_${occasion}_judang`, 'cheongi', points, ({ numbers }) => {
    return facts.get(placeOf(numbers.lunar.day, numbers.monthLength)) ?? null;
  });
}

/** 손없는날. */
export function sonFree(points: number): DayRule {
  const facts = [fact('son.isFree', true)];
  return dayRule('day_son_free', 'practice', points, ({ numbers }) => (son(numbers.lunar.day).isFree ? facts : null));
}

/** 손 elsewhere than in the direction of the move. */
export function sonElsewhere(points: number): DayRule {
  return dayRule('day_son_elsewhere', 'practice', points, ({ numbers, direction }) => {
    const at = son(numbers.lunar.day).direction;
    return at !== null && direction !== null && at.code !== direction ? [fact('son.direction', at.code)] : null;
  });
}

/** 손 in the direction of the move. */
export function sonAhead(points: number): DayRule {
  return dayRule('day_son_ahead', 'practice', points, ({ numbers, direction }) => {
    const at = son(numbers.lunar.day).direction;
    return at !== null && at.code === direction ? [fact('son.direction', at.code)] : null;
  });
}

/** The direction of the move is the year's 대장군방 or 삼살방. */
export function direction(name: 'daejanggun' | 'samsal'): DayRule {
  return dayRule(`day_${name}`, 'hyeopgi', 0, ({ numbers, direction }) => {
    const { code } = yearDirections(numbers.year % 12)[name];
    return code === direction ? [fact(`directions.${name}`, code)] : null;
  });
}

/** 생기복덕: every one of the people (and there is one) has one of these fortunes. */
export function everyFortune(codes: string, points: number): DayRule {
  const wanted = fortunes(codes);
  return dayRule('day_birth_fortune', 'cheongi', points, ({ people, fortunes }) => {
    for (const index of fortunes) if (!wanted.includes(index)) return null;
    return people.length === 0 ? null : people.map(({ code }, n) => fortuneFact(code, fortunes[n]!));
  });
}

/** 생기복덕: one of the people has one of these fortunes. */
export function anyFortune(codes: string, points = 0): DayRule {
  const unwanted = fortunes(codes);
  return dayRule('day_birth_fortune', 'cheongi', points, ({ people, fortunes }) => {
    let found: Fact[] | null = null;
    for (let n = 0; n < fortunes.length; n++) {
      if (!unwanted.includes(fortunes[n]!)) continue;
      found ??= [];
      found.push(fortuneFact(people[n]!.code, fortunes[n]!));
    }
    return found;
  });
}

function fortunes(codes: string): readonly number[] {
  return codes.split(' ').map(code => BIRTH_FORTUNES.findIndex(term => term.code === code));
}

function fortuneFact(person: string, fortune: number): Fact {
  return fact(`fortunes.${person}`, BIRTH_FORTUNES[fortune]!.code);
}
