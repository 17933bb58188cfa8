import { describe, expect, test } from 'vitest';
import { type PlaceInput, placeRules, resolvePlace } from '../../../../platform/places/place-input.ts';

const refusalsOf = (input: PlaceInput) => placeRules.flatMap(rule => rule.refusals(input));
const refusals = (input: PlaceInput) => refusalsOf(input).map(({ field, code }) => `${field} ${code}`);

describe('a place as callers give it', () => {
  test('by name brings coordinates and zone along', () => {
    const place = resolvePlace({ name: '부산' });
    expect(refusals({ name: '부산' })).toEqual([]);
    expect(place).toMatchObject({ name: '부산광역시', timeZone: 'Asia/Seoul' });
    expect(place.longitude).toBeCloseTo(129.07, 1);
  });

  test('by coordinates in Korea needs no zone, abroad it does', () => {
    expect(refusals({ latitude: 35.18, longitude: 129.08 })).toEqual([]);
    expect(refusals({ latitude: 40.71, longitude: -74.01 })).toEqual(['timeZone time_zone_required']);
    expect(refusals({ latitude: 40.71, longitude: -74.01, timeZone: 'America/New_York' })).toEqual([]);
  });

  test('half of a pair of coordinates is refused, naming the other half', () => {
    expect(refusals({ latitude: 37 })).toEqual(['longitude required']);
    expect(refusals({ longitude: 127 })).toEqual(['latitude required']);
  });

  test('a name with coordinates is refused at each coordinate', () => {
    expect(refusals({ name: '서울', longitude: 127, timeZone: 'Asia/Seoul' })).toEqual([
      'longitude place_given_twice',
      'timeZone place_given_twice',
    ]);
  });

  test('an ambiguous name lists its candidates, an unknown one what is like it, a country’s its cities', () => {
    const [ambiguous] = refusalsOf({ name: '고성' });
    expect(ambiguous).toMatchObject({ field: 'name', code: 'ambiguous_place' });
    expect(ambiguous?.detail.ko).toContain('강원');
    const [unknown] = refusalsOf({ name: '수원싀' });
    expect(unknown).toMatchObject({ field: 'name', code: 'unknown_place' });
    expect(unknown?.detail.en).toContain('수원');
    const [wide] = refusalsOf({ name: '대만' });
    expect(wide).toMatchObject({ field: 'name', code: 'unknown_place' });
    expect(wide?.detail).toEqual({
      ko: expect.stringMatching(/나라나 지역.*Taipei, TW/),
      en: expect.stringMatching(/a country or a region.*Taipei, TW/),
    });
  });
});
