import { categories } from '../../functions/analytics/categories.ts';
import {
  activityStream,
  contentRead,
  featureUsed,
  offerDismissed,
  offerTaken,
  pages,
  pageViewed,
} from '../../functions/analytics/events.ts';
import {
  chartInterpreted,
  chartStored,
  chartStream,
  interpretationRated,
  reviewRequested,
} from '../../functions/saju/events.ts';
import {
  consentGiven,
  consentWithdrawn,
  personAdded,
  personDeleted,
  profileChanged,
  sessionOpened,
  userErased,
  userSignedUp,
  userStream,
} from '../../functions/users/events.ts';
import type { Event } from '../../platform/events/event-type.ts';

/** What one transaction appends: to one stream or to two. */
export interface Step {
  readonly appends: readonly { readonly streamId: string; readonly events: readonly Event[] }[];
  readonly occurredAt: Date;
}

interface User {
  readonly id: string;
  /** In this life of theirs: milliseconds since 1970. */
  at: number;
  readonly people: string[];
  readonly charts: { readonly id: string; readonly interpretations: string[] }[];
}

const BEGINNING = Date.parse('2026-03-01T00:00:00Z');
const MINUTE_MS = 60_000;
/** Of steps: somebody new, a burst of 130 events, the end of an account. */
const NEW = 0.04;
const BURST = 0.004;
const ERASED = 0.01;

/** What users do, without end: the same in every run with a seed. */
export function* story(random: () => number): Generator<Step, never, void> {
  const users: User[] = [];
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const newId = () => uuid(random);
  for (;;) {
    if (users.length === 0 || random() < NEW) {
      const user: User = { id: newId(), at: BEGINNING + random() * 1e9, people: [], charts: [] };
      users.push(user);
      yield { appends: [append(userStream(user.id), ...begun())], occurredAt: new Date(user.at) };
      continue;
    }
    const user = pick(users);
    // Mostly within a session; some pauses are longer, and some of what is told happened before.
    user.at += random() < 0.1 ? 45 * MINUTE_MS : random() * 3 * MINUTE_MS;
    const occurredAt = new Date(random() < 0.1 ? user.at - random() * 60 * MINUTE_MS : user.at);
    if (random() < ERASED) users.splice(users.indexOf(user), 1);
    yield { appends: next(user, !users.includes(user)), occurredAt };
  }

  function begun(): readonly Event[] {
    const consents = [{ kind: 'analytics' as const, version: '2026-01-01', given: true }];
    return [userSignedUp.of({ contact: 'email', method: 'password', underFourteen: false, consents })];
  }

  function next(user: User, erased: boolean): Step['appends'] {
    const { id: userId } = user;
    if (erased) return [append(userStream(userId), userErased.of({}))];
    if (random() < BURST)
      return [append(activityStream(userId), ...Array.from({ length: 130 }, () => activity(userId)))];
    const which = random();
    if (which < 0.5) {
      const events = Array.from({ length: 1 + Math.floor(random() * 8) }, () => activity(userId));
      return [append(activityStream(userId), ...events)];
    }
    if (which < 0.6) return [append(userStream(userId), sessionOpened.of({ sessionId: newId(), method: 'password' }))];
    if (which < 0.65) return [append(userStream(userId), profileChanged.of({ fields: ['nickname'] }))];
    if (which < 0.68) {
      const decided = { kind: 'analytics' as const, version: '2026-01-01' };
      return [append(userStream(userId), random() < 0.5 ? consentWithdrawn.of(decided) : consentGiven.of(decided))];
    }
    if (which < 0.75 || user.people.length === 0) {
      const personId = newId();
      user.people.push(personId);
      return [append(userStream(userId), personAdded.of({ personId, relation: 'friend' }))];
    }
    if (which < 0.77) {
      const [personId = ''] = user.people.splice(0, 1);
      return [append(userStream(userId), personDeleted.of({ personId }))];
    }
    if (which < 0.87 || user.charts.length === 0) {
      const chart = { id: newId(), interpretations: [] };
      user.charts.push(chart);
      const stored = chartStored.of({ userId, personId: pick(user.people), engineVersion: '1.0.0' });
      // Two streams in one transaction.
      return [append(chartStream(chart.id), stored), append(activityStream(userId), activity(userId))];
    }
    const chart = pick(user.charts);
    if (which < 0.94 || chart.interpretations.length === 0) {
      const interpretationId = newId();
      chart.interpretations.push(interpretationId);
      const type = pick(['personality', 'wealth', 'health', 'relationship'] as const);
      const interpreted = { interpretationId, type, modelVersion: 'rules-1.0.0', userId };
      return [append(chartStream(chart.id), chartInterpreted.of(interpreted))];
    }
    const interpretationId = pick(chart.interpretations);
    const rating = 1 + Math.floor(random() * 5);
    const event =
      random() < 0.7
        ? interpretationRated.of({ interpretationId, rating, userId })
        : reviewRequested.of({ interpretationId, userId });
    return [append(chartStream(chart.id), event)];
  }

  function activity(userId: string): Event {
    const common = { userId, appSessionId: null, category: pick(categories) };
    switch (Math.floor(random() * 5)) {
      case 0:
        return featureUsed.of(common);
      case 1:
        return contentRead.of({ ...common, seconds: Math.floor(random() * 300) });
      case 2:
        return offerTaken.of(common);
      case 3:
        return offerDismissed.of(common);
      default:
        return pageViewed.of({ ...common, page: pick(pages) });
    }
  }
}

function append(streamId: string, ...events: readonly Event[]) {
  return { streamId, events };
}

function uuid(random: () => number): string {
  const digits = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('');
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20)}`;
}
