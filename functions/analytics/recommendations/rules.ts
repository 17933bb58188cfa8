import type { Category } from '../categories.ts';
import type { SignalKind } from '../interests/signals.ts';
import { type Evidence, type KeptInterpretation, latest, remaining, type SignalCount } from './evidence.ts';

/** Rules that raise an offer, then those that lower it, in the order in which they are applied. */
export const raisingRules = ['general', 'interest', 'follows', 'rated_well'] as const;
export const loweringRules = ['shown_often', 'taken', 'dismissed'] as const;

export type Rule = (typeof raisingRules)[number] | (typeof loweringRules)[number];

/** Why an offer stands where it does, as data. */
export interface Reason {
  readonly rule: Rule;
  /** What it adds to the score, or takes from it. */
  readonly points: number;
  /** What it rests on: how many, of what. */
  readonly counts: Readonly<Partial<Record<SignalKind | 'interpreted' | 'rated_well', number>>>;
  /** What else it comes from: categories of interpretations. */
  readonly from: readonly Category[];
  /** The last of what it rests on. */
  readonly lastAt: Date | null;
}

/** What an interest is worth, at most; and how much of it there has to be for half of that. */
const MOST_INTEREST = 2;
const HALF_INTEREST = 10;
/** Half of it is gone after a month: what people want to know changes with what they go through. */
const INTEREST_DAYS = 30;

/** A look is cheap; who uses, reads to the end or follows an offer means it. */
const weights: Readonly<Partial<Record<SignalKind, number>>> = { viewed: 1, used: 3, read: 3, taken: 4 };

/** What the user did about a category themselves: viewed, used, read, followed an offer. */
export function interest(category: Category, { signals }: Evidence, now: Date): Reason | undefined {
  const own = signals.filter(signal => signal.category === category && weights[signal.kind] !== undefined);
  const amount = own.reduce(
    (sum, { kind, count, lastAt }) => sum + weights[kind]! * count * remaining(lastAt, now, INTEREST_DAYS),
    0,
  );
  return reason('interest', MOST_INTEREST * share(amount, HALF_INTEREST), own);
}

/** What comes next to mind after an interpretation of a category. */
const next: Readonly<Partial<Record<Category, readonly Category[]>>> = {
  personality: ['relationship', 'wealth'],
  wealth: ['luck', 'auspicious_days'],
  health: ['luck', 'calendar'],
  relationship: ['compatibility', 'personality'],
};

const MOST_FOLLOWING = 0.6;
const MOST_RATED_WELL = 0.6;
const RATED_WELL = 4;
const RATED_BADLY = 2;

/** What follows from interpretations that the user keeps, but for those that they rated badly. */
export function follows(category: Category, { interpretations }: Evidence, now: Date): Reason | undefined {
  const before = leadingTo(category, interpretations).filter(({ rating }) => rating === null || rating > RATED_BADLY);
  const amount = before.reduce((sum, { at }) => sum + remaining(at, now, INTEREST_DAYS), 0);
  return ofInterpretations('follows', MOST_FOLLOWING * share(amount, 1), before, { interpreted: before.length });
}

/** More so where the user rated those well. */
export function ratedWell(category: Category, { interpretations }: Evidence, now: Date): Reason | undefined {
  const liked = leadingTo(category, interpretations).filter(({ rating }) => rating !== null && rating >= RATED_WELL);
  const amount = liked.reduce((sum, { at }) => sum + remaining(at, now, INTEREST_DAYS), 0);
  return ofInterpretations('rated_well', MOST_RATED_WELL * share(amount, 1), liked, { rated_well: liked.length });
}

/** So many shown, and none taken since, halve what an offer is worth. */
const HALF_SHOWN = 5;
const SHOWN_DAYS = 3;
const TAKEN_DAYS = 3;
const DISMISSED_DAYS = 14;

/** Shown again and again and not taken: something else may please more. Forgotten within days, or when it is taken. */
export function shownOften(category: Category, { signals }: Evidence, now: Date, score: number): Reason | undefined {
  const taken = latest(of(signals, category, 'taken').map(({ lastAt }) => lastAt));
  const shown = of(signals, category, 'shown').filter(({ lastAt }) => taken === null || lastAt > taken);
  const amount = shown.reduce((sum, { count, lastAt }) => sum + count * remaining(lastAt, now, SHOWN_DAYS), 0);
  return reason('shown_often', -score * share(amount, HALF_SHOWN), shown);
}

/** Just taken: it sinks to the end, and half of it is back after three days. */
export function taken(category: Category, evidence: Evidence, now: Date, score: number): Reason | undefined {
  return answered('taken', TAKEN_DAYS, category, evidence, now, score);
}

/** Not wanted: it sinks to the end, and half of it is back after two weeks. */
export function dismissed(category: Category, evidence: Evidence, now: Date, score: number): Reason | undefined {
  return answered('dismissed', DISMISSED_DAYS, category, evidence, now, score);
}

function answered(
  kind: 'taken' | 'dismissed',
  halfLifeDays: number,
  category: Category,
  { signals }: Evidence,
  now: Date,
  score: number,
): Reason | undefined {
  const answers = of(signals, category, kind);
  const last = latest(answers.map(({ lastAt }) => lastAt));
  return last === null ? undefined : reason(kind, -score * remaining(last, now, halfLifeDays), answers);
}

/** Whether it is there to be read already: it is not offered again. */
export function isKept(category: Category, { interpretations }: Evidence): boolean {
  return interpretations.some(kept => kept.category === category);
}

/** From 0 to 1: a half at `half`, and never more however much there is. */
function share(amount: number, half: number): number {
  return amount / (amount + half);
}

function of(signals: readonly SignalCount[], category: Category, kind: SignalKind): readonly SignalCount[] {
  return signals.filter(signal => signal.category === category && signal.kind === kind);
}

function leadingTo(category: Category, interpretations: readonly KeptInterpretation[]): readonly KeptInterpretation[] {
  return interpretations.filter(kept => next[kept.category]?.includes(category));
}

function reason(rule: Rule, points: number, signals: readonly SignalCount[]): Reason | undefined {
  if (signals.length === 0) return undefined;
  const counts: Partial<Record<SignalKind, number>> = {};
  for (const { kind, count } of signals) counts[kind] = (counts[kind] ?? 0) + count;
  return { rule, points, counts, from: [], lastAt: latest(signals.map(({ lastAt }) => lastAt)) };
}

function ofInterpretations(
  rule: Rule,
  points: number,
  interpretations: readonly KeptInterpretation[],
  counts: Reason['counts'],
): Reason | undefined {
  if (interpretations.length === 0) return undefined;
  const from = [...new Set(interpretations.map(({ category }) => category))].toSorted();
  return { rule, points, counts, from, lastAt: latest(interpretations.map(({ at }) => at)) };
}
