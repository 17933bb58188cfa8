import type { Evidence } from './evidence.ts';
import { type Offer, offers } from './offers.ts';
import { dismissed, follows, interest, isKept, type Reason, ratedWell, shownOften, taken } from './rules.ts';

/** An offer with what it is worth to somebody, and why. */
export interface RankedOffer {
  readonly offer: Offer;
  /** The sum of its reasons' points; never negative. */
  readonly score: number;
  readonly reasons: readonly Reason[];
}

const raising = [interest, follows, ratedWell];
/** Each takes its part of what the one before has left. */
const lowering = [shownOften, taken, dismissed];

/** What to offer, the best first, to whom this is known of. By the same evidence and at the same time always the same. */
export function rank(evidence: Evidence, now: Date): readonly RankedOffer[] {
  return offers
    .filter(({ category }) => !isKept(category, evidence))
    .map(offer => weighed(offer, evidence, now))
    .toSorted((a, b) => b.score - a.score || offers.indexOf(a.offer) - offers.indexOf(b.offer));
}

function weighed(offer: Offer, evidence: Evidence, now: Date): RankedOffer {
  const { category, worth } = offer;
  const reasons: Reason[] = [{ rule: 'general', points: worth, counts: {}, from: [], lastAt: null }];
  let score = worth;
  const add = (reason: Reason | undefined) => {
    if (reason === undefined) return;
    const points = rounded(reason.points);
    score = rounded(score + points);
    reasons.push({ ...reason, points });
  };
  for (const rule of raising) add(rule(category, evidence, now));
  for (const rule of lowering) add(rule(category, evidence, now, score));
  return { offer, score, reasons };
}

/** To ten-thousandths, so that what is shown adds up. */
function rounded(points: number): number {
  // `-0` is 0.
  return Math.round(points * 10_000) / 10_000 + 0;
}
