import { type Observer, SEOUL } from '@heal7/saju-engine';
import { type PlaceQuery, placeOf } from '../../platform/vocabulary/place.ts';

/** Where moonrise and moonset are seen: the place of the query, Seoul unless it has coordinates. */
export function observerOf(query: PlaceQuery): Observer {
  const { latitude, longitude, timeZone } = placeOf(query);
  return latitude === undefined || longitude === undefined
    ? { ...SEOUL, ...(timeZone !== undefined && { timeZone }) }
    : { latitude, longitude, ...(timeZone !== undefined && { timeZone }) };
}
