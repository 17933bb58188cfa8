import type { LiveReading } from '../../../../../functions/iot/live/messages.ts';

/** A temperature of one of some devices, recorded so many seconds after the beginning. */
export function aReading({ device = 0, at = 0, value = 20 } = {}): LiveReading {
  const recordedAt = new Date(1_795_600_000_000 + at * 1000).toISOString();
  return {
    deviceId: `00000000-0000-4000-8000-00000000000${device}`,
    type: 'temperature',
    unit: 'Cel',
    value,
    reliabilityScore: 0.8,
    userPresence: null,
    recordedAt,
    receivedAt: recordedAt,
  };
}
