import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deviceChange } from '../../../../../functions/iot/devices/device-change.ts';
import type { DeviceRow } from '../../../../../functions/iot/devices/store.ts';

const position = { x: 1, y: 2, z: 3, description: 'door' };
const row = {
  location_id: 'seoul',
  installation_position: position,
  installed_at: new Date(0),
  manufacturer: 'Sensirion',
  model: null,
  status: 'active',
  fault: null,
  sampling_interval_seconds: 60,
  alert_thresholds: { temperature: { max: 28 } },
  config_version: 7,
} as unknown as DeviceRow;

describe('a change', () => {
  test('has the fields that are other than before', () => {
    expect(deviceChange(row, { locationId: 'busan', manufacturer: null, model: null })).toEqual({
      fields: ['locationId', 'manufacturer'],
      change: { location_id: 'busan', manufacturer: null },
    });
  });

  test('of the interval or of thresholds, and of nothing else, is the next version of the configuration', () => {
    const version = (sent: Parameters<typeof deviceChange>[1]) => deviceChange(row, sent).change.config_version;
    expect(version({ samplingIntervalSeconds: 30 })).toBe(8);
    expect(version({ alertThresholds: {} })).toBe(8);
    expect(version({ samplingIntervalSeconds: 30, alertThresholds: {} })).toBe(8);
    expect(version({ status: 'inactive', locationId: 'busan', installationPosition: { ...position, x: 9 } })).toBe(
      undefined,
    );
  });

  test('to what is so already is none, whichever fields are sent', () => {
    const same = fc.record(
      {
        locationId: fc.constant('seoul'),
        installationPosition: fc.constant({ ...position }),
        installedAt: fc.constant(new Date(0)),
        manufacturer: fc.constant('Sensirion'),
        model: fc.constant(null),
        status: fc.constant('active' as const),
        samplingIntervalSeconds: fc.constant(60),
        alertThresholds: fc.constant({ temperature: { max: 28 } }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(same, sent => {
        expect(deviceChange(row, sent)).toEqual({ fields: [], change: {} });
      }),
    );
  });

  test('to active leaves a device with a fault in error', () => {
    const faulty = { ...row, status: 'maintenance', fault: 'fan_stuck' } as DeviceRow;
    expect(deviceChange(faulty, { status: 'active' }).change).toEqual({ status: 'error' });
    expect(deviceChange({ ...faulty, status: 'error' }, { status: 'active' }).fields).toEqual([]);
  });
});
