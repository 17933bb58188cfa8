import { describe, expect, test } from 'vitest';
import { findPlace, placeLabel } from '../../../../platform/places/gazetteer.ts';
import { keyOf } from '../../../../platform/places/names.ts';
import { COUNTRIES, WORLD } from '../../../../platform/places/world.data.ts';
import { indexWorld } from '../../../../platform/places/world-index.ts';
import { worldNames } from '../../../../tools/world-place-names.ts';

const places = [...new Set([...indexWorld().names.values()].flat().map(({ place }) => place))];

describe('the table of the world', () => {
  test('is well formed', () => {
    for (const line of WORLD.trim().split('\n')) {
      expect(line).toMatch(
        /^(>[A-Z]{2} [A-Za-z]+\/[\w/-]+( [A-Z]{2})?|[^;>]+;-?\d+(\.\d+)?;-?\d+(\.\d+)?;\d+(;[^;]+)*)$/,
      );
    }
    for (const line of COUNTRIES.trim().split('\n')) expect(line).toMatch(/^[A-Z]{2};[^;]+(;[^;]+)*$/);
  });

  test('names each country that has a place', () => {
    const named = COUNTRIES.trim()
      .split('\n')
      .map(line => line.slice(0, 2));
    expect(named).toEqual([...new Set(places.map(({ country }) => country))].sort());
  });

  test('has coordinates on the globe and time zones that this Node knows', () => {
    for (const zone of new Set(places.map(({ timeZone }) => timeZone))) {
      expect(() => new Intl.DateTimeFormat('en', { timeZone: zone }), zone).not.toThrow();
    }
    for (const { name, latitude, longitude } of places) {
      expect(Math.abs(latitude), name).toBeLessThanOrEqual(90);
      expect(Math.abs(longitude), name).toBeLessThanOrEqual(180);
    }
  });

  test('has no place twice: the label of each leads to it', () => {
    for (const place of places)
      expect(findPlace(placeLabel(place)), placeLabel(place)).toEqual({ kind: 'found', place });
  });

  test('has Korean names of at least 300 cities, each of which leads to its city or to a choice with it', () => {
    const named = [...worldNames()].filter(({ others }) => others.some(other => /^[가-힣]/.test(other)));
    expect(named.length).toBeGreaterThan(300);
    for (const { country, name, others } of named) {
      for (const other of others) {
        const answer = findPlace(`${other}, ${country}`);
        expect(answer, other).toMatchObject({ kind: 'found', place: { country } });
        expect(answer.kind === 'found' && keyOf(answer.place.name), other).toBe(keyOf(name));
      }
    }
  });

  // Figures of the cities' own pages and atlases, not of GeoNames.
  test.each([
    ['뉴욕', 40.71, -74.01, 'America/New_York'],
    ['로스앤젤레스', 34.05, -118.24, 'America/Los_Angeles'],
    ['도쿄', 35.68, 139.69, 'Asia/Tokyo'],
    ['상하이', 31.23, 121.47, 'Asia/Shanghai'],
    ['런던', 51.51, -0.13, 'Europe/London'],
    ['상파울루', -23.55, -46.63, 'America/Sao_Paulo'],
    ['시드니', -33.87, 151.21, 'Australia/Sydney'],
    ['타슈켄트', 41.3, 69.25, 'Asia/Tashkent'],
  ])('%s is where it is', (query, latitude, longitude, timeZone) => {
    const answer = findPlace(query);
    if (answer.kind !== 'found') throw new Error(`${query} is ${answer.kind}`);
    expect(Math.abs(answer.place.latitude - latitude)).toBeLessThanOrEqual(0.05);
    expect(Math.abs(answer.place.longitude - longitude)).toBeLessThanOrEqual(0.05);
    expect(answer.place.timeZone).toBe(timeZone);
  });
});
