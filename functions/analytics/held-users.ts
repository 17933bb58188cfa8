import type { Transaction } from '../../platform/db/database.ts';
import { type Cutoff, consentCutoff, type Decision, evolveUser, type KnownUser, type UserEvent } from './known-user.ts';
import type { UsersEvent } from './user-of-event.ts';

/** A user that a consumer counts events of, held until its transaction ends. */
export interface HeldUser {
  readonly userId: string;
  readonly erased: boolean;
  /** Until when what apps told does not count. */
  readonly cutoff: Cutoff | null;
  /** Whether these events erased the user, or moved the cut-off: what was kept by then has to go. */
  readonly cutBack: boolean;
}

interface UserRow {
  readonly userId: string;
  readonly erased: boolean;
  readonly decisions: readonly (Omit<Decision, 'at'> & { readonly at: string })[];
}

/**
 * Holds the users of events until the transaction ends, and takes in what the events tell of the users themselves. Events of
 * one user come on several streams, and so in several transactions at once: these come one after another, and each sees what
 * the one before has kept.
 *
 * @param table of the consumer: `user_id`, `erased`, `decisions`
 */
export async function holdUsers(
  tx: Transaction,
  table: string,
  events: readonly UsersEvent<UserEvent>[],
): Promise<ReadonlyMap<string, HeldUser>> {
  // In one order everywhere: who waits for a row holds none that comes after it.
  const userIds = [...new Set(events.map(({ userId }) => userId))].toSorted();
  const [, rows] = await Promise.all([
    tx`insert into ${tx(table)} (user_id) select unnest(${userIds}::uuid[]) on conflict do nothing`,
    tx<UserRow[]>`
      select user_id as "userId", erased, decisions from ${tx(table)}
      where user_id = any(${userIds}::uuid[]) order by user_id for update`,
  ]);
  const before = new Map(
    rows.map(({ userId, erased, decisions }) => [userId, { erased, decisions: decisions.map(read) }]),
  );
  const after = new Map<string, KnownUser>(before);
  for (const { userId, event } of events) after.set(userId, evolveUser(after.get(userId)!, event));

  const changed = userIds.filter(userId => after.get(userId) !== before.get(userId));
  if (changed.length > 0) await saveUsers(tx, table, changed, after);
  return new Map(userIds.map(userId => [userId, held(userId, before.get(userId)!, after.get(userId)!)]));
}

function held(userId: string, before: KnownUser, after: KnownUser): HeldUser {
  const cutoff = consentCutoff(after);
  const cutBack = after.erased !== before.erased || cutoff?.position !== consentCutoff(before)?.position;
  return { userId, erased: after.erased, cutoff, cutBack };
}

function read({ at, ...decision }: UserRow['decisions'][number]): Decision {
  return { ...decision, at: new Date(at) };
}

async function saveUsers(
  tx: Transaction,
  table: string,
  userIds: readonly string[],
  users: ReadonlyMap<string, KnownUser>,
): Promise<void> {
  const rows = userIds.map(userId => {
    const { erased, decisions } = users.get(userId)!;
    return {
      user_id: userId,
      erased,
      decisions: decisions.map(({ at, ...rest }) => ({ ...rest, at: at.toISOString() })),
    };
  });
  await tx`
    update ${tx(table)} as known set erased = changed.erased, decisions = changed.decisions
    from jsonb_to_recordset(${tx.json(rows)}) as changed (user_id uuid, erased boolean, decisions jsonb)
    where known.user_id = changed.user_id`;
}

/** Whether an event of the user counts: what apps told, only after the cut-off. */
export function counts(
  { erased, cutoff }: HeldUser,
  byConsent: boolean,
  { occurredAt, globalPosition }: Pick<UserEvent, 'occurredAt' | 'globalPosition'>,
): boolean {
  if (erased) return false;
  return !byConsent || cutoff === null || (occurredAt > cutoff.at && globalPosition > cutoff.position);
}

/** Users of whom something has to go: everything, or what apps told until then. */
interface CutBack {
  readonly erased: readonly string[];
  readonly withdrawn: {
    readonly userIds: readonly string[];
    readonly at: readonly string[];
    readonly positions: readonly number[];
  };
}

/** Those that events have cut back, as the database takes them. */
export function cutBackBy(users: readonly HeldUser[]): CutBack {
  const erased = users.filter(user => user.erased).map(({ userId }) => userId);
  const withdrawn = users.flatMap(({ userId, erased, cutoff }) =>
    erased || cutoff === null ? [] : [{ userId, cutoff }],
  );
  return {
    erased,
    withdrawn: {
      userIds: withdrawn.map(({ userId }) => userId),
      at: withdrawn.map(({ cutoff: { at } }) => at.toISOString()),
      positions: withdrawn.map(({ cutoff: { position } }) => position),
    },
  };
}
