import { keyOf } from './names.ts';
import type { Place } from './place.ts';

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

/** Places and regions by the keys of their names. */
export class PlaceIndex {
  readonly names = new Map<string, Named[]>();
  /** What may stand before or after the name of a place. */
  readonly regions = new Map<string, Set<string>>();

  addName(name: string, named: Named): void {
    const key = keyOf(name);
    const known = this.names.get(key);
    if (known === undefined) this.names.set(key, [named]);
    else if (!known.some(({ place }) => place === named.place)) known.push(named);
  }

  addRegion(name: string, region: string): void {
    const key = keyOf(name);
    const known = this.regions.get(key);
    if (known === undefined) this.regions.set(key, new Set([region]));
    else known.add(region);
  }
}

/** How a region is written in `Named.regions`: 'KR 경기도', 'US NY', or the country alone. */
export function regionOf(country: string, part: string | undefined): string {
  return part === undefined ? country : `${country} ${part}`;
}
