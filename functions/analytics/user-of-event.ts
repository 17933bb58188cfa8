const USER_STREAM = 'user-';

/** Whose an event is: its data say so, or it is of an account's own stream. Null for what is nobody's, or does not say. */
export function userOfEvent({ streamId, data }: { readonly streamId: string; readonly data: unknown }): string | null {
  const { userId } = data as { readonly userId?: string | null };
  if (userId !== undefined) return userId;
  return streamId.startsWith(USER_STREAM) ? streamId.slice(USER_STREAM.length) : null;
}

/** An event with whose it is. */
export interface UsersEvent<Event> {
  readonly userId: string;
  readonly event: Event;
}

/** Those of events that are somebody's. */
export function eventsOfUsers<Event extends { readonly streamId: string; readonly data: unknown }>(
  events: readonly Event[],
): readonly UsersEvent<Event>[] {
  return events.flatMap(event => {
    const userId = userOfEvent(event);
    return userId === null ? [] : [{ userId, event }];
  });
}
