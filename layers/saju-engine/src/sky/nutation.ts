import { COLUMNS, cosineSum, polynomial, quickCosineSum } from './series.ts';

const TURN = 2 * Math.PI;
const ARC_SECOND = Math.PI / 180 / 3600;

/**
 * IAU 1980 nutation: multiples of D, M, M′, F, Ω, then Δψ (sine) and Δε (cosine) in 0.0001″. The terms of 0.02″ and
 * more: what is left out stays below 0.1″ (Seidelmann 1982; Meeus, Astronomical Algorithms, table 22.A).
 */
const TERMS = [
  [0, 0, 0, 0, 1, -171_996, 92_025],
  [-2, 0, 0, 2, 2, -13_187, 5736],
  [0, 0, 0, 2, 2, -2274, 977],
  [0, 0, 0, 0, 2, 2062, -895],
  [0, 1, 0, 0, 0, 1426, 54],
  [0, 0, 1, 0, 0, 712, -7],
  [-2, 1, 0, 2, 2, -517, 224],
  [0, 0, 0, 2, 1, -386, 200],
  [0, 0, 1, 2, 2, -301, 129],
  [-2, -1, 0, 2, 2, 217, -95],
] as const;

/** D, M, M′, F and Ω: radians at J2000 and radians a century. */
const ARGUMENTS = [
  [5.198_47, 7771.377_15],
  [6.240_04, 628.301_96],
  [2.355_55, 8328.691_43],
  [1.627_9, 8433.466_16],
  [2.182_44, -33.757_05],
] as const;
const SINE = 5;
const COSINE = 6;

/** Rows for `cosineSum`, amplitudes in arc seconds, by centuries: a sine is a cosine a quarter turn late. */
const LONGITUDE = rowsOf(SINE, -0.25);
const OBLIQUITY = rowsOf(COSINE, 0);

/**
 * The terms that matter where nutation moves the equinox and the sun alike, and only a sixth of it is left (equation of
 * time): what is left out is below 0.003 s of it.
 */
const QUICK_LONGITUDE = LONGITUDE.slice(0, 5 * COLUMNS);
const QUICK_OBLIQUITY = OBLIQUITY.slice(0, 4 * COLUMNS);

/** Mean obliquity in arc seconds by powers of a century (IAU 1980). */
const MEAN_OBLIQUITY = [84_381.448, -46.815, -0.000_59, 0.001_813];

export interface Nutation {
  /** Nutation in longitude Δψ, radians. */
  readonly longitude: number;
  /** True obliquity of the ecliptic, radians. */
  readonly obliquity: number;
}

/** Nutation and the true obliquity of the ecliptic at Julian centuries (TT) since J2000, to about 0.1″. */
export function nutation(centuries: number): Nutation {
  return { longitude: nutationInLongitude(centuries), obliquity: trueObliquity(centuries) };
}

/** Nutation in longitude Δψ, radians. */
export function nutationInLongitude(centuries: number): number {
  return cosineSum(LONGITUDE, centuries) * ARC_SECOND;
}

/** True obliquity of the ecliptic, radians. */
function trueObliquity(centuries: number): number {
  return (polynomial(MEAN_OBLIQUITY, centuries) + cosineSum(OBLIQUITY, centuries)) * ARC_SECOND;
}

/** Nutation in longitude, radians, and the true obliquity, to what the equation of time needs of them. */
export function quickNutation(centuries: number): Nutation {
  return {
    longitude: quickCosineSum(QUICK_LONGITUDE, centuries) * ARC_SECOND,
    obliquity: (polynomial(MEAN_OBLIQUITY, centuries) + quickCosineSum(QUICK_OBLIQUITY, centuries)) * ARC_SECOND,
  };
}

function rowsOf(column: typeof SINE | typeof COSINE, lead: number): readonly number[] {
  const rows: number[] = [];
  for (const term of TERMS) {
    let phase = lead;
    let frequency = 0;
    ARGUMENTS.forEach(([constant, rate], argument) => {
      phase += (term[argument]! * constant) / TURN;
      frequency += (term[argument]! * rate) / TURN;
    });
    rows.push(term[column] * 1e-4, phase, frequency);
  }
  return rows;
}
