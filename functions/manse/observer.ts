import { type Observer, SEOUL } from '@heal7/saju-engine';
import { type PlaceQuery, placeOf } from '../../platform/vocabulary/place.ts';

/** Where moonrise and moonset are seen: the place of the query; SEOUL itself where it has none. */
export function observerOf(query: PlaceQuery): Observer {
  const { latitude, longitude, timeZone } = placeOf(query);
  if (latitude !== undefined && longitude !== undefined) {
    return { latitude, longitude, ...(timeZone !== undefined && { timeZone }) };
  }
  return timeZone === undefined ? SEOUL : { ...SEOUL, timeZone };
}
