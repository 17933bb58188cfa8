import type { AlertNotice } from '../../../platform/alert-topic/alert-topic.ts';
import type { EventOf } from '../../../platform/events/event-type.ts';
import type { AlertKind } from '../alerts/alert-kinds.ts';
import type { alertEvents } from '../events.ts';
import type { ReadingType } from '../readings/reading-types.ts';

type AlertEventName = (typeof alertEvents)[number]['name'];

/** A message as it was made of an event (`message.ts`): what of it words need. */
export interface NoticedMessage {
  readonly type: AlertEventName;
  readonly timestamp: string;
  readonly data: EventOf<(typeof alertEvents)[number]>['data'] & { readonly value?: number | null };
}

const typeWords: Readonly<Record<ReadingType, { readonly ko: string; readonly en: string }>> = {
  temperature: { ko: '온도', en: 'Temperature' },
  humidity: { ko: '습도', en: 'Humidity' },
  motion: { ko: '움직임', en: 'Motion' },
  light: { ko: '조도', en: 'Light' },
  air_quality: { ko: '이산화탄소 농도', en: 'Carbon dioxide' },
  presence: { ko: '재실', en: 'Presence' },
};

/** How people read units; those of RFC 8428 are for programs. */
const unitWords: Readonly<Record<ReadingType, string>> = {
  temperature: '°C',
  humidity: '%',
  motion: '',
  light: ' lx',
  air_quality: ' ppm',
  presence: '',
};

const eventWords: Readonly<Record<AlertEventName, { readonly ko: string; readonly en: string }>> = {
  'alert.raised': { ko: '알림', en: 'Alert' },
  'alert.acknowledged': { ko: '알림 확인됨', en: 'Alert acknowledged' },
  'alert.cleared': { ko: '알림 해제', en: 'Alert cleared' },
};

const MOST_SUBJECT = 100;
const MOST_SHORT = 140;

/** What subscribers of the topic are told: people in Korean and English, programs in JSON. */
export function noticeOf(id: string, body: string): AlertNotice {
  const message = JSON.parse(body) as NoticedMessage;
  const { type, timestamp, data } = message;
  const { kind, locationId, deviceId, alertId } = data;
  const { ko, en } = whatIsWrong(data);
  const [titleKo, titleEn] = [eventWords[type].ko, eventWords[type].en];
  return {
    id,
    at: timestamp,
    attributes: { type, kind, location: locationId },
    subject: `[HEAL7] ${titleEn}: ${kind} at ${locationId}`.slice(0, MOST_SUBJECT),
    text: [
      `[${titleKo}] ${locationId}: ${ko}`,
      `[${titleEn}] ${locationId}: ${en}`,
      '',
      `기기 / Device: ${deviceId}`,
      `알림 / Alert: ${alertId}`,
      `시각 / Time: ${timestamp}`,
    ].join('\n'),
    shortText: `[HEAL7] ${titleKo} ${locationId}: ${ko}`.slice(0, MOST_SHORT),
    body,
  };
}

function whatIsWrong({ kind, readingType, limit, value, fault }: NoticedMessage['data']): {
  readonly ko: string;
  readonly en: string;
} {
  const words: Readonly<Record<AlertKind, () => { readonly ko: string; readonly en: string }>> = {
    above_maximum: () => ofReading('상한', 'above its maximum of'),
    below_minimum: () => ofReading('하한', 'below its minimum of'),
    offline: () => ({ ko: '기기에서 연락이 없습니다', en: 'the device is not heard from' }),
    low_battery: () => ({ ko: `배터리 부족${valueIn('%')}`, en: `the battery is low${valueIn('%')}` }),
    fault: () => ({ ko: `기기 고장(${fault})`, en: `the device reports a fault (${fault})` }),
  };
  return words[kind]();

  function ofReading(limitKo: string, limitEn: string) {
    const type = readingType!;
    const unit = unitWords[type];
    return {
      ko: `${typeWords[type].ko} ${limitKo} ${limit}${unit}${valueIn(unit)}`,
      en: `${typeWords[type].en} ${limitEn} ${limit}${unit}${valueIn(unit)}`,
    };
  }

  function valueIn(unit: string): string {
    return value === null || value === undefined ? '' : `: ${value}${unit}`;
  }
}
