import type { DeviceRecord } from '../../platform/mqtt/device-record.ts';

/**
 * The bytes of a `DeviceRecord` with a message's payload. The message is looked at by nobody here: IoT Core puts whatever
 * bytes a device sends into base64.
 */
export function recordBytes(
  { kind, deviceId, receivedAt }: Omit<DeviceRecord, 'payload'>,
  payload: Buffer,
): Uint8Array {
  const id = JSON.stringify(deviceId);
  return Buffer.from(
    `{"kind":"${kind}","deviceId":${id},"receivedAt":${receivedAt},"payload":"${payload.toString('base64')}"}`,
  );
}
