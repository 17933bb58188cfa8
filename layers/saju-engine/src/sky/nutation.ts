import { cosineOfTurns, polynomial } from './series.ts';

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
  const d = (5.198_47 + 7771.377_15 * centuries) / TURN;
  const m = (6.240_04 + 628.301_96 * centuries) / TURN;
  const moon = (2.355_55 + 8328.691_43 * centuries) / TURN;
  const f = (1.627_9 + 8433.466_16 * centuries) / TURN;
  const node = (2.182_44 - 33.757_05 * centuries) / TURN;
  let longitude = 0;
  let obliquity = 0;
  for (let i = 0; i < TERMS.length; i++) {
    const term = TERMS[i]!;
    const argument = term[0] * d + term[1] * m + term[2] * moon + term[3] * f + term[4] * node;
    longitude += term[5] * cosineOfTurns(argument - 0.25);
    obliquity += term[6] * cosineOfTurns(argument);
  }
  return {
    longitude: longitude * 1e-4 * ARC_SECOND,
    obliquity: (polynomial(MEAN_OBLIQUITY, centuries) + obliquity * 1e-4) * ARC_SECOND,
  };
}
