import { OLD_PROVINCES, PROVINCES, type Province } from './korea.data.ts';
import { isHangul, keyOf } from './names.ts';
import type { Place } from './place.ts';
import { COUNTRY_NAMES, STATES } from './regions.ts';
import { WORLD } from './world.data.ts';
import { worldNames } from './world-names.ts';

/**
 * How a name ranks among others alike. A Hangul name means the place in Korea first: 광주 is the metropolitan city,
 * 청도 the county and not Qingdao. In Latin script only provinces and metropolitan cities go before the world.
 */
export const RANK = { province: 0, south: 1, north: 2, world: 3 } as const;

/** A place under one of its names. */
export interface Named {
  readonly place: Place;
  readonly rank: number;
  /** In units of 10,000; null where the table has none (Korea). */
  readonly population: number | null;
  /** The regions that can stand beside the name: its country, its state or province, its city. */
  readonly regions: readonly string[];
}

export interface PlaceIndex {
  /** Places by key. */
  readonly names: ReadonlyMap<string, readonly Named[]>;
  /** Regions by key: what may stand before or after a name. */
  readonly regions: ReadonlyMap<string, ReadonlySet<string>>;
}

const KIND_ENGLISH: Readonly<Record<string, string>> = { 시: 'si', 군: 'gun', 구: 'gu' };

/** Reads the tables. Takes a few milliseconds. */
export function buildPlaceIndex(): PlaceIndex {
  const names = new Map<string, Named[]>();
  const regions = new Map<string, Set<string>>();
  const addName = (key: string, named: Named): void => {
    const known = names.get(key);
    if (known === undefined) names.set(key, [named]);
    else if (!known.some(({ place }) => place === named.place)) known.push(named);
  };
  const addRegion = (name: string, id: string): void => {
    const key = keyOf(name);
    const known = regions.get(key);
    if (known === undefined) regions.set(key, new Set([id]));
    else known.add(id);
  };
  for (const province of PROVINCES) addProvince(province, addName, addRegion);
  for (const [old, now] of Object.entries(OLD_PROVINCES)) for (const name of now) addRegion(old, provinceId(name));
  const countries = addWorld(addName);
  for (const country of countries) {
    for (const name of countryNames(country)) addRegion(name, country);
    for (const line of STATES[country]?.split(/;\s*/) ?? []) {
      const code = line.slice(0, 2);
      addRegion(code, `${country} ${code}`);
      addRegion(line.slice(3), `${country} ${code}`);
    }
  }
  return { names, regions };
}

type AddName = (key: string, named: Named) => void;
type AddRegion = (name: string, id: string) => void;

/** '경기도' is 'KR 경기도'; 강원도 is in both countries, and a bare name means the South's. */
function provinceId(name: string, country?: string): string {
  return `${country ?? PROVINCES.find((province) => province.name === name)?.country} ${name}`;
}

function addProvince(province: Province, addName: AddName, addRegion: AddRegion): void {
  const { name, english, country, also, office, formerly = [] } = province;
  const id = provinceId(name, country);
  const timeZone = country === 'KR' ? 'Asia/Seoul' : 'Asia/Pyongyang';
  const asCity = /(특별|광역|특별자치|직할)시$/.test(name) ? `${also[0]}시` : null;
  for (const form of [name, english, ...also]) addRegion(form, id);
  if (asCity !== null) addRegion(asCity, id);
  if (office !== undefined) {
    const place = { name, english, country, latitude: office[0], longitude: office[1], timeZone };
    const regions = [country, ...formerly.map((old) => provinceId(old))];
    const named = { place, population: null, regions };
    for (const form of [name, english, ...also]) addName(keyOf(form), { ...named, rank: RANK.province });
    // 광주시 is said of the metropolitan city and is the name of another in 경기도.
    if (asCity !== null) addName(asCity, { ...named, rank: country === 'KR' ? RANK.south : RANK.north });
  }
  const hangulRank = country === 'KR' ? RANK.south : RANK.north;
  for (const line of province.municipalities.split('\n')) {
    if (line === '') continue;
    const [written = '', roman = '', latitude, longitude, ...more] = line.split(' ');
    const [city = '', ward] = written.split('·');
    const own = ward ?? city;
    const kind = own.slice(-1);
    const others = more.filter((word) => word.startsWith('+')).map((word) => word.slice(1));
    const before = more.filter((word) => word.startsWith('<')).map((word) => provinceId(word.slice(1)));
    const place = {
      name: `${name} ${written.replace('·', ' ')}`,
      english: `${roman}-${KIND_ENGLISH[kind]}, ${english}`,
      country,
      latitude: Number(latitude),
      longitude: Number(longitude),
      timeZone,
    };
    const cityId = `${id} ${city}`;
    const regions = [country, id, cityId, ...before];
    const forms = [...shortForms(own), ...others.flatMap(shortForms)];
    if (kind === '시') forms.push(`${own.slice(0, -1)}군`);
    if (own.length > 2) forms.push(roman);
    forms.push(`${roman}-${KIND_ENGLISH[kind]}`);
    for (const form of forms) {
      const key = keyOf(form);
      addName(key, { place, rank: isHangul(key) ? hangulRank : RANK.world, population: null, regions });
    }
    if (kind === '시' && others.some((other) => other.endsWith('구'))) {
      for (const form of [...shortForms(city), roman, `${roman}-si`]) addRegion(form, cityId);
    }
  }
}

/** 수원시 is said 수원 too, but 중구 is never 중. */
function shortForms(name: string): string[] {
  return /^..+[시군구]$/.test(name) ? [name, name.slice(0, -1)] : [name];
}

/** Adds the cities abroad and answers their countries, and Korea's. */
function addWorld(addName: AddName): Set<string> {
  const countries = new Set(['KR', 'KP']);
  const cities = new Map<string, Named>();
  let header: string[] = [];
  for (const line of WORLD.split('\n')) {
    if (line === '') continue;
    if (line.startsWith('>')) {
      header = line.slice(1).split(' ');
      continue;
    }
    const [country = '', timeZone = '', state] = header;
    const [name = '', latitude, longitude, population] = line.split(';');
    countries.add(country);
    const named: Named = {
      place: { name, english: name, country, latitude: Number(latitude), longitude: Number(longitude), timeZone },
      rank: RANK.world,
      population: Number(population),
      regions: state === undefined ? [country] : [country, `${country} ${state}`],
    };
    const key = keyOf(name);
    addName(key, named);
    const id = worldId(country, state, key);
    if ((cities.get(id)?.population ?? -1) < Number(population)) cities.set(id, named);
  }
  for (const { country, state, name, others } of worldNames()) {
    const named = cities.get(worldId(country, state, keyOf(name)));
    if (named === undefined) throw new Error(`world-names.ts names ${name} in ${country}, which world.data.ts lacks`);
    for (const other of others) addName(keyOf(other), named);
  }
  return countries;
}

function worldId(country: string, state: string | undefined, key: string): string {
  return `${country} ${state ?? ''} ${key}`;
}

const IN_ENGLISH = new Intl.DisplayNames(['en'], { type: 'region' });
const IN_KOREAN = new Intl.DisplayNames(['ko'], { type: 'region' });

function countryNames(country: string): string[] {
  // ICU calls Hong Kong 홍콩(중국 특별행정구).
  const standard = [IN_ENGLISH.of(country), IN_KOREAN.of(country)].map((name = country) => name.replace(/\(.*$/, ''));
  return [country, ...standard, ...(COUNTRY_NAMES[country] ?? [])];
}
