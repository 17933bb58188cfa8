import * as z from 'zod';
import { recordedInstantInput } from '../../../platform/vocabulary/dates.ts';
import { namedFormat } from '../../../platform/vocabulary/named-format.ts';
import { locationId } from '../location.ts';
import { deviceTypes } from './device-types.ts';
import { thresholdsInput } from './thresholds.ts';

/** What operators say of a device. */

const metres = z.number().min(-10_000).max(10_000);
const words = (most: number) => z.string().trim().min(1).max(most);

export const serial = namedFormat('serial', /^[A-Za-z0-9](?:[A-Za-z0-9._:-]*[A-Za-z0-9])?$/)
  .max(50)
  .meta({ description: 'As its maker printed it; no two devices have the same.', examples: ['SHT45-0042'] });

export const deviceType = z
  .enum(deviceTypes)
  .meta({ description: 'What it measures; `multi`: several types of reading.' });

export const installationPosition = z.strictObject({ x: metres, y: metres, z: metres, description: words(200) }).meta({
  id: 'InstallationPosition',
  description: 'Metres from a corner of the location, which is the same for all of its devices; z is height.',
  examples: [{ x: 2.5, y: 4, z: 1.8, description: '찻상 옆 기둥' }],
});

export const installedAtInput = recordedInstantInput
  .transform(text => new Date(text))
  .meta({
    description: 'When it was put up; now if left out.',
    override: { type: 'string', format: 'date-time' },
    examples: ['2026-11-24T10:00:00+09:00'],
  });

/** What may be changed later as it may be told first. */
export const changeableFields = {
  locationId,
  installationPosition,
  manufacturer: words(50)
    .nullable()
    .meta({ examples: ['Sensirion'] }),
  model: words(50)
    .nullable()
    .meta({ examples: ['SHT45'] }),
  samplingIntervalSeconds: z
    .int()
    .min(1)
    .max(86_400)
    .meta({ description: 'How often it measures. One that is not heard from for three of these is offline.' }),
  alertThresholds: thresholdsInput,
};

export const firmwareVersion = words(20).meta({ description: 'Until it says so itself.', examples: ['1.4.2'] });
