/** Whether a device is heard from. Derived, not stored: it changes by time alone. */
export const connectivities = ['never_seen', 'online', 'offline'] as const;

export type Connectivity = (typeof connectivities)[number];

/** A device that misses so many of its sampling intervals is offline. */
export const OFFLINE_AFTER_INTERVALS = 3;

export function connectivityOf(
  device: { readonly lastHeartbeat: Date | null; readonly samplingIntervalSeconds: number },
  now: Date,
): Connectivity {
  if (device.lastHeartbeat === null) return 'never_seen';
  const silentMs = now.getTime() - device.lastHeartbeat.getTime();
  return silentMs > OFFLINE_AFTER_INTERVALS * device.samplingIntervalSeconds * 1000 ? 'offline' : 'online';
}
