import type { DeviceRecord } from '../../../../../platform/mqtt/device-record.ts';

export const DEVICE = '0b7c6d1e-2f3a-4b5c-8d9e-0f1a2b3c4d5e';
export const RECEIVED_AT = Date.parse('2026-11-25T03:00:00.000Z');

/** A reading as a device sends it, received at once. */
export const input = (changes: object = {}) => ({
  type: 'temperature',
  value: 21.5,
  unit: 'Cel',
  recordedAt: RECEIVED_AT,
  ...changes,
});

/** The bytes of a record whose payload is this JSON. */
export function recordOf(payload: unknown, changes: Partial<DeviceRecord> = {}): Uint8Array {
  return recordOfText(JSON.stringify(payload), changes);
}

export function recordOfText(text: string | Uint8Array, changes: Partial<DeviceRecord> = {}): Uint8Array {
  const payload = Buffer.from(text).toString('base64');
  return Buffer.from(
    JSON.stringify({ kind: 'readings', deviceId: DEVICE, receivedAt: RECEIVED_AT, payload, ...changes }),
  );
}
