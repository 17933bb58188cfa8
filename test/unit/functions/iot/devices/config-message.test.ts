import { expect, test } from 'vitest';
import { configMessage } from '../../../../../functions/iot/devices/push-config.ts';
import { configPayload } from '../../../../../functions/iot/readings/payload.ts';

const row = {
  config_version: 3,
  pushed_config_version: 2,
  sampling_interval_seconds: 10,
  alert_thresholds: { humidity: { min: 30 } },
  retired_at: null,
};

test('a device is told its version, interval and thresholds', () => {
  expect(configPayload.parse(JSON.parse(configMessage(row)))).toEqual({
    version: 3,
    samplingIntervalSeconds: 10,
    alertThresholds: { humidity: { min: 30 } },
  });
});

test('of a retired device nothing is kept', () => {
  expect(configMessage({ ...row, retired_at: new Date() })).toBe('');
});
