import type { PublishedEvent } from '../../../platform/events/published-event.ts';
import type { Publish } from '../../../platform/events/relay.ts';
import { eventsIn } from './events-in.ts';

/** Streams that take everything, in this process: for what happens around the publishing. */
export function memoryStream() {
  const events: PublishedEvent[] = [];
  const publish: Publish = async (_, records) => {
    for (const { data } of records) events.push(...eventsIn(data));
  };
  return {
    publish,
    /** In the order of their coming. */
    events,
    /** Those of an event stream, by version. */
    versions: (streamId: string) => events.filter(each => each.subject === streamId).map(each => each.streamversion),
  };
}
