import { describe, expect, test } from 'vitest';
import { findPlace } from '../../../../platform/places/gazetteer.ts';
import { PROVINCES } from '../../../../platform/places/korea.data.ts';
import { indexKorea } from '../../../../platform/places/korea-index.ts';

const south = PROVINCES.filter(({ country }) => country === 'KR');

/** Lines of the table as they are written, wards that have one of their own left out. */
function municipalities(province: (typeof PROVINCES)[number]): string[] {
  return province.municipalities.split('\n').filter(line => line !== '' && !line.includes('·'));
}

const places = [...new Set([...indexKorea().names.values()].flat().map(({ place }) => place))];

describe('the table of Korea', () => {
  test('has the 17 provinces of the South with their 75 cities, 82 counties and 69 districts, and Jeju’s two cities', () => {
    const names = south.flatMap(province => municipalities(province).map(line => line.split(' ')[0] ?? ''));
    const count = (kind: string) => names.filter(name => name.endsWith(kind)).length;
    expect(south).toHaveLength(17);
    expect({ cities: count('시'), counties: count('군'), districts: count('구') }).toEqual({
      cities: 75 + 2,
      counties: 82,
      districts: 69,
    });
  });

  test.each(PROVINCES.map(province => [province.name, province] as const))(
    '%s: every line is well formed',
    (_, province) => {
      for (const line of province.municipalities.split('\n').filter(text => text !== '')) {
        expect(line).toMatch(
          /^([가-힣]+시·)?[가-힣]+[시군구] [A-Z][a-z]+ \d{2}\.\d{2} 1[23]\d\.\d{2}( \+[가-힣A-Za-z-]+)*( <[가-힣]+)*$/,
        );
        for (const [, former] of line.matchAll(/<([가-힣]+)/g)) {
          expect(PROVINCES.map(({ name }) => name)).toContain(former);
        }
      }
    },
  );

  test('finds every municipality of the South by its province and name, with and without its kind', () => {
    for (const { name: province, also, municipalities: table } of south) {
      for (const line of table.split('\n').filter(text => text !== '')) {
        const [written = ''] = line.split(' ');
        const name = written.split('·').at(-1) ?? '';
        const short = name.length > 2 ? name.slice(0, -1) : name;
        for (const query of [
          `${province} ${name}`,
          `${also[0]} ${short}`,
          `${also[0]}${name}`,
          `${name}, ${province}`,
        ]) {
          expect(findPlace(query), query).toMatchObject({
            kind: 'found',
            place: { name: `${province} ${written.replace('·', ' ')}`, country: 'KR' },
          });
        }
      }
    }
  });

  test('lies between 33 and 39° N, 124 and 132° E in the South, and keeps the zone of its country', () => {
    for (const { name, country, latitude, longitude, timeZone } of places) {
      const [least, most] = country === 'KR' ? [33, 39] : [37.5, 43.1];
      expect(latitude, name).toBeGreaterThan(least);
      expect(latitude, name).toBeLessThan(most);
      expect(longitude, name).toBeGreaterThan(124);
      expect(longitude, name).toBeLessThan(132);
      expect(timeZone, name).toBe(country === 'KR' ? 'Asia/Seoul' : 'Asia/Pyongyang');
    }
  });

  test('has no two places of one name', () => {
    const names = places.map(({ name, country }) => `${country} ${name}`);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  // City halls after GeoNames' points for the towns of the same name.
  test.each([
    ['강릉', 37.75, 128.87],
    ['목포', 34.81, 126.39],
    ['춘천', 37.87, 127.73],
    ['안동', 36.57, 128.72],
    ['순천', 34.95, 127.49],
    ['서귀포', 33.25, 126.56],
    ['청진', 41.8, 129.78],
    ['해주', 38.04, 125.71],
  ])('%s is within 0.03° of where GeoNames has it', (query, latitude, longitude) => {
    const answer = findPlace(query);
    if (answer.kind !== 'found') throw new Error(`${query} is ${answer.kind}`);
    expect(Math.abs(answer.place.latitude - latitude)).toBeLessThanOrEqual(0.03);
    expect(Math.abs(answer.place.longitude - longitude)).toBeLessThanOrEqual(0.03);
  });
});
