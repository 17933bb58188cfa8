import type { LogEvent } from './random-log.ts';

/**
 * What consumers' tables must say after all of a log, computed the simple way: from everything at once, in memory, whatever
 * the order.
 */

const MINUTE = 60_000;

const userOf = ({ streamId, data }: LogEvent): string | null => {
  const { userId } = data as { userId?: string | null };
  return userId === undefined ? streamId.replace(/^user-/, '') : userId;
};

const isOfApps = ({ type }: LogEvent) => type.startsWith('activity.');

interface ModelCutoff {
  readonly at: number;
  readonly position: number;
}

const NEVER: ModelCutoff = { at: Number.NEGATIVE_INFINITY, position: 0 };

/** Until when what apps told of a user does not count; `gone` for who is erased. */
function cutoffs(events: readonly LogEvent[]): ReadonlyMap<string, ModelCutoff | 'gone'> {
  const found = new Map<string, ModelCutoff | 'gone'>();
  const users = Map.groupBy(
    events.filter(({ streamId }) => streamId.startsWith('user-')),
    ({ streamId }) => streamId.slice('user-'.length),
  );
  for (const [userId, own] of users) {
    if (own.some(({ type }) => type === 'user.erased')) {
      found.set(userId, 'gone');
      continue;
    }
    let isWithdrawn = false;
    for (const { type, data, occurredAt, globalPosition: position } of own.toSorted((a, b) => a.version - b.version)) {
      if ((data as { kind?: string }).kind !== 'analytics') continue;
      const withdrawn = type === 'user.consent_withdrawn';
      if (withdrawn || isWithdrawn) found.set(userId, { at: occurredAt.getTime(), position });
      isWithdrawn = withdrawn;
    }
  }
  return found;
}

/** Events that count, with whose they are. */
function counting(events: readonly LogEvent[], isCounted: (event: LogEvent) => boolean) {
  const until = cutoffs(events);
  return events.flatMap(event => {
    const userId = userOf(event);
    if (userId === null || !isCounted(event)) return [];
    const cutoff = until.get(userId) ?? NEVER;
    const at = event.occurredAt.getTime();
    if (cutoff === 'gone') return [];
    if (isOfApps(event) && (at <= cutoff.at || event.globalPosition <= cutoff.position)) return [];
    return [{ userId, event, at, cutoff }];
  });
}

const USE_OF_SERVICE = new Set([
  'user.session_opened',
  'user.profile_changed',
  'user.preferences_changed',
  'user.person_added',
  'user.person_corrected',
  'user.person_deleted',
  'user.export_requested',
  'user.api_key_created',
  'user.api_key_revoked',
  'chart.stored',
  'chart.interpreted',
  'chart.review_requested',
  'chart.review_withdrawn',
  'chart.interpretation_rated',
]);

export interface ModelSession {
  readonly userId: string;
  readonly times: number[];
}

/** Sessions by user and time: a pause of over 30 minutes is between two. */
export function sessionsOf(events: readonly LogEvent[]): readonly ModelSession[] {
  const counted = counting(events, event => isOfApps(event) || USE_OF_SERVICE.has(event.type));
  const sessions: ModelSession[] = [];
  for (const { userId, at } of counted.toSorted((a, b) =>
    a.userId < b.userId ? -1 : a.userId > b.userId ? 1 : a.at - b.at,
  )) {
    const last = sessions.at(-1);
    if (last?.userId === userId && at - last.times.at(-1)! <= 30 * MINUTE) last.times.push(at);
    else sessions.push({ userId, times: [at] });
  }
  return sessions;
}

/** The first 101 of a session whose first and last are less than 300 s apart. */
export function burstOf({ times }: ModelSession): { readonly began: number; readonly reached: number } | undefined {
  for (let last = 100; last < times.length; last++) {
    const [began, reached] = [times[last - 100]!, times[last]!];
    if (reached - began < 300_000) return { began, reached };
  }
  return undefined;
}

const WAREHOUSE = new Set([
  'user.signed_up',
  'user.session_opened',
  'user.person_added',
  'user.person_deleted',
  'user.export_requested',
  'chart.stored',
  'chart.interpreted',
  'chart.review_requested',
  'chart.review_withdrawn',
  'chart.interpretation_rated',
]);

const koreanDay = (at: number) => new Date(at + 540 * MINUTE).toISOString().slice(0, 10);

/** Events and seconds by day, user, type and category. */
export function factsOf(
  events: readonly LogEvent[],
): ReadonlyMap<string, { readonly events: number; readonly seconds: number }> {
  const facts = new Map<string, { events: number; seconds: number }>();
  for (const { userId, event, at, cutoff } of counting(events, each => isOfApps(each) || WAREHOUSE.has(each.type))) {
    const day = koreanDay(at);
    if (isOfApps(event) && cutoff !== NEVER && day <= koreanDay(cutoff.at + 5 * MINUTE)) continue;
    const data = event.data as { category?: string | null; type?: string; seconds?: number };
    const key = [day, userId, event.type, data.category ?? data.type ?? 'none'].join(' ');
    const fact = facts.get(key) ?? { events: 0, seconds: 0 };
    facts.set(key, { events: fact.events + 1, seconds: fact.seconds + (data.seconds ?? 0) });
  }
  return facts;
}

/** What was told by apps of categories: `user category type time`, one for each event. */
export function signalsOf(events: readonly LogEvent[]): readonly string[] {
  const told = counting(
    events,
    event => isOfApps(event) && (event.data as { category: string | null }).category !== null,
  );
  return told.map(({ userId, event, at }) =>
    [userId, (event.data as { category: string }).category, event.type, at].join(' '),
  );
}

/** Interpretations of charts that are still there, with their last ratings. */
export function interpretationsOf(events: readonly LogEvent[]) {
  const counted = counting(events, event => !isOfApps(event));
  const named = (type: string) => counted.filter(({ event }) => event.type === type);
  const gone = counted.filter(
    ({ event: { type, data } }) =>
      type === 'user.person_deleted' ||
      (type === 'user.person_corrected' && (data as { chartsDeleted: boolean }).chartsDeleted),
  );
  const charts = named('chart.stored').filter(
    stored => !gone.some(each => personOf(each) === personOf(stored) && each.at >= stored.at),
  );
  return named('chart.interpreted').flatMap(({ userId, event }) => {
    const { interpretationId, type } = event.data as { interpretationId: string; type: string };
    if (!charts.some(chart => chart.event.streamId === event.streamId)) return [];
    const ratings = named('chart.interpretation_rated')
      .filter(rated => (rated.event.data as { interpretationId: string }).interpretationId === interpretationId)
      .toSorted((a, b) => a.event.version - b.event.version);
    const rating = (ratings.at(-1)?.event.data as { rating: number } | undefined)?.rating ?? null;
    return [{ userId, category: type, at: event.occurredAt, rating }];
  });
}

function personOf({ event }: { readonly event: LogEvent }): string {
  return (event.data as { personId: string }).personId;
}
