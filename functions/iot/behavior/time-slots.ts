/** Parts of a Korean day: before noon, before six in the evening, after. */
export const timeSlots = ['morning', 'afternoon', 'evening'] as const;

export type TimeSlot = (typeof timeSlots)[number];

/** A stretch of time, in milliseconds since 1970: its end is not part of it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A part of a Korean day. */
export interface SlotOfDay {
  /** `2026-11-25` */
  readonly date: string;
  readonly slot: TimeSlot;
  readonly span: Span;
}

/** Korea's clock has not changed since 1988. */
const KOREA_MS = 9 * 3_600_000;
const DAY_MS = 86_400_000;
/** When each part begins, after midnight. */
const STARTS_MS: readonly number[] = [0, 12, 18].map(hour => hour * 3_600_000);

/** The parts of days that a stretch of time touches, in order. */
export function slotsOf({ from, to }: Span): readonly SlotOfDay[] {
  const slots: SlotOfDay[] = [];
  for (let midnight = koreanMidnight(from); midnight < to; midnight += DAY_MS) {
    const date = new Date(midnight + KOREA_MS).toISOString().slice(0, 10);
    for (const [at, slot] of timeSlots.entries()) {
      const span = { from: midnight + STARTS_MS[at]!, to: midnight + (STARTS_MS[at + 1] ?? DAY_MS) };
      if (overlap(span, { from, to }) !== undefined) slots.push({ date, slot, span });
    }
  }
  return slots;
}

function koreanMidnight(at: number): number {
  return Math.floor((at + KOREA_MS) / DAY_MS) * DAY_MS - KOREA_MS;
}

/** What two stretches have in common; undefined where that is nothing. */
export function overlap(one: Span, other: Span): Span | undefined {
  const from = Math.max(one.from, other.from);
  const to = Math.min(one.to, other.to);
  return from < to ? { from, to } : undefined;
}
