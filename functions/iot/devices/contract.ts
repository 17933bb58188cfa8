import * as z from 'zod';
import { accountErased, keysUnavailable } from '../../../platform/encryption/kinds.ts';
import { operation } from '../../../platform/http/operation.ts';
import { booleanParameter } from '../../../platform/http/parameters.ts';
import { nextCursor, pageQuery } from '../../../platform/http/sealed-cursor.ts';
import { locationId } from '../location.ts';
import { connectivities } from './connectivity.ts';
import { changeableFields, deviceType, firmwareVersion, installedAtInput, serial } from './device-fields.ts';
import { device, deviceWithConnection, newCredential } from './device-output.ts';
import { deviceAlreadyRegistered, deviceNotFound, deviceRetiredProblem } from './kinds.ts';
import { thresholdErrors } from './thresholds.ts';

/** An operator may be looking when a secret is replaced: roles are read anew. */
const common = { tag: 'iot', auth: { roles: ['operator', 'admin'] }, recheck: true } as const;
const path = '/v1/iot/devices';
const params = z.strictObject({ deviceId: z.uuid() });

const { locationId: place, installationPosition, ...optional } = changeableFields;

export const registerDevice = operation({
  ...common,
  id: 'registerDevice',
  method: 'POST',
  path,
  summary: { ko: '기기를 등록합니다', en: 'Register a device' },
  description:
    'The answer has its secret, this once, and all else that it needs to publish. A secret that got lost is replaced by ' +
    '`POST /v1/iot/devices/{deviceId}/credential`. Under an `Idempotency-Key` the same answer is given again for a day, ' +
    'to whoever asked first.',
  idempotency: 'optional',
  request: {
    body: z
      .strictObject({
        serial,
        type: deviceType,
        locationId: place,
        installationPosition,
        firmwareVersion: firmwareVersion.optional(),
        installedAt: installedAtInput.optional(),
        manufacturer: optional.manufacturer.optional(),
        model: optional.model.optional(),
        samplingIntervalSeconds: optional.samplingIntervalSeconds.default(60),
        alertThresholds: optional.alertThresholds.default({}),
      })
      .meta({ id: 'NewDevice' }),
  },
  response: { status: 201, description: 'The device, with its credential.', body: newCredential, freshness: 'none' },
  errors: ['date_out_of_range', ...thresholdErrors, deviceAlreadyRegistered, accountErased, keysUnavailable],
  examples: {
    requests: {
      thermometer: {
        summary: 'A thermometer in a tea room',
        value: {
          serial: 'SHT45-0042',
          type: 'temperature',
          locationId: 'seoul-1f-tea',
          installationPosition: { x: 2.5, y: 4, z: 1.8, description: '찻상 옆 기둥' },
          manufacturer: 'Sensirion',
          model: 'SHT45',
          samplingIntervalSeconds: 10,
          alertThresholds: { temperature: { min: 16, max: 28 } },
        },
      },
    },
  },
});

export const listDevices = operation({
  ...common,
  id: 'listDevices',
  method: 'GET',
  path,
  summary: { ko: '기기 목록을 봅니다', en: 'List devices' },
  description: 'The latest registered first.',
  request: {
    query: z.strictObject({
      locationId: locationId.optional(),
      serial: serial.optional(),
      type: deviceType.optional(),
      status: z.enum(['active', 'inactive', 'maintenance', 'error']).optional(),
      connectivity: z.enum(connectivities).optional(),
      retired: booleanParameter().optional().meta({ description: 'Whether those that have retired: default false.' }),
      ...pageQuery,
    }),
  },
  response: {
    status: 200,
    description: 'A page of them.',
    body: z.strictObject({ devices: z.array(device), nextCursor }).meta({ id: 'Devices' }),
    freshness: 'none',
  },
  errors: [],
});

export const getDevice = operation({
  ...common,
  id: 'getDevice',
  method: 'GET',
  path: `${path}/{deviceId}`,
  summary: { ko: '기기 하나를 봅니다', en: 'Get a device' },
  description: 'With how it connects, but for its secret.',
  request: { params },
  response: { status: 200, description: 'The device.', body: deviceWithConnection, freshness: 'none' },
  errors: [deviceNotFound],
});

export const updateDevice = operation({
  ...common,
  id: 'updateDevice',
  method: 'PATCH',
  path: `${path}/{deviceId}`,
  summary: { ko: '기기를 고칩니다', en: 'Change a device' },
  description:
    'What is left out stays. A new interval or new thresholds are a new version of its configuration, which is published to ' +
    'its topic `config`, at once or within a minute. `inactive` switches it off: its readings are refused. In `maintenance` ' +
    'they are taken, and raise no alert. A device that is made `active` while it reports a fault is in `error`.',
  request: {
    params,
    body: z
      .strictObject({
        locationId: place.optional(),
        installationPosition: installationPosition.optional(),
        installedAt: installedAtInput.optional(),
        manufacturer: optional.manufacturer.optional(),
        model: optional.model.optional(),
        status: z.enum(['active', 'inactive', 'maintenance']).optional(),
        samplingIntervalSeconds: optional.samplingIntervalSeconds.optional(),
        alertThresholds: optional.alertThresholds.optional(),
      })
      .meta({ id: 'DeviceChange' }),
  },
  response: { status: 200, description: 'The device as it is now.', body: device, freshness: 'none' },
  errors: ['date_out_of_range', ...thresholdErrors, deviceNotFound, deviceRetiredProblem],
  examples: {
    requests: {
      thresholds: {
        summary: 'Other thresholds',
        value: { alertThresholds: { temperature: { min: 18, max: 26 } }, samplingIntervalSeconds: 30 },
      },
      maintenance: { summary: 'Into maintenance', value: { status: 'maintenance' } },
    },
  },
});

export const rotateDeviceCredential = operation({
  ...common,
  id: 'rotateDeviceCredential',
  method: 'POST',
  path: `${path}/{deviceId}/credential`,
  summary: { ko: '기기의 비밀값을 바꿉니다', en: 'Give a device a new secret' },
  description: 'The former one is refused at once, and the connection that was made with it is cut. Shown this once.',
  idempotency: 'optional',
  request: { params },
  response: { status: 201, description: 'The device, with its credential.', body: newCredential, freshness: 'none' },
  errors: [deviceNotFound, deviceRetiredProblem, accountErased, keysUnavailable],
});

export const retireDevice = operation({
  ...common,
  id: 'retireDevice',
  method: 'POST',
  path: `${path}/{deviceId}/retirement`,
  summary: { ko: '기기를 퇴역시킵니다', en: 'Retire a device' },
  description:
    'For good: its credential is gone, its connection is cut, its readings are refused. What it has measured stays. To ' +
    'switch one off for a while, make it `inactive`. Retiring it again changes nothing.',
  request: { params },
  response: { status: 200, description: 'The device, retired now or before.', body: device, freshness: 'none' },
  errors: [deviceNotFound],
});

export const deviceOperations = [
  registerDevice,
  listDevices,
  getDevice,
  updateDevice,
  rotateDeviceCredential,
  retireDevice,
] as const;
