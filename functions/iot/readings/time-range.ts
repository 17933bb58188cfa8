import { InvalidRequest } from '../../../platform/errors/field-issue.ts';
import type { FieldKind } from '../../../platform/errors/field-kind.ts';
import { recordedInstantInput } from '../../../platform/vocabulary/dates.ts';
import { invalidSpan, spanTooLong } from '../../../platform/vocabulary/span.ts';

/** What is answered of a stretch of time: readings as they are, or aggregates of each minute or hour. */
export const resolutions = ['raw', '1m', '1h'] as const;

export type Resolution = (typeof resolutions)[number];

/** Of which minutes or hours are aggregated. Hours of UTC are hours of Korea. */
export type BucketResolution = Exclude<Resolution, 'raw'>;

/** Milliseconds since 1970: from one, included, to another, not included. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

/** What a caller asks for. */
export interface RangeInput {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

interface RangeRule {
  /** Ranges are widened to whole ones. */
  readonly bucketMs: number;
  readonly defaultMs: number;
  readonly mostMs: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A reading may be so far ahead of our clock, by the device's: the latest is in the range when nothing is said. */
const AHEAD = 5 * MINUTE;

/** Of one device, which is answered in pages: 7 days of a reading a second are 604,800, of minutes 10,080. */
export const deviceRanges: Readonly<Record<Resolution, RangeRule>> = {
  raw: { bucketMs: 1, defaultMs: HOUR, mostMs: 7 * DAY },
  '1m': { bucketMs: MINUTE, defaultMs: 6 * HOUR, mostMs: 7 * DAY },
  '1h': { bucketMs: HOUR, defaultMs: 7 * DAY, mostMs: 366 * DAY },
};

/** Across devices, in one answer: 1,440 minutes, or 1,488 hours, of each device at the place. */
export const locationRanges: Readonly<Record<BucketResolution, RangeRule>> = {
  '1m': { bucketMs: MINUTE, defaultMs: 6 * HOUR, mostMs: DAY },
  '1h': { bucketMs: HOUR, defaultMs: 7 * DAY, mostMs: 62 * DAY },
};

/** Of a query. */
export const rangeQuery = {
  from: recordedInstantInput.optional().meta({
    description: 'Included. Where it is left out: an hour (raw), six hours (1m) or seven days (1h) before `to`.',
    examples: ['2026-11-24T09:00:00+09:00'],
  }),
  to: recordedInstantInput.optional().meta({
    description: 'Not included. Where it is left out: in five minutes, as far as a device’s clock may be ahead.',
    examples: ['2026-11-24T10:00:00+09:00'],
  }),
};

/**
 * The range that is meant, widened to whole minutes or hours.
 * @throws InvalidRequest `invalid_span` where it ends before it begins, `span_too_long`
 */
export function timeRange({ from, to }: RangeInput, { bucketMs, defaultMs, mostMs }: RangeRule, now: Date): TimeRange {
  const end = to === undefined ? now.getTime() + AHEAD : Date.parse(to);
  const start = from === undefined ? end - defaultMs : Date.parse(from);
  if (end <= start) throw refused('to', { ...invalidSpan, detail: endsEarly });
  // What was asked, not what it is widened to: whoever asks for 24 hours from half past gets them.
  if (end - start > mostMs) throw refused('from', { ...spanTooLong, detail: tooLong(mostMs) });
  return { from: Math.floor(start / bucketMs) * bucketMs, to: Math.ceil(end / bucketMs) * bucketMs };
}

function refused(path: 'from' | 'to', kind: FieldKind) {
  return new InvalidRequest([{ in: 'query', path, ...kind }]);
}

const endsEarly = { ko: 'to는 from보다 뒤여야 합니다.', en: 'to must be after from.' };

function tooLong(mostMs: number) {
  const hours = mostMs / HOUR;
  const [ko, en] = hours > 24 ? [`${hours / 24}일`, `${hours / 24} days`] : [`${hours}시간`, `${hours} hours`];
  return {
    ko: `이 resolution으로는 한 번에 ${ko}까지 볼 수 있습니다. 더 긴 기간은 더 거친 resolution으로 보거나 나누어 요청해 주세요.`,
    en: `At this resolution a range may have at most ${en}. Ask for a coarser one, or in parts.`,
  };
}
