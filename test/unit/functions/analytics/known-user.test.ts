import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { consentCutoff, evolveUser, UNKNOWN_USER, type UserEvent } from '../../../../functions/analytics/known-user.ts';

const SECOND = 1_000;

function decision(version: number, given: boolean, kind = 'analytics'): UserEvent {
  return {
    type: given ? 'user.consent_given' : 'user.consent_withdrawn',
    version,
    data: { kind, version: '2026-01-01' },
    occurredAt: new Date(version * SECOND),
    globalPosition: version * 10,
  };
}

const erased: UserEvent = {
  type: 'user.erased',
  version: 99,
  data: {},
  occurredAt: new Date(99 * SECOND),
  globalPosition: 990,
};

const userAfter = (events: readonly UserEvent[]) => events.reduce(evolveUser, UNKNOWN_USER);
const cutoffAfter = (...events: readonly UserEvent[]) => consentCutoff(userAfter(events));
const at = (version: number) => ({ at: new Date(version * SECOND), position: version * 10 });

describe('what apps told of a user counts', () => {
  test.each<[string, readonly UserEvent[], ReturnType<typeof at> | null]>([
    ['always, where nothing was withdrawn', [], null],
    ['also before a consent that was never withdrawn', [decision(3, true)], null],
    ['also before another version of the text was agreed to', [decision(3, true), decision(5, true)], null],
    ['after a withdrawal', [decision(3, true), decision(5, false)], at(5)],
    ['after it was given again', [decision(5, false), decision(7, true)], at(7)],
    ['after it was first given again', [decision(5, false), decision(7, true), decision(9, true)], at(7)],
    ['after the last withdrawal', [decision(5, false), decision(7, true), decision(9, false)], at(9)],
    ['whatever becomes of another consent', [decision(5, false, 'marketing')], null],
  ])('%s', (_, events, cutoff) => {
    expect(cutoffAfter(...events)).toEqual(cutoff);
  });

  test('never before both of a withdrawal and a consent, where their clocks disagree', () => {
    const early = { ...decision(7, true), occurredAt: new Date(4 * SECOND) };
    expect(cutoffAfter(decision(5, false), early)).toEqual({ at: new Date(5 * SECOND), position: 70 });
  });
});

test('a user is the same after the same events, in any order', () => {
  const events = fc.uniqueArray(fc.record({ version: fc.integer({ min: 1, max: 30 }), given: fc.boolean() }), {
    selector: ({ version }) => version,
  });
  const logs = fc.tuple(events, fc.boolean()).chain(([decisions, isErased]) => {
    const log = [...decisions.map(({ version, given }) => decision(version, given)), ...(isErased ? [erased] : [])];
    return fc.tuple(fc.constant(log), fc.shuffledSubarray(log, { minLength: log.length }));
  });
  fc.assert(
    fc.property(logs, ([log, shuffled]) => {
      expect(userAfter(shuffled)).toEqual(userAfter(log));
    }),
  );
});

test('of who is erased nothing is remembered but that', () => {
  expect(userAfter([decision(3, false), erased, decision(5, true)])).toEqual({ erased: true, decisions: [] });
});
