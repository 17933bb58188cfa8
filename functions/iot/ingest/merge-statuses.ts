import type { FreshStatus } from './plan.ts';

/**
 * One status of each device: its last, with what those before it alone say of firmware and configuration. These hold until another
 * is told; the battery, the radio and the fault are as the last says, also where it says nothing of them. So a device is the same
 * however its messages are cut into batches.
 *
 * @param statuses in the order in which they were received
 */
export function mergeStatuses(statuses: readonly FreshStatus[]): readonly FreshStatus[] {
  const merged = new Map<string, FreshStatus>();
  for (const each of statuses) {
    const before = merged.get(each.device.id)?.status;
    const { firmwareVersion = before?.firmwareVersion, configVersion = before?.configVersion } = each.status;
    merged.set(each.device.id, { ...each, status: { ...each.status, firmwareVersion, configVersion } });
  }
  return [...merged.values()];
}
