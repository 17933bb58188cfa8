import {
  activityStream,
  contentRead,
  featureUsed,
  offerDismissed,
  offerShown,
  offerTaken,
  pageViewed,
} from '../../../functions/analytics/events.ts';
import {
  chartInterpreted,
  chartStored,
  chartStream,
  interpretationRated,
  interpretationReviewed,
} from '../../../functions/saju/events.ts';
import { interpretationTypes } from '../../../functions/saju/people-charts/interpretations/interpretation-types.ts';
import {
  consentGiven,
  consentWithdrawn,
  personAdded,
  personCorrected,
  personDeleted,
  profileChanged,
  sessionOpened,
  userErased,
  userSignedUp,
  userStream,
} from '../../../functions/users/events.ts';
import type { RecordedEvent } from '../../../platform/events/event-store.ts';
import type { Event, EventType } from '../../../platform/events/event-type.ts';
import { seededRandom } from '../../unit/seeded-random.ts';

export type LogEvent = RecordedEvent<EventType>;

/** Events of streams, each stream in its order: a whole log. */
export type Log = readonly (readonly LogEvent[])[];

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const START = Date.parse('2026-03-01T00:00:00Z');

/** Steps about the edges of sessions (30 minutes), bursts (2,990 ms times 100 are under 300 s, 3,000 ms are not) and days. */
const STEPS = [
  0,
  1,
  1_000,
  2_990,
  5 * MINUTE,
  30 * MINUTE - 1,
  30 * MINUTE,
  30 * MINUTE + 1,
  60 * MINUTE,
  7 * 60 * MINUTE,
];

export interface LogOptions {
  readonly users?: number;
  /** Of each user's activity, beside bursts. */
  readonly activity?: number;
  /** How many events a burst has. */
  readonly bursts?: readonly number[];
}

/** A log as users could have made it: the same for a seed. */
export function randomLog(
  seed: number,
  { users = 3, activity = 40, bursts = [100, 101, 102, 130] }: LogOptions = {},
): Log {
  const random = seededRandom(seed);
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]!;
  const chance = (probability: number) => random() < probability;
  const newId = () => {
    const hex = () =>
      Math.floor(random() * 0x1_0000_0000)
        .toString(16)
        .padStart(8, '0');
    const [a, b, c, d] = [hex(), hex(), hex(), hex()];
    return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-8${c.slice(1, 4)}-${c.slice(4)}${d}`;
  };
  const streams = new Map<string, LogEvent[]>();
  let position = 0;
  const append = (streamId: string, event: Event, at: number) => {
    const stream = streams.get(streamId) ?? [];
    streams.set(streamId, stream);
    const recorded = {
      ...event,
      streamId,
      version: stream.length + 1,
      globalPosition: ++position,
      occurredAt: new Date(at),
      metadata: { requestId: `request-${position}` },
    };
    stream.push(recorded as LogEvent);
  };

  for (let user = 0; user < users; user++) {
    const userId = newId();
    let at = START + Math.floor(random() * 2 * DAY);
    const account = (event: Event) => append(userStream(userId), event, at);
    const app = (event: Event) => {
      // What a device kept while it was without a network comes later than what happened after it; a clock may be fast.
      const kept = chance(0.2) ? -random() * 3 * DAY : chance(0.1) ? random() * 5 * MINUTE : 0;
      append(activityStream(userId), event, at + Math.round(kept));
    };
    account(userSignedUp.of({ contact: 'email', method: 'password', underFourteen: false, consents: [] }));
    const people: string[] = [];
    const charts: { readonly chartId: string; readonly personId: string }[] = [];
    const interpretations: { readonly chartId: string; readonly interpretationId: string }[] = [];
    let consents = true;
    const common = { userId, appSessionId: null };
    const category = () => pick(['wealth', 'health', 'luck', 'compatibility'] as const);

    const did = [
      () => app(pageViewed.of({ ...common, page: 'chart', category: chance(0.3) ? null : category() })),
      () => app(featureUsed.of({ ...common, category: category() })),
      () => app(contentRead.of({ ...common, category: category(), seconds: Math.floor(random() * 500) })),
      () => app(pick([offerShown, offerTaken, offerDismissed]).of({ ...common, category: category() })),
      () => account(sessionOpened.of({ sessionId: newId(), method: 'password' })),
      () => account(profileChanged.of({ fields: ['nickname'] })),
      () => {
        people.push(newId());
        account(personAdded.of({ personId: people.at(-1)!, relation: 'self' }));
      },
      () => {
        if (people.length === 0) return;
        charts.push({ chartId: newId(), personId: pick(people) });
        const { chartId, personId } = charts.at(-1)!;
        append(chartStream(chartId), chartStored.of({ userId, personId, engineVersion: '1.0.0' }), at);
      },
      () => {
        if (charts.length === 0) return;
        const { chartId } = pick(charts);
        interpretations.push({ chartId, interpretationId: newId() });
        const { interpretationId } = interpretations.at(-1)!;
        const interpreted = { interpretationId, type: pick(interpretationTypes), modelVersion: 'rules-1.0.0' };
        // As version 1 is read, which did not say whose it is.
        append(chartStream(chartId), chartInterpreted.of({ ...interpreted, userId: chance(0.05) ? null : userId }), at);
      },
      () => {
        if (interpretations.length === 0) return;
        const { chartId, interpretationId } = pick(interpretations);
        const event = chance(0.8)
          ? interpretationRated.of({ userId, interpretationId, rating: 1 + Math.floor(random() * 5) })
          : interpretationReviewed.of({ userId, interpretationId, expertId: newId() });
        append(chartStream(chartId), event, at);
      },
      () => {
        const personId = people.length === 0 ? undefined : pick(people);
        if (personId === undefined || chance(0.7)) return;
        const deleted = chance(0.3);
        account(
          deleted ? personDeleted.of({ personId }) : personCorrected.of({ personId, chartsDeleted: chance(0.5) }),
        );
        if (!deleted) return;
        people.splice(people.indexOf(personId), 1);
        charts.splice(0, charts.length, ...charts.filter(chart => chart.personId !== personId));
      },
      () => {
        if (chance(0.5)) return;
        const kind = chance(0.7) ? 'analytics' : 'marketing';
        // Also a consent that is given while it holds: to another version of the text.
        const given = kind === 'marketing' ? chance(0.5) : !consents || chance(0.3);
        account((given ? consentGiven : consentWithdrawn).of({ kind, version: '2026-01-01' }));
        if (kind === 'analytics') consents = given;
      },
    ];
    for (let n = 0; n < activity; n++) {
      at += pick(STEPS);
      pick(did)();
    }
    if (chance(0.6) && bursts.length > 0) {
      at += DAY;
      const step = pick([2_990, 3_000]);
      for (let n = pick(bursts); n > 0; n--) {
        app(featureUsed.of({ ...common, category: 'wealth' }));
        at += step;
      }
    }
    if (chance(0.25)) account(userErased.of({}));
  }
  return [...streams.values()];
}

/** The log as consumers get it: streams in any order between each other, each in its own. */
export function interleaved(log: Log, random: () => number): readonly LogEvent[] {
  const rest = log.map(stream => [...stream]);
  const events: LogEvent[] = [];
  for (;;) {
    const left = rest.filter(stream => stream.length > 0);
    if (left.length === 0) return events;
    const stream = left[Math.floor(random() * left.length)]!;
    // Now and then a whole run of one, as a shard that was held up gives it.
    const run = random() < 0.2 ? 30 : 1;
    events.push(...stream.splice(0, run));
  }
}

/**
 * In no order at all, as dead letters come that are sent again; but for what happens to accounts, where a consent counts from
 * the withdrawal before it on.
 */
export function shuffled(log: Log, random: () => number): readonly LogEvent[] {
  return log
    .flatMap(stream => {
      const at = stream.map(() => random());
      if (stream[0]!.streamId.startsWith('user-')) at.sort((a, b) => a - b);
      return stream.map((event, index) => ({ event, at: at[index]! }));
    })
    .toSorted((a, b) => a.at - b.at)
    .map(({ event }) => event);
}

/** Cut into batches of any size up to `most`. */
export function cut(events: readonly LogEvent[], random: () => number, most = 60): readonly (readonly LogEvent[])[] {
  const batches: LogEvent[][] = [];
  for (let at = 0; at < events.length; ) {
    const size = 1 + Math.floor(random() * most);
    batches.push(events.slice(at, at + size));
    at += size;
  }
  return batches;
}

/** Records events by hand: of a stream, each with its instant; in the store in the order of the calls. */
export function recorder() {
  const versions = new Map<string, number>();
  let position = 0;
  return (streamId: string, ...events: readonly (readonly [at: string, event: Event])[]): readonly LogEvent[] =>
    events.map(([at, event]) => {
      const version = (versions.get(streamId) ?? 0) + 1;
      versions.set(streamId, version);
      const metadata = { requestId: `request-${position}` };
      return {
        ...event,
        streamId,
        version,
        globalPosition: ++position,
        occurredAt: new Date(at),
        metadata,
      } as LogEvent;
    });
}
