import { TIME_ZONE_DATA_VERSION } from './tables/korea-zone.ts';

/** Version of the engine's rules and tables, and of the time zone data (IANA) that its Korean table was made from. */
export const ENGINE_VERSION: string = `1.0.0+tz.${TIME_ZONE_DATA_VERSION}`;
