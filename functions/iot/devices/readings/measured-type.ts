import { InvalidRequest } from '../../../../platform/errors/field-issue.ts';
import type { FieldKind } from '../../../../platform/errors/field-kind.ts';
import type { ReadingType } from '../../readings/reading-types.ts';
import type { MeasuringDevice } from './store.ts';

export const typeNotMeasured = {
  code: 'type_not_measured',
  detail: { ko: '이 기기가 재지 않는 값입니다.', en: 'This device does not measure it.' },
} as const satisfies FieldKind;

/**
 * A type that a device is not made for and has never sent is a mistake of whoever asks, and no empty range.
 * @throws InvalidRequest `type_not_measured` for `type` in the query
 */
export function refuseOtherType(type: ReadingType, { device_type, measured }: MeasuringDevice): void {
  if (measured || device_type === type || device_type === 'multi') return;
  const detail = {
    ko: `이 기기는 ${type}을(를) 재지 않습니다. 이 기기가 재는 것: ${device_type}.`,
    en: `This device does not measure ${type}. It measures ${device_type}.`,
  };
  throw new InvalidRequest([{ in: 'query', path: 'type', ...typeNotMeasured, detail }]);
}
