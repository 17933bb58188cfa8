import { type ReadingType, readingTypeNames, readingTypes } from '../readings/reading-types.ts';

/** What a device measures: one type of reading, or several. */
export const deviceTypes = [...readingTypeNames, 'multi'] as const;

export type DeviceType = (typeof deviceTypes)[number];

/** The types of reading of a device. */
export function readingTypesOf(deviceType: DeviceType): readonly ReadingType[] {
  return deviceType === 'multi' ? readingTypeNames : [deviceType];
}

/** The types with their units, and what can be measured at all: a reading outside of it is refused. */
export function measuresOf(deviceType: DeviceType) {
  return readingTypesOf(deviceType).map(type => ({ type, ...readingTypes[type] }));
}
