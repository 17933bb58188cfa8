import type { Entry } from './activity.ts';

/** A stretch of a user's time, with its ends. */
export interface Span {
  readonly userId: string;
  readonly from: Date;
  readonly to: Date;
}

/** The first 101 entries of a session whose first and last are less than 300 seconds apart: when those two were. */
export interface Burst {
  readonly began: Date;
  readonly reached: Date;
}

/** What a user did without a pause of over 30 minutes. */
export interface Session extends Span {
  readonly entries: number;
  /** Null where it has none, as far as is known. */
  readonly burst: Burst | null;
}

const PAUSE_MS = 30 * 60_000;
const BURST_MS = 300_000;

/**
 * The sessions that former ones and more entries make together. What comes late may join two: sessions have no gap for a third,
 * so that their ends and numbers are all there is to know of what was before.
 */
export function joined(former: readonly Session[], added: readonly Entry[]): readonly Session[] {
  const entries = added.map(({ userId, at }): Session => ({ userId, from: at, to: at, entries: 1, burst: null }));
  const sessions: Session[] = [];
  for (const next of inTime([...former, ...entries])) {
    const last = sessions.at(-1);
    if (last?.userId === next.userId && isNear(last, next, PAUSE_MS)) sessions[sessions.length - 1] = union(last, next);
    else sessions.push(next);
  }
  return sessions;
}

/** Of two sessions the first has the first burst. */
function union(first: Session, next: Session): Session {
  return {
    ...first,
    to: next.to > first.to ? next.to : first.to,
    entries: first.entries + next.entries,
    burst: first.burst ?? next.burst,
  };
}

/** Stretches that have every burst in them of which one of the entries is part. None of a user's overlap. */
export function neighbourhoods(added: readonly Entry[]): readonly Span[] {
  const spans: Span[] = [];
  for (const next of inTime(added.map(around))) {
    const last = spans.at(-1);
    if (last?.userId === next.userId && isNear(last, next, 0)) spans[spans.length - 1] = { ...last, to: next.to };
    else spans.push(next);
  }
  return spans;
}

function around({ userId, at }: Entry): Span {
  return { userId, from: new Date(at.getTime() - BURST_MS), to: new Date(at.getTime() + BURST_MS) };
}

/** For each user, the stretch of their time from the first of the entries to the last. */
export function spansOf(added: readonly Entry[]): readonly Span[] {
  const byUser = new Map<string, Span>();
  for (const { userId, at } of added) {
    const { from, to } = byUser.get(userId) ?? { from: at, to: at };
    byUser.set(userId, { userId, from: at < from ? at : from, to: at > to ? at : to });
  }
  return [...byUser.values()];
}

/** All of a user's time. */
export function ever(userId: string): Span {
  return { userId, from: new Date(0), to: new Date('9999-12-31T23:59:59Z') };
}

/** Whether two stretches of one user's time have an instant in common. */
export function overlap(a: Span, b: Span): boolean {
  return a.userId === b.userId && a.from <= b.to && b.from <= a.to;
}

function isNear(before: Span, after: Span, mostMs: number): boolean {
  return after.from.getTime() - before.to.getTime() <= mostMs;
}

function inTime<Stretch extends Span>(spans: readonly Stretch[]): readonly Stretch[] {
  return spans.toSorted((a, b) => {
    if (a.userId !== b.userId) return a.userId < b.userId ? -1 : 1;
    return a.from.getTime() - b.from.getTime();
  });
}
