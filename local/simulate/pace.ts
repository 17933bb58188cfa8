/**
 * How many messages should have been sent by now, evenly over the time. One that could not be sent in time is sent as soon
 * as it can be, but not more than a quarter of a second's at once: what a device could not send for longer it does not
 * send at all, as one does that measures again in the meantime.
 */
export function createPace(perSecond: number): { due(elapsedMs: number, sent: number): number } {
  const most = Math.max(1, Math.ceil(perSecond / 4));
  let skipped = 0;
  return {
    due(elapsedMs, sent) {
      // 1/49 a second is 0.999… after 49 s.
      const behind = Math.floor((elapsedMs * perSecond) / 1_000 + 1e-9) - skipped - sent;
      skipped += Math.max(0, behind - most);
      return Math.min(behind, most);
    },
  };
}
