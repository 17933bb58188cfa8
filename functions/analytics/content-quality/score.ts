import type { Verdict } from './flags.ts';

/** What people did with a post until the end of a day; its author's own comments and likes are not counted. */
export interface Engagement {
  readonly views: number;
  readonly likes: number;
  readonly comments: number;
  /** People who wrote those. */
  readonly commenters: number;
  readonly bookmarks: number;
  /** Days since it was published. */
  readonly age: number;
}

/** Each from 0 to 1: how many did something, how many of those who saw it, and how new it is. */
export interface Parts {
  readonly reach: number;
  readonly rate: number;
  readonly freshness: number;
}

/** A like is a tap; a bookmark wants to come back; whoever comments has read; more of one person's comments are a talk. */
const WEIGHTS = { likes: 1, bookmarks: 2, commenters: 3, furtherComments: 0.5 };
/** 2^7 - 1 = 127 interactions are as good as any number: a logarithm, since the hundredth says less than the first. */
const FULL_REACH_BITS = 7;
/** Before anybody has seen a post it is taken to be like others: 1 interaction of 20 views. */
const ASSUMED = { interactions: 1, views: 20 };
/** One interaction for four views is as good as any. */
const FULL_RATE = 0.25;
const HALF_LIFE_DAYS = 7;
/** Of its score, that a post keeps whatever its age: a good one is worth reading after a month, too. */
const KEPT = 0.25;
const SHARES = { reach: 0.6, rate: 0.4 };
const PENALTIES: Readonly<Record<Verdict, number>> = { fine: 1, low_quality: 0.5, spam: 0 };

export function partsOf({ views, likes, comments, commenters, bookmarks, age }: Engagement): Parts {
  const interactions =
    WEIGHTS.likes * likes +
    WEIGHTS.bookmarks * bookmarks +
    WEIGHTS.commenters * commenters +
    WEIGHTS.furtherComments * (comments - commenters);
  // Whoever likes it has seen it, whether or not the view has been counted yet.
  const seen = Math.max(views, likes, commenters, bookmarks);
  const rate = (interactions + ASSUMED.interactions) / (seen + ASSUMED.views);
  return {
    reach: rounded(Math.min(1, Math.log2(1 + interactions) / FULL_REACH_BITS)),
    rate: rounded(Math.min(1, rate / FULL_RATE)),
    freshness: rounded(0.5 ** (age / HALF_LIFE_DAYS)),
  };
}

/** How much a post is worth recommending, 0 to 100. */
export function scoreOf({ reach, rate, freshness }: Parts, verdict: Verdict): number {
  const liked = SHARES.reach * reach + SHARES.rate * rate;
  const score = 100 * liked * (KEPT + (1 - KEPT) * freshness) * PENALTIES[verdict];
  return Math.round(score * 100) / 100;
}

/** So that the parts that are kept give the score that is kept. */
function rounded(part: number): number {
  return Math.round(part * 10_000) / 10_000;
}
