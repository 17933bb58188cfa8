import { COUNTRY_NAMES, OLD_PROVINCES, PROVINCES, type Province } from './korea.data.ts';
import { isHangul } from './names.ts';
import { PlaceIndex, RANK, regionOf } from './place-index.ts';

const TIME_ZONES = { KR: 'Asia/Seoul', KP: 'Asia/Pyongyang' };
const HANGUL_RANKS = { KR: RANK.south, KP: RANK.north };
const KINDS: Readonly<Record<string, string>> = { 시: 'si', 군: 'gun', 구: 'gu' };

/** The places of korea.data.ts. */
export function indexKorea(): PlaceIndex {
  const index = new PlaceIndex();
  for (const [country, names] of Object.entries(COUNTRY_NAMES)) {
    for (const name of names) index.addRegion(name, country);
  }
  for (const province of PROVINCES) {
    addProvince(index, province);
    for (const municipality of municipalitiesOf(province)) addMunicipality(index, province, municipality);
  }
  for (const [old, provinces] of Object.entries(OLD_PROVINCES)) {
    for (const province of provinces) index.addRegion(old, formerRegion(province));
  }
  return index;
}

function addProvince(index: PlaceIndex, { name, english, country, also, office, formerly = [] }: Province): void {
  // 서울특별시 is said 서울시.
  const asCity = name.endsWith('시') ? [`${also[0]}시`] : [];
  const forms = [name, english, ...also];
  for (const form of [...forms, ...asCity]) index.addRegion(form, regionOf(country, name));
  if (office === undefined) return;
  const [latitude, longitude] = office;
  const place = { name, english, country, latitude, longitude, timeZone: TIME_ZONES[country] };
  const named = { place, population: null, regions: [country, ...formerly.map(formerRegion)] };
  for (const form of forms) index.addName(form, { ...named, rank: RANK.province });
  // No higher than cities: 광주시 is said of the metropolitan city, and is the name of another in 경기도.
  for (const form of asCity) index.addName(form, { ...named, rank: HANGUL_RANKS[country] });
}

/** A line of a province's table. */
interface Municipality {
  /** 고양시, for the ward 일산동구 too. */
  readonly city: string;
  readonly own: string;
  readonly roman: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly others: readonly string[];
  readonly formerly: readonly string[];
}

function municipalitiesOf({ municipalities }: Province): Municipality[] {
  return municipalities
    .split('\n')
    .filter(line => line !== '')
    .map(line => {
      const [name = '', roman = '', latitude, longitude, ...more] = line.split(' ');
      const [city = '', ward] = name.split('·');
      const marked = (mark: string) => more.filter(word => word.startsWith(mark)).map(word => word.slice(1));
      return {
        city,
        own: ward ?? city,
        roman,
        latitude: Number(latitude),
        longitude: Number(longitude),
        others: marked('+'),
        formerly: marked('<'),
      };
    });
}

function addMunicipality(index: PlaceIndex, province: Province, municipality: Municipality): void {
  const { country } = province;
  const { city, own, latitude, longitude, others, formerly } = municipality;
  const roman = `${municipality.roman}-${KINDS[own.slice(-1)]}`;
  const place = {
    name: `${province.name} ${own === city ? city : `${city} ${own}`}`,
    english: `${roman}, ${province.english}`,
    country,
    latitude,
    longitude,
    timeZone: TIME_ZONES[country],
  };
  const provinceRegion = regionOf(country, province.name);
  const cityRegion = `${provinceRegion} ${city}`;
  const regions = [country, provinceRegion, cityRegion, ...formerly.map(formerRegion)];
  const forms = [...shortForms(own), ...others.flatMap(shortForms), roman];
  // Most cities were counties once.
  if (own.endsWith('시')) forms.push(own.replace(/시$/, '군'));
  if (own.length > 2) forms.push(municipality.roman);
  for (const form of forms) {
    const rank = isHangul(form) ? HANGUL_RANKS[country] : RANK.world;
    index.addName(form, { place, rank, population: null, regions });
  }
  if (own === city && others.some(other => other.endsWith('구'))) {
    for (const form of [...shortForms(city), municipality.roman, roman]) index.addRegion(form, cityRegion);
  }
}

/** 수원시 is said 수원 too, but 중구 is never 중. */
function shortForms(name: string): string[] {
  return /^..+[시군구]$/.test(name) ? [name, name.slice(0, -1)] : [name];
}

/** 강원도 is a province in both countries: as a former one it is the South's, which comes first. */
function formerRegion(province: string): string {
  return regionOf(PROVINCES.find(({ name }) => name === province)?.country ?? '', province);
}
