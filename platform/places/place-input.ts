import { isTimeZone } from '@heal7/saju-engine';
import * as z from 'zod';
import type { FieldKind } from '../errors/field-kind.ts';
import { findPlace, type PlaceAnswer, placeLabel } from './gazetteer.ts';

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

const placeGivenTwice = {
  code: 'place_given_twice',
  detail: {
    ko: '장소 이름을 보낼 때는 필요 없습니다. 둘 중 하나만 보내 주세요.',
    en: 'A place is given by name or by coordinates, not by both.',
  },
} as const satisfies FieldKind;
const requiredTogether = {
  code: 'required',
  detail: { ko: '위도와 경도는 함께 보내 주세요.', en: 'Latitude and longitude go together.' },
} as const;
const timeZoneRequired = {
  code: 'time_zone_required',
  detail: {
    ko: '한국 밖의 좌표입니다. 그곳의 시간대를 IANA 이름으로 보내 주세요.',
    en: 'These coordinates are not in Korea: send their time zone, as an IANA name.',
  },
} as const satisfies FieldKind;
const ambiguousPlace = {
  code: 'ambiguous_place',
  detail: {
    ko: '같은 이름이 여럿 있습니다. 지역이나 나라를 함께 보내 주세요.',
    en: 'Several places have this name. Send its province or country with it.',
  },
} as const satisfies FieldKind;
const unknownPlace = {
  code: 'unknown_place',
  detail: {
    ko: '모르는 장소입니다. 좌표와 시간대로 보내 주세요.',
    en: 'This place is not known. Send its coordinates and time zone.',
  },
} as const satisfies FieldKind;

/** Why the place of a request may be refused. */
export const placeErrors = [
  unknownPlace,
  ambiguousPlace,
  placeGivenTwice,
  'unknown_time_zone',
  timeZoneRequired,
] as const;

/** More than these are not worth listing. */
const MOST_CANDIDATES = 8;

function ambiguous(labels: readonly string[]): FieldKind {
  const listed = labels.slice(0, MOST_CANDIDATES).join(', ');
  return {
    ...ambiguousPlace,
    detail: {
      ko: `같은 이름이 여럿 있습니다. 하나를 골라 주세요: ${listed}.`,
      en: `Several places have this name. Choose one: ${listed}.`,
    },
  };
}

function unknown(suggestions: readonly string[]): FieldKind {
  const listed = suggestions.join(', ');
  if (listed === '') return unknownPlace;
  return {
    ...unknownPlace,
    detail: {
      ko: `모르는 장소입니다. 비슷한 이름: ${listed}. 좌표와 시간대로 보낼 수도 있습니다.`,
      en: `This place is not known. Similar: ${listed}. Coordinates with a time zone do as well.`,
    },
  };
}

function tooWide(labels: readonly string[]): FieldKind {
  const listed = labels.join(', ');
  return {
    ...unknownPlace,
    detail: {
      ko: `나라나 지역의 이름이라 한 곳으로 정할 수 없습니다. 그 안의 도시를 보내 주세요(예: ${listed}).`,
      en: `This is a country or a region. Send a city in it, such as ${listed}.`,
    },
  };
}

function unplaced(answer: Exclude<PlaceAnswer, { kind: 'found' }>): FieldKind {
  switch (answer.kind) {
    case 'ambiguous':
      return ambiguous(answer.candidates.map(placeLabel));
    case 'region':
      return tooWide(answer.places.map(placeLabel));
    case 'unknown':
      return unknown(answer.suggestions);
  }
}

/** Coordinates without a zone are taken to be Korean only where Korea is: south to Marado, north to Onsong, east to Dokdo. */
const KOREA = { south: 33, north: 43.1, west: 124, east: 132 };

/** What is asked of a place, and why it is refused where it does not hold. */
interface PlaceRule {
  /** Fields that have to be right for it to be asked. Others may hold anything: what counts is whether they are there. */
  readonly needed: readonly (keyof PlaceInput)[];
  refusals(input: PlaceInput): readonly (FieldKind & { readonly field: keyof PlaceInput })[];
}

/** A place is given in one way, and is one that is known. */
export const placeRules: readonly PlaceRule[] = [
  {
    needed: ['name'],
    refusals({ name }) {
      const answer = name === undefined ? undefined : findPlace(name);
      if (answer === undefined || answer.kind === 'found') return [];
      return [{ field: 'name', ...unplaced(answer) }];
    },
  },
  {
    needed: [],
    refusals(input) {
      if (input.name === undefined) return [];
      const given = (['latitude', 'longitude', 'timeZone'] as const).filter(field => input[field] !== undefined);
      return given.map(field => ({ field, ...placeGivenTwice }));
    },
  },
  {
    needed: [],
    refusals({ name, latitude, longitude }) {
      if (name !== undefined || (latitude === undefined) === (longitude === undefined)) return [];
      return [{ field: latitude === undefined ? 'latitude' : 'longitude', ...requiredTogether }];
    },
  },
  {
    needed: ['latitude', 'longitude'],
    refusals({ name, latitude, longitude, timeZone }) {
      if (name !== undefined || latitude === undefined || longitude === undefined || timeZone !== undefined) return [];
      return isKorea(latitude, longitude) ? [] : [{ field: 'timeZone', ...timeZoneRequired }];
    },
  },
];

/** The place that callers mean, where no rule refuses it. */
export function resolvePlace({ name, ...coordinates }: PlaceInput): ResolvedPlace {
  const answer = name === undefined ? undefined : findPlace(name);
  return answer?.kind === 'found' ? answer.place : { name: null, ...coordinates };
}

function isKorea(latitude: number, longitude: number): boolean {
  return latitude >= KOREA.south && latitude <= KOREA.north && longitude >= KOREA.west && longitude <= KOREA.east;
}
