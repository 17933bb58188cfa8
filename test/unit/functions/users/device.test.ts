import { expect, test } from 'vitest';
import { deviceOf } from '../../../../functions/users/sessions/session.ts';

test.each([
  ['Mozilla/5.0 (Linux; Android 16; Pixel 10) AppleWebKit/537.36', 'android'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 20_0 like Mac OS X) AppleWebKit/605.1.15', 'ios'],
  ['Saju/12 CFNetwork/1500 Darwin/25.0.0', 'ios'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15', 'mac'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64)', 'windows'],
  ['Mozilla/5.0 (X11; Linux x86_64)', 'linux'],
  ['curl/8.5.0', 'other'],
  ['', 'other'],
] as const)('%j is a device of the kind %s', (userAgent, device) => {
  expect(deviceOf(userAgent)).toBe(device);
});
