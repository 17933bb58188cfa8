import { isTimeZone } from '@heal7/saju-engine';
import * as z from 'zod';
import type { Bilingual } from '../http/language.ts';
import { findPlace, placeLabel } from './gazetteer.ts';

/** How callers give a place: by name, by coordinates with a time zone, or by the time zone alone. */
export interface PlaceInput {
  readonly name?: string | undefined;
  readonly latitude?: number | undefined;
  readonly longitude?: number | undefined;
  readonly timeZone?: string | undefined;
}

/** A place as it was understood. */
export interface ResolvedPlace {
  readonly name: string | null;
  readonly latitude?: number | undefined;
  readonly longitude?: number | undefined;
  readonly timeZone?: string | undefined;
}

export const placeNameSchema = z
  .string()
  .min(1)
  .max(100)
  .meta({
    description:
      'A city, county or district of Korea or a larger city of the world, in Korean or English, alone or with its ' +
      'province or country.',
    examples: ['수원', '경기도 광주시', 'New York', 'Paris, France'],
  });

export const timeZoneSchema = z
  .string()
  .min(1)
  .max(64)
  .refine(isTimeZone, { error: 'unknown_time_zone' })
  .meta({ description: 'IANA name; Asia/Seoul unless said.', examples: ['Asia/Seoul', 'America/New_York'] });

/** Why a field is refused, and the words for it. */
interface Refusal {
  readonly code: string;
  readonly detail: Bilingual;
}

const GIVEN_TWICE: Refusal = {
  code: 'place_given_twice',
  detail: {
    ko: '장소 이름을 보낼 때는 필요 없습니다. 둘 중 하나만 보내 주세요.',
    en: 'A place is given by name or by coordinates, not by both.',
  },
};
const REQUIRED_TOGETHER: Refusal = {
  code: 'required',
  detail: { ko: '위도와 경도는 함께 보내 주세요.', en: 'Latitude and longitude go together.' },
};
const TIME_ZONE_REQUIRED: Refusal = {
  code: 'time_zone_required',
  detail: {
    ko: '한국 밖의 좌표입니다. 그곳의 시간대를 IANA 이름으로 보내 주세요.',
    en: 'These coordinates are not in Korea: send their time zone, as an IANA name.',
  },
};

/** More than these are not worth listing. */
const MOST_CANDIDATES = 8;

function ambiguous(labels: readonly string[]): Refusal {
  const listed = labels.slice(0, MOST_CANDIDATES).join(', ');
  return {
    code: 'ambiguous_place',
    detail: {
      ko: `같은 이름이 여럿 있습니다. 하나를 골라 주세요: ${listed}.`,
      en: `Several places have this name. Choose one: ${listed}.`,
    },
  };
}

function unknown(suggestions: readonly string[]): Refusal {
  const listed = suggestions.join(', ');
  return {
    code: 'unknown_place',
    detail:
      listed === ''
        ? {
            ko: '모르는 장소입니다. 좌표와 시간대로 보내 주세요.',
            en: 'This place is not known. Send its coordinates and time zone.',
          }
        : {
            ko: `모르는 장소입니다. 비슷한 이름: ${listed}. 좌표와 시간대로 보낼 수도 있습니다.`,
            en: `This place is not known. Similar: ${listed}. Coordinates with a time zone do as well.`,
          },
  };
}

/** Coordinates without a zone are taken to be Korean only where Korea is: south to Marado, north to Onsong, east to Dokdo. */
const KOREA = { south: 33, north: 43.1, west: 124, east: 132 };

/** A place as far as it is understood, and what is refused of it, by field. */
export interface PlaceReading {
  readonly place: ResolvedPlace;
  readonly refusals: readonly (Refusal & { readonly field: keyof PlaceInput })[];
}

/** Reads a place as callers give it. */
export function readPlace({ name, ...coordinates }: PlaceInput): PlaceReading {
  const { latitude, longitude, timeZone } = coordinates;
  if (name !== undefined) {
    const given = (['latitude', 'longitude', 'timeZone'] as const).filter(field => coordinates[field] !== undefined);
    const twice = given.map(field => ({ field, ...GIVEN_TWICE }));
    const answer = findPlace(name);
    if (answer.kind === 'found') return { place: answer.place, refusals: twice };
    const refusal =
      answer.kind === 'ambiguous' ? ambiguous(answer.candidates.map(placeLabel)) : unknown(answer.suggestions);
    return { place: { name: null }, refusals: [{ field: 'name', ...refusal }, ...twice] };
  }
  const place = { name: null, latitude, longitude, timeZone };
  if ((latitude === undefined) !== (longitude === undefined)) {
    const field = latitude === undefined ? 'latitude' : 'longitude';
    return { place, refusals: [{ field, ...REQUIRED_TOGETHER }] };
  }
  const zoneMissing =
    latitude !== undefined && longitude !== undefined && timeZone === undefined && !isKorea(latitude, longitude);
  return { place, refusals: zoneMissing ? [{ field: 'timeZone', ...TIME_ZONE_REQUIRED }] : [] };
}

function isKorea(latitude: number, longitude: number): boolean {
  return latitude >= KOREA.south && latitude <= KOREA.north && longitude >= KOREA.west && longitude <= KOREA.east;
}
