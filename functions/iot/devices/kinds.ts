import type { ProblemKind } from '../../../platform/errors/problem-kind.ts';

export const deviceNotFound = {
  code: 'device_not_found',
  status: 404,
  title: { ko: '그런 기기가 없습니다', en: 'There is no such device' },
  detail: () => ({
    ko: '등록된 기기가 아닙니다. GET /v1/iot/devices로 목록을 확인해 주세요.',
    en: 'No device is registered under this id: GET /v1/iot/devices lists those there are.',
  }),
} as const satisfies ProblemKind;

export const deviceAlreadyRegistered = {
  code: 'device_already_registered',
  status: 409,
  title: { ko: '이미 등록된 일련번호입니다', en: 'A device with this serial number is registered' },
  detail: ({ deviceId = '', retired = 0 }) =>
    retired
      ? {
          ko: `이 일련번호의 기기(${deviceId})는 퇴역했습니다. 퇴역한 기기는 다시 등록되지 않습니다.`,
          en: `It is device ${deviceId}, which has retired: a retired device does not come back.`,
        }
      : {
          ko: `기기 ${deviceId}입니다. 비밀값을 모르면 POST /v1/iot/devices/${deviceId}/credential로 새로 받아 주세요.`,
          en: `It is device ${deviceId}. Where its secret is not known, POST /v1/iot/devices/${deviceId}/credential gives a new one.`,
        },
} as const satisfies ProblemKind;

export const deviceRetiredProblem = {
  code: 'device_retired',
  status: 409,
  title: { ko: '퇴역한 기기입니다', en: 'The device has retired' },
  detail: () => ({
    ko: '퇴역한 기기는 바꿀 수 없고 새 비밀값도 받지 못합니다.',
    en: 'A retired device is not changed any more, and gets no credential.',
  }),
} as const satisfies ProblemKind;
