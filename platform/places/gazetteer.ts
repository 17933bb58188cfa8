import { indexKorea } from './korea-index.ts';
import { isHangul, wordsOf } from './names.ts';
import { nearestNames } from './nearest-names.ts';
import type { Place } from './place.ts';
import { type Named, type PlaceIndex, RANK } from './place-index.ts';
import { indexWorld } from './world-index.ts';

export type PlaceAnswer =
  | { readonly kind: 'found'; readonly place: Place }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Place[] }
  /** A country, a state or a former province: too wide to be a place. With the largest of it. */
  | { readonly kind: 'region'; readonly places: readonly Place[] }
  | { readonly kind: 'unknown'; readonly suggestions: readonly string[] };

/** Longer names are unknown without a look: the longest name in full has 34 characters. */
const MAX_LENGTH = 100;

/** Of cities that share a name the largest is meant when the next is at most a fifth of it. */
const CLEARLY_LARGER = 5;

/** Of suggestions. */
const MOST_SUGGESTIONS = 5;

/** 대한민국 경기도 성남시 before 분당구 is the most that can be told. */
const MAX_REGIONS = 3;

let koreaIndex: PlaceIndex | undefined;
let worldIndex: PlaceIndex | undefined;

function korea(): PlaceIndex {
  koreaIndex ??= indexKorea();
  return koreaIndex;
}

/** Not read for a birth in Korea: it takes longer. */
function world(): PlaceIndex {
  worldIndex ??= indexWorld();
  return worldIndex;
}

/**
 * Finds the place that a name means: a province, city, county or district of Korea or a larger city of the world,
 * in Korean or English, bare or with its province, state or country before or after it.
 * '수원', '경기도 수원시', 'Suwon-si, Gyeonggi-do', '파리', 'Paris, France', 'Portland, OR'.
 */
export function findPlace(query: string): PlaceAnswer {
  if (query.length > MAX_LENGTH) return { kind: 'unknown', suggestions: [] };
  const words = wordsOf(query);
  const found = choose(search(words));
  if (found.length === 0) return unplaced(words);
  const [first, second] = found as [Named, Named | undefined];
  if (second === undefined) return { kind: 'found', place: first.place };
  return { kind: 'ambiguous', candidates: found.map(({ place }) => place) };
}

/** A name that resolves to this place: '경기도 수원시', 'Portland, OR, US'. */
export function placeLabel(place: Place): string {
  const { name, english, country } = place;
  return country === 'KR' || country === 'KP' ? name : `${english}, ${country}`;
}

/** Those of the best rank; of cities abroad only the one that is clearly the largest, if there is one. */
function choose(found: readonly Named[]): readonly Named[] {
  const best = Math.min(...found.map(({ rank }) => rank));
  const alike = found.filter(({ rank }) => rank === best);
  const sized = alike.filter(({ population }) => population !== null);
  if (sized.length < alike.length) return alike;
  sized.sort((a, b) => (b.population ?? 0) - (a.population ?? 0));
  const [first, second] = sized;
  if (first === undefined || second === undefined) return sized;
  return (first.population ?? 0) >= CLEARLY_LARGER * (second.population ?? 0) ? [first] : sized;
}

/** Everything that the words can mean. */
function search(words: readonly string[]): readonly Named[] {
  const key = words.join('');
  const cuts = cutsOf(words);
  const inKorea = within(korea(), key, cuts, 0, key.length, MAX_REGIONS);
  if (inKorea.some(({ rank }) => rank < RANK.world)) return inKorea;
  return [...inKorea, ...within(world(), key, cuts, 0, key.length, MAX_REGIONS)];
}

/** Where a key may be cut: between words, and anywhere in Hangul, which is often written without spaces. */
function cutsOf(words: readonly string[]): readonly number[] {
  const cuts: number[] = [];
  let at = 0;
  for (const word of words) {
    if (at > 0) cuts.push(at);
    if (isHangul(word)) for (let inside = 1; inside < word.length; inside++) cuts.push(at + inside);
    at += word.length;
  }
  return cuts;
}

/** The places named by a part of the key: by all of it, else by what is left beside a region's name. */
function within(
  index: PlaceIndex,
  key: string,
  cuts: readonly number[],
  from: number,
  to: number,
  regionsLeft: number,
): readonly Named[] {
  const exact = lookUp(index.names, key.slice(from, to));
  if (exact !== undefined || regionsLeft === 0) return exact ?? [];
  const found = new Map<Place, Named>();
  for (const cut of cuts) {
    if (cut <= from || cut >= to) continue;
    const before = lookUp(index.regions, key.slice(from, cut));
    const after = lookUp(index.regions, key.slice(cut, to));
    if (before !== undefined) collect(before, within(index, key, cuts, cut, to, regionsLeft - 1));
    if (after !== undefined) collect(after, within(index, key, cuts, from, cut, regionsLeft - 1));
  }
  return [...found.values()];

  function collect(allowed: ReadonlySet<string>, named: readonly Named[]): void {
    for (const one of named) if (one.regions.some(region => allowed.has(region))) found.set(one.place, one);
  }
}

/** Kinds of place that may follow a name without being part of it: 뉴욕시, Suwon City, Gyeonggi Province. */
const KIND = /(시|city|province|county|district)$/;

function lookUp<T>(table: ReadonlyMap<string, T>, key: string): T | undefined {
  return table.get(key) ?? (KIND.test(key) ? table.get(key.replace(KIND, '')) : undefined);
}

/** Names like that of a country are nonsense: 대만 is one letter off 대판, an old name of Osaka. */
function unplaced(words: readonly string[]): PlaceAnswer {
  const places = largestOf(words.join(''));
  return places.length > 0 ? { kind: 'region', places } : { kind: 'unknown', suggestions: suggestionsFor(words) };
}

/** The largest places of a region, five at most, in Korea provinces first; none where the key is no region's. */
function largestOf(key: string): readonly Place[] {
  const found = [korea(), world()].flatMap(({ names, regions }) => {
    const meant = lookUp(regions, key);
    if (meant === undefined) return [];
    return [...names.values()].flat().filter(named => named.regions.some(region => meant.has(region)));
  });
  found.sort((a, b) => (b.population ?? 0) - (a.population ?? 0) || a.rank - b.rank);
  return [...new Set(found.map(({ place }) => place))].slice(0, MOST_SUGGESTIONS);
}

/** For a full address the place it starts with; else the names most like it. */
function suggestionsFor(words: readonly string[]): readonly string[] {
  for (let kept = words.length - 1; kept > 0; kept--) {
    const found = choose(search(words.slice(0, kept)));
    if (found.length > 0) return found.slice(0, MOST_SUGGESTIONS).map(({ place }) => placeLabel(place));
  }
  return nearestNames([korea(), world()], words.join('')).map(placeLabel);
}
