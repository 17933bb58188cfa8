import type * as z from 'zod';
import { InvalidRequest } from '../../../platform/errors/field-issue.ts';
import type { FieldKind } from '../../../platform/errors/field-kind.ts';
import { acrossFields } from '../../../platform/http/across-fields.ts';
import { limitsCrossed, noLimit, type Thresholds, thresholds } from '../readings/payload.ts';
import { type ReadingType, readingTypeNames, readingTypes } from '../readings/reading-types.ts';
import { type DeviceType, readingTypesOf } from './device-types.ts';

const notMeasured = {
  code: 'not_measured',
  detail: { ko: '이 기기가 재지 않는 값입니다.', en: 'The device does not measure this.' },
} as const satisfies FieldKind;

/** Why thresholds may be refused. */
export const thresholdErrors = [noLimit, limitsCrossed, notMeasured] as const;

/** Thresholds as operators send them: within what can be measured, since beyond it no reading is taken. */
export const thresholdsInput = thresholds
  .check(
    acrossFields([], (byType, context) => {
      for (const type of readingTypeNames) {
        for (const limit of ['min', 'max'] as const) {
          const issue = outOfRange(type, byType[type]?.[limit]);
          if (issue !== undefined) context.addIssue({ code: 'custom', path: [type, limit], params: issue });
        }
      }
    }),
  )
  .meta({
    description:
      'By type of reading, in its unit: a reading below `min` or above `max` raises an alert. Replaced as a whole; `{}`: none.',
    examples: [{ temperature: { min: 16, max: 28 } }],
  });

/** @param value told of already where it is no number */
function outOfRange(type: ReadingType, value: unknown) {
  const { minimum, maximum } = readingTypes[type];
  if (typeof value !== 'number') return undefined;
  if (value < minimum) return { code: 'too_small', minimum };
  return value > maximum ? { code: 'too_big', maximum } : undefined;
}

/** @throws InvalidRequest for thresholds of what the device does not measure */
export function checkMeasured(deviceType: DeviceType, byType: Thresholds): void {
  const measured = readingTypesOf(deviceType);
  const others = entriesOf(byType).filter(([type]) => !measured.includes(type));
  if (others.length === 0) return;
  throw new InvalidRequest(
    others.map(([type]) => ({
      in: 'body',
      path: `alertThresholds.${type}`,
      ...notMeasured,
      detail: {
        ko: `이 기기(${deviceType})가 재지 않는 값입니다. 잴 수 있는 값: ${measured.join(', ')}.`,
        en: `The device (${deviceType}) does not measure this. It measures: ${measured.join(', ')}.`,
      },
    })),
  );
}

function entriesOf(byType: Thresholds) {
  return Object.entries(byType) as [ReadingType, NonNullable<z.output<typeof thresholds>[ReadingType]>][];
}
