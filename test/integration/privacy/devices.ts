import type { Session } from './session.ts';

/** Devices, as an operator has them: their secrets are in no table and no line. */
export async function devices(session: Session, token: string): Promise<void> {
  const body = {
    serial: 'SHT45-0042',
    type: 'multi',
    locationId: 'seoul-1f-tea',
    installationPosition: { x: 1, y: 2, z: 0.5, description: 'tea table' },
    alertThresholds: { temperature: { max: 28 } },
  };
  const headers = { 'idempotency-key': 'device-1' };
  const { json: registered } = await session.do('registerDevice', { token, body, headers });
  session.given.set('secret of a device', registered.secret);
  const params = { deviceId: registered.id as string };
  await session.do('listDevices', { token, query: '?locationId=seoul-1f-tea' });
  await session.do('getDevice', { token, params });
  await session.do('updateDevice', { token, params, body: { samplingIntervalSeconds: 10 } });
  const { json: rotated } = await session.do('rotateDeviceCredential', { token, params, headers });
  session.given.set('secret of a device (rotated)', rotated.secret);
}

/** After all that devices do: one retires for good. */
export async function retirement(session: Session, token: string): Promise<void> {
  const { json } = await session.do('listDevices', { token, query: '?serial=SHT45-0042' });
  await session.do('retireDevice', { token, params: { deviceId: json.devices[0].id } });
}
