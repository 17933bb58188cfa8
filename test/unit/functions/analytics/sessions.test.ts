import { describe, expect, test } from 'vitest';
import type { Entry } from '../../../../functions/analytics/user-activity/activity.ts';
import {
  joined,
  neighbourhoods,
  type Session,
  spansOf,
} from '../../../../functions/analytics/user-activity/sessions.ts';

const MINUTE = 60;
const at = (second: number) => new Date(Date.parse('2026-03-02T00:00:00Z') + second * 1_000);
const entry = (second: number, userId = 'a'): Entry => ({
  globalPosition: second,
  userId,
  type: 'activity.feature_used',
  byConsent: true,
  at: at(second),
});
const session = (from: number, to: number, entries: number, burst: number | null = null, userId = 'a'): Session => ({
  userId,
  from: at(from),
  to: at(to),
  entries,
  burst: burst === null ? null : { began: at(burst), reached: at(burst + 1) },
});

describe('sessions', () => {
  test('go on after a pause of 30 minutes, and end with a longer one', () => {
    const entries = [entry(60 * MINUTE + 1), entry(0), entry(30 * MINUTE)];
    expect(joined([], entries)).toEqual([session(0, 30 * MINUTE, 2), session(60 * MINUTE + 1, 60 * MINUTE + 1, 1)]);
  });

  test('are joined by what is between them, with all of their entries and the first burst', () => {
    const former = [session(3_600, 3_700, 200, 3_600), session(0, 100, 150, 50)];
    expect(joined(former, [entry(1_850)])).toEqual([session(0, 3_700, 351, 50)]);
  });

  test('have the burst of the one that has one', () => {
    const former = [session(0, 100, 2), session(1_900, 2_000, 150, 1_950)];
    expect(joined(former, [entry(1_000)])).toEqual([session(0, 2_000, 153, 1_950)]);
  });

  test('do not shrink by what is within them', () => {
    expect(joined([session(0, 1_000, 5)], [entry(500)])).toEqual([session(0, 1_000, 6)]);
  });

  test('of two users are never one', () => {
    expect(joined([session(0, 10, 2), session(5, 8, 3, null, 'b')], [entry(7, 'b')])).toEqual([
      session(0, 10, 2),
      session(5, 8, 4, null, 'b'),
    ]);
  });
});

test('neighbourhoods are 300 seconds around each entry, those that meet in one', () => {
  expect(neighbourhoods([entry(1_601), entry(0), entry(600), entry(600, 'b')])).toEqual([
    { userId: 'a', from: at(-300), to: at(900) },
    { userId: 'a', from: at(1_301), to: at(1_901) },
    { userId: 'b', from: at(300), to: at(900) },
  ]);
});

test('spans are from the first entry of a user to the last', () => {
  expect(spansOf([entry(5), entry(1), entry(3, 'b'), entry(9)])).toEqual([
    { userId: 'a', from: at(1), to: at(9) },
    { userId: 'b', from: at(3), to: at(3) },
  ]);
});
