import elpSeries from 'astronomia/data/elpMppDe';
import vsopSeries from 'astronomia/data/vsop87Dearth';
import { deltaT } from './delta-t.ts';

/**
 * Tables of src/sky, cut from the full theories that astronomia carries: the sun from VSOP87D (Bretagnon and Francou
 * 1988), the moon from ELP/MPP02 fitted to DE405 (Chapront and Francou 2003).
 *
 * The cuts are where the whole day's record stays within a few seconds of the full theories over 1900 to 2100 (the
 * figures are in the tests of src/sky) and the text stays small.
 */
const SUN_LONGITUDE_CUT = 2.5e-7; // rad: 0.05″
const SUN_LATITUDE_CUT = 1e-7; // rad: 0.02″
const MOON_CUT = 0.1; // arc seconds of longitude and latitude
const MOON_DISTANCE_CUT = 5; // km: 0.04″ of parallax

const ARC_SECOND = Math.PI / 180 / 3600;
const TURN = 2 * Math.PI;
/** Farthest date from J2000 in Julian millennia. */
const SPAN = 0.101;

/** FK5 correction of VSOP87's longitude (Meeus, Astronomical Algorithms, 32.3; its part in latitude is 0.04″). */
const FK5_LONGITUDE = -0.09033 * ARC_SECOND;
/** Correction of the IAU 1976 precession rate, arc seconds a century (Herring and others 1994). */
const PRECESSION_RATE = -0.29965;
/** General precession in longitude since J2000, arc seconds by powers of a century (Lieske and others 1977), corrected. */
const PRECESSION = [0, 5029.0966 + PRECESSION_RATE, 1.112, 0.000077, -0.00002353];
/** The moon is seen 1.28 s ago, at 0.549″ a second. */
const MOON_LIGHT_TIME = -0.703 * ARC_SECOND;

/** Amplitude, then phase and frequency: VSOP has no more, ELP goes on with the argument's higher powers. */
type Row = readonly [number, number, number, ...number[]];
type Series = Record<string, readonly Row[]>;
const sun = vsopSeries as unknown as Record<'L' | 'B', Series>;
const moon = elpSeries as unknown as Record<'L' | 'B' | 'R', Series> & { W1: readonly number[] };

/**
 * Source of src/tables/delta-t.ts: the mean ΔT of the year around each 1 January, so that linear interpolation goes
 * through the middle of leap seconds.
 */
export function deltaTTable(): string {
  const tenths: number[] = [];
  for (let year = 1899; year <= 2102; year++) {
    let sum = 0;
    for (let i = -50; i < 50; i++) sum += deltaT(year + (i + 0.5) / 100);
    tenths.push(Math.round(sum / 10));
  }
  const steps = tenths.map((value, i) => value - (tenths[i - 1] ?? 0));
  return source(
    'ΔT in 0.1 s at 1 January of 1899, then its change to the next, to 2102 (each the mean of the year around the date).',
    `export const DELTA_T_STEPS = [${steps.join(', ')}];`,
  );
}

/** Source of src/tables/sun-series.ts. */
export function sunSeriesTable(): string {
  const secular = Object.values(sun.L).map(rows => rows.find(row => row[2] === 0)?.[0] ?? 0);
  secular[0]! += FK5_LONGITUDE;
  secular[1]! += 10 * PRECESSION_RATE * ARC_SECOND;
  return source(
    `VSOP87D, heliocentric earth of date, time in Julian millennia since J2000, radians. The longitude's polynomial
 * includes FK5 and the corrected precession. A row is amplitude (1e-8), phase and frequency (turns) of a cosine; the
 * second and third series of the longitude are to be multiplied by the time and its square.`,
    flat('SUN_POLYNOMIAL', [
      secular
        .slice(0, 4)
        .map(value => round(value, 12))
        .join(', '),
    ]),
    flat('SUN_LONGITUDE', sunRows(sun.L['0']!, SUN_LONGITUDE_CUT)),
    flat('SUN_LONGITUDE_1', sunRows(sun.L['1']!, SUN_LONGITUDE_CUT / SPAN)),
    flat('SUN_LONGITUDE_2', sunRows(sun.L['2']!, SUN_LONGITUDE_CUT / SPAN ** 2)),
    flat('SUN_LATITUDE', sunRows(sun.B['0']!, SUN_LATITUDE_CUT)),
  );
}

/** The periodic terms above the cut. */
function sunRows(rows: readonly Row[], cut: number): string[] {
  return rows
    .filter(([amplitude, , frequency]) => frequency !== 0 && Math.abs(amplitude) > cut)
    .map(([amplitude, phase, frequency]) => cosineRow(amplitude * 1e8, phase, frequency));
}

/** Amplitude, phase and frequency (given in radians, written in turns) with as many digits as the amplitude deserves. */
function cosineRow(amplitude: number, phase: number, frequency: number): string {
  const digits = Math.ceil(Math.log10(Math.abs(amplitude) * 10));
  return `${round(amplitude, 0)}, ${round(phase / TURN - Math.floor(phase / TURN), digits)}, ${round(frequency / TURN, digits)}`;
}

/** The four Delaunay arguments as ELP's own largest terms carry them: D, M (sun), M′ (moon), F. */
const ARGUMENTS = [
  moon.L['0']![2]!.slice(1).map((value, i) => (i === 0 ? value / 2 + Math.PI : value / 2)),
  moon.L['0']![4]!.slice(1).map((value, i) => (i === 0 ? value + Math.PI : value)),
  moon.L['0']![0]!.slice(1),
  moon.B['0']![0]!.slice(1),
] as const;

/** Source of src/tables/moon-series.ts. */
export function moonSeriesTable(): string {
  const longitude = moon.W1.map((value, i) => value + PRECESSION[i]! * ARC_SECOND);
  longitude[0]! += MOON_LIGHT_TIME;
  const inLongitude = cutMoonSeries(moon.L['0']!, MOON_CUT, 100, 'sine');
  const inLatitude = cutMoonSeries(moon.B['0']!, MOON_CUT, 100, 'sine');
  return source(
    `ELP/MPP02 (DE405) of date, time in Julian centuries since J2000 (TT). Angles in radians, amplitudes in 0.01″, distances
 * in km. MOON_ARGUMENTS: mean longitude (precession and light time in it), D, M, M′, F by powers of time.
 * A row is multiples of D and M, then for each of its terms multiples of M′ and F and the amplitude: of a sine for
 * longitude, longitude by time, and latitude, of a cosine for distance. A planetary row is amplitude, phase and frequency
 * (turns) of a cosine.`,
    nested('MOON_ARGUMENTS', [longitude, ...ARGUMENTS].map(polynomial)),
    nested('MOON_LONGITUDE', inLongitude.harmonics),
    nested('MOON_LONGITUDE_DRIFT', cutMoonSeries(moon.L['1']!, MOON_CUT, 100, 'sine').harmonics),
    nested('MOON_LATITUDE', inLatitude.harmonics),
    nested('MOON_DISTANCE', cutMoonSeries(moon.R['0']!, MOON_DISTANCE_CUT, 1, 'cosine').harmonics),
    flat('MOON_PLANETARY_LONGITUDE', inLongitude.others),
    flat('MOON_PLANETARY_LATITUDE', inLatitude.others),
  );
}

/**
 * Rows of a series' terms above the cut, their amplitudes times `scale`: those that are harmonics of the four arguments,
 * and the others (planets, the earth's figure) as cosines. ELP writes every term as a sine, the distance's too.
 */
function cutMoonSeries(
  rows: readonly Row[],
  cut: number,
  scale: number,
  kind: 'sine' | 'cosine',
): { harmonics: string[]; others: string[] } {
  const amplitudes = new Map<string, number>();
  const others: string[] = [];
  for (const [amplitude, phase, frequency] of rows) {
    if (Math.abs(amplitude) < cut) continue;
    const multiples = multiplesOf(frequency);
    if (multiples === undefined) {
      others.push(cosineRow(amplitude * scale, phase - Math.PI / 2, frequency));
      continue;
    }
    const argument = multiples.reduce((sum, multiple, i) => sum + multiple * ARGUMENTS[i]![0]!, 0);
    const halfTurns = (phase - argument - (kind === 'sine' ? 0 : Math.PI / 2)) / Math.PI;
    if (Math.abs(halfTurns - Math.round(halfTurns)) > 1e-6) throw new Error(`Phase of the term of ${amplitude}`);
    const even = Math.round(halfTurns) % 2 === 0;
    // The first multiple that is not 0 is made positive: turned round, a sine changes its sign, a cosine does not.
    const turned = (multiples.find(multiple => multiple !== 0) ?? 0) < 0;
    const key = multiples.map(multiple => (turned ? -multiple : multiple) + 0).join(', ');
    const signed = even !== (turned && kind === 'sine') ? amplitude : -amplitude;
    amplitudes.set(key, (amplitudes.get(key) ?? 0) + signed);
  }
  const groups = new Map<string, string>();
  for (const [key, amplitude] of amplitudes) {
    const [d, m, l, f] = key.split(', ');
    const group = `${d}, ${m}`;
    groups.set(group, `${groups.get(group) ?? group}, ${l}, ${f}, ${round(amplitude * scale, 0)}`);
  }
  return { harmonics: [...groups.values()], others };
}

/** Multiples of D, M, M′, F that make a frequency (radians a century); undefined when none do. */
function multiplesOf(frequency: number): number[] | undefined {
  const [d, m, l, f] = ARGUMENTS.map(powers => powers[1]!) as [number, number, number, number];
  for (let i = -6; i <= 6; i++)
    for (let j = -4; j <= 4; j++)
      for (let k = -6; k <= 6; k++)
        for (let n = -6; n <= 6; n++)
          if (Math.abs(i * d + j * m + k * l + n * f - frequency) < 1e-7) return [i, j, k, n];
  return undefined;
}

/** Rounded so that no power moves the angle by more than 1e-9 in a century. */
function polynomial(powers: readonly number[]): string {
  return powers.map(value => round(value, 9)).join(', ');
}

function round(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)) + 0);
}

/** A series of cosines: the numbers of its rows one after another. */
function flat(name: string, rows: readonly string[]): string {
  return `export const ${name} = [\n${rows.map(row => `  ${row},`).join('\n')}\n];`;
}

/** Harmonics: an array for each row. */
function nested(name: string, rows: readonly string[]): string {
  return `export const ${name} = [\n${rows.map(row => `  [${row}],`).join('\n')}\n];`;
}

function source(comment: string, ...statements: readonly string[]): string {
  return `/**\n * ${comment}\n */\n${statements.join('\n')}\n`;
}
