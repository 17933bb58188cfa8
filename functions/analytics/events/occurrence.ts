import { type FieldIssue, InvalidRequest } from '../../../platform/errors/field-issue.ts';
import type { FieldKind } from '../../../platform/errors/field-kind.ts';
import type { ReportedEvent } from './reported-event.ts';

/** Clocks of devices are fast by minutes where they are wrong by little. */
const MOST_AHEAD_MS = 5 * 60_000;

/** What was kept on a device without a network; sessions and offers of a week ago are nobody's concern. */
const OLDEST_MS = 7 * 86_400_000;

const occurredInTheFuture = {
  code: 'occurred_in_the_future',
  detail: {
    ko: '서버 시각보다 5분 넘게 앞선 시각입니다. 기기의 시계를 확인해 주세요.',
    en: 'This is more than 5 minutes ahead of our clock: that of the device is wrong.',
  },
} as const satisfies FieldKind;

const occurredTooLongAgo = {
  code: 'occurred_too_long_ago',
  detail: {
    ko: '7일보다 오래된 일은 받지 않습니다. 빼고 보내 주세요.',
    en: 'What happened more than 7 days ago is not taken. Leave it out.',
  },
} as const satisfies FieldKind;

/** Why the time of an event may be refused. */
export const occurrenceErrors = [occurredInTheFuture, occurredTooLongAgo] as const;

/** @throws InvalidRequest naming every event that did not happen in the last week, as far as clocks agree. */
export function refuseOtherTimes(events: readonly ReportedEvent[], now: Date): void {
  const issues = events.flatMap(({ occurredAt }, index): FieldIssue[] => {
    const agoMs = now.getTime() - Date.parse(occurredAt);
    const fault = agoMs < -MOST_AHEAD_MS ? occurredInTheFuture : agoMs > OLDEST_MS ? occurredTooLongAgo : undefined;
    return fault === undefined ? [] : [{ in: 'body', path: `events.${index}.occurredAt`, ...fault }];
  });
  if (issues.length > 0) throw new InvalidRequest(issues);
}

/** In the order in which they happened; of one instant, as they were sent. */
export function inOrder(events: readonly ReportedEvent[]): readonly ReportedEvent[] {
  return events.toSorted((a, b) => Date.parse(a.occurredAt) - Date.parse(b.occurredAt));
}
