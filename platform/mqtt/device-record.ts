import * as z from 'zod';

export type DeviceRecordKind = 'readings' | 'status';

/**
 * What a topic rule puts into a stream: a message of a device as it came, with what the broker knows of it. The device is
 * the one that signed in, since it may publish to its own topics alone. Partition key: `deviceId`.
 */
export const deviceRecord = z.object({
  kind: z.enum(['readings', 'status']),
  deviceId: z.uuid(),
  /** Milliseconds since 1970. */
  receivedAt: z.int().nonnegative(),
  /** The message's bytes in base64: whatever a device sends, the record can be read. */
  payload: z.string(),
});

export type DeviceRecord = z.output<typeof deviceRecord>;
