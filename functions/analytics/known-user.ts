/** A decision of a user on the consent to the analysis of what they do in apps. */
export interface Decision {
  /** Of the event in the user's stream: decisions hold in this order, in whichever they come. */
  readonly version: number;
  readonly given: boolean;
  readonly at: Date;
  /** Among all events. */
  readonly position: number;
}

/** What decides which events of a user count. */
export interface KnownUser {
  readonly erased: boolean;
  /** By version. */
  readonly decisions: readonly Decision[];
}

export const UNKNOWN_USER: KnownUser = { erased: false, decisions: [] };

/** An event that tells of a user themselves. */
export interface UserEvent {
  readonly type: string;
  readonly version: number;
  readonly data: unknown;
  readonly occurredAt: Date;
  readonly globalPosition: number;
}

/** Until when what apps told of a user does not count. */
export interface Cutoff {
  /** What happened then or before; */
  readonly at: Date;
  /** and what was told before, however fast the clock of the device. */
  readonly position: number;
}

/** The user after an event. The same events give the same, in any order; in that of their stream the cut-off only moves on. */
export function evolveUser(user: KnownUser, event: UserEvent): KnownUser {
  const { type, version, data, occurredAt: at, globalPosition: position } = event;
  if (user.erased) return user;
  // Nothing but that is remembered of who is gone.
  if (type === 'user.erased') return { erased: true, decisions: [] };
  const given = type === 'user.consent_given';
  if (!given && type !== 'user.consent_withdrawn') return user;
  if ((data as { readonly kind: string }).kind !== 'analytics') return user;
  const decisions = [...user.decisions, { version, given, at, position }].toSorted((a, b) => a.version - b.version);
  return { ...user, decisions };
}

/**
 * The last withdrawal; or where the consent was given again, that. Null where it never was withdrawn: then nothing was told
 * without it. Nothing is taken without a consent, and a withdrawal waits for what is being taken, so that all that was told by
 * the consent that was withdrawn stands before it in the store.
 */
export function consentCutoff({ decisions }: KnownUser): Cutoff | null {
  const withdrawn = decisions.findLastIndex(({ given }) => !given);
  if (withdrawn === -1) return null;
  const [{ at, position }, again] = [decisions[withdrawn]!, decisions[withdrawn + 1]];
  if (again === undefined) return { at, position };
  return { at: again.at > at ? again.at : at, position: Math.max(again.position, position) };
}
