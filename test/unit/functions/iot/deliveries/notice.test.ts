import { describe, expect, test } from 'vitest';
import { messageBody } from '../../../../../functions/iot/deliveries/message.ts';
import { noticeOf } from '../../../../../functions/iot/deliveries/notice.ts';
import { alertAcknowledged, alertCleared, alertRaised } from '../../../../../functions/iot/events.ts';
import type { RecordedEvent } from '../../../../../platform/events/event-store.ts';

const AT = '2026-05-03T01:00:00.000Z';
const about = {
  alertId: '8f1a2c1e-3f39-4b8e-9d8a-0d6a5f3c2b10',
  deviceId: '5b3e9a70-2f4d-4c1b-8a9e-6d7c8b9a0f11',
  locationId: 'seoul-1f-tea',
  fault: null,
} as const;
const HOT = { ...about, kind: 'above_maximum', readingType: 'temperature', limit: 28 } as const;
const OF_DEVICE = { ...about, readingType: null, limit: null } as const;

const recorded = (event: object) =>
  ({ ...event, streamId: 's', version: 2, globalPosition: 7, occurredAt: new Date(AT), metadata: {} }) as RecordedEvent<
    typeof alertRaised
  >;
const notice = (event: object) => noticeOf('id', messageBody(recorded(event)));

test('a message says what happened, when, and which of its alert it is', () => {
  const event = alertRaised.of({ ...HOT, openedAt: AT, value: 29.3 });
  expect(JSON.parse(messageBody(recorded(event)))).toEqual({
    type: 'alert.raised',
    timestamp: AT,
    data: { ...HOT, openedAt: AT, value: 29.3, version: 2 },
  });
});

describe('a notice', () => {
  test('is in Korean and in English for people, and in JSON for programs', () => {
    const event = alertRaised.of({ ...HOT, openedAt: AT, value: 29.3 });
    const { at, text, shortText, subject, attributes, body } = notice(event);
    expect(at).toBe(AT);
    expect(text).toContain('[알림] seoul-1f-tea: 온도 상한 28°C: 29.3°C');
    expect(text).toContain('[Alert] seoul-1f-tea: Temperature above its maximum of 28°C: 29.3°C');
    expect(shortText).toBe('[HEAL7] 알림 seoul-1f-tea: 온도 상한 28°C: 29.3°C');
    expect(subject).toBe('[HEAL7] Alert: above_maximum at seoul-1f-tea');
    expect(attributes).toEqual({ type: 'alert.raised', kind: 'above_maximum', location: 'seoul-1f-tea' });
    expect(JSON.parse(body).data.alertId).toBe(about.alertId);
  });

  test.each([
    [alertRaised.of({ ...HOT, kind: 'below_minimum', openedAt: AT, value: 12 }), '온도 하한 28°C: 12°C'],
    [alertRaised.of({ ...OF_DEVICE, kind: 'offline', openedAt: AT, value: null }), '기기에서 연락이 없습니다'],
    [alertRaised.of({ ...OF_DEVICE, kind: 'low_battery', limit: 15, openedAt: AT, value: 9 }), '배터리 부족: 9%'],
    [
      alertRaised.of({ ...OF_DEVICE, kind: 'fault', fault: 'sensor_open', openedAt: AT, value: null }),
      '기기 고장(sensor_open)',
    ],
    [alertAcknowledged.of({ ...HOT, acknowledgedAt: AT }), '[알림 확인됨] seoul-1f-tea: 온도 상한 28°C'],
    [
      alertCleared.of({ ...HOT, clearedAt: AT, value: 27, reason: 'recovered' }),
      '[알림 해제] seoul-1f-tea: 온도 상한 28°C: 27°C',
    ],
  ])('tells of %j', (event, words) => {
    expect(notice(event).text).toContain(words);
  });

  test('has a subject as SNS takes it, whatever the place is called', () => {
    const event = alertRaised.of({ ...HOT, locationId: 'a'.repeat(50), kind: 'above_maximum', openedAt: AT, value: 1 });
    expect(notice(event).subject).toMatch(/^[\x20-\x7e]{1,100}$/);
  });
});
