/** The parts of astronomia 4.2 (JavaScript without types) that the generator calls. Angles are radians, times Julian ephemeris days. */

declare module 'astronomia/planetposition' {
  export class Planet {
    constructor(series: object);
  }
}

declare module 'astronomia/solar' {
  import type { Planet } from 'astronomia/planetposition';
  /** Longitude of date with nutation, aberration and the FK5 correction; it may lie outside 0 to 2π. */
  export function apparentVSOP87(earth: Planet, jde: number): { lon: number; lat: number; range: number };
}

declare module 'astronomia/nutation' {
  /** Nutation in longitude and in obliquity. */
  export function nutation(jde: number): [number, number];
}

declare module 'astronomia/elp' {
  export class Moon {
    constructor(series: object);
    /** Geometric position at the mean equinox of date; `range` in km. */
    position(jde: number): { lon: number; lat: number; range: number };
  }
}

declare module 'astronomia/deltat' {
  /** ΔT = TT − UT in seconds. */
  export function deltaT(year: number): number;
}

declare module 'astronomia/data/vsop87Dearth' {
  const series: object;
  export default series;
}

declare module 'astronomia/data/elpMppDe' {
  const series: object;
  export default series;
}
