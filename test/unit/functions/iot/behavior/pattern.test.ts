import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ActiveMinute, type BehaviorInput, behaviorOf } from '../../../../../functions/iot/behavior/pattern.ts';

const START = Date.parse('2026-03-02T01:00:00Z');
const at = (minute: number) => START + minute * 60_000;

const [TEA, STONE] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'] as const;
const places = {
  [TEA]: { description: 'tea table', position: { x: 0, y: 0, z: 1 } },
  [STONE]: { description: 'warm stone', position: { x: 3, y: 4, z: 1 } },
};
const active = (deviceId: keyof typeof places, minute: number, movements = 0): ActiveMinute => ({
  deviceId,
  ...places[deviceId],
  minute: at(minute),
  movements,
});

const visit: BehaviorInput = {
  stays: [{ from: at(0), to: at(30) }],
  activity: [
    active(TEA, 0, 2),
    active(TEA, 1),
    active(TEA, 2),
    active(STONE, 10, 5),
    active(STONE, 11),
    active(TEA, 20, 1),
  ],
  others: [{ from: at(10), to: at(40) }],
  environment: { temperature: 22.5 },
  askedComfort: null,
};

describe('how a user used a place', () => {
  test('follows from when they were there and what devices noticed meanwhile', () => {
    expect(behaviorOf(visit)).toEqual({
      dwellMinutes: 30,
      interactionPoints: [
        {
          deviceId: TEA,
          description: 'tea table',
          minutes: 4,
          minutesAlone: 3,
          movements: 3,
          firstAt: '2026-03-02T01:00:00.000Z',
          lastAt: '2026-03-02T01:20:00.000Z',
        },
        {
          deviceId: STONE,
          description: 'warm stone',
          minutes: 2,
          minutesAlone: 0,
          movements: 5,
          firstAt: '2026-03-02T01:10:00.000Z',
          lastAt: '2026-03-02T01:11:00.000Z',
        },
      ],
      movement: { path: [TEA, STONE, TEA], distance: 10, movingMinutes: 3, stillMinutes: 3, alone: 0.33 },
      preferences: { favourite: TEA, shares: { [TEA]: 0.67, [STONE]: 0.33 } },
      environment: { temperature: 22.5 },
      comfort: { level: 5, source: 'inferred' },
    });
  });

  test('leaves out what was noticed before, between and after the stays', () => {
    const stays = [
      { from: at(0), to: at(5) },
      { from: at(15), to: at(18) },
    ];
    const behavior = behaviorOf({ ...visit, stays });
    expect(behavior.dwellMinutes).toBe(8);
    expect(behavior.interactionPoints.map(({ deviceId, minutes }) => [deviceId, minutes])).toEqual([[TEA, 3]]);
    expect(behavior.movement.path).toEqual([TEA]);
  });

  test('is known where nobody was noticed: they were there, and that is all', () => {
    expect(behaviorOf({ ...visit, activity: [], others: [], environment: {} })).toEqual({
      dwellMinutes: 30,
      interactionPoints: [],
      movement: { path: [], distance: 0, movingMinutes: 0, stillMinutes: 0, alone: 1 },
      preferences: { favourite: null, shares: {} },
      environment: {},
      comfort: null,
    });
  });

  test('counts what several others share once', () => {
    const others = [
      { from: at(0), to: at(15) },
      { from: at(10), to: at(15) },
      { from: at(-50), to: at(2) },
    ];
    expect(behaviorOf({ ...visit, others }).movement.alone).toBe(0.5);
  });
});

const minutes = fc.array(
  fc
    .tuple(fc.constantFrom(TEA, STONE), fc.integer({ min: -5, max: 35 }), fc.integer({ min: 0, max: 3 }))
    .map(([device, minute, movements]) => active(device, minute, movements)),
  { maxLength: 40 },
);
const once = (activity: readonly ActiveMinute[]) => [
  ...new Map(activity.map(each => [`${each.deviceId} ${each.minute}`, each])).values(),
];

test('patterns are the same in whatever order minutes come, and their parts add up', () => {
  fc.assert(
    fc.property(minutes.map(once), fc.infiniteStream(fc.nat()), (activity, order) => {
      const shuffled = activity
        .map(each => [order.next().value as number, each] as const)
        .toSorted(([one], [other]) => one - other)
        .map(([, each]) => each);
      const behavior = behaviorOf({ ...visit, activity });
      expect(behaviorOf({ ...visit, activity: shuffled })).toEqual(behavior);
      const within = activity.filter(({ minute }) => minute >= at(0) && minute < at(30));
      expect(behavior.interactionPoints.reduce((sum, point) => sum + point.minutes, 0)).toBe(within.length);
      const { movingMinutes, stillMinutes } = behavior.movement;
      expect(movingMinutes + stillMinutes).toBe(new Set(within.map(({ minute }) => minute)).size);
    }),
  );
});
