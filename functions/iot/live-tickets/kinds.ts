import type { ProblemKind } from '../../../platform/errors/problem-kind.ts';

export const locationWithoutDevices = {
  code: 'location_without_devices',
  status: 404,
  title: { ko: '기기가 없는 장소입니다', en: 'There is no device at this location' },
  detail: () => ({
    ko: '이 장소에 등록된 기기가 없어 보여 드릴 값이 없습니다. GET /v1/iot/devices로 기기의 locationId를 확인해 주세요.',
    en: 'No device is registered there, so nothing would be heard: GET /v1/iot/devices gives the locationId of each device.',
  }),
} as const satisfies ProblemKind;
