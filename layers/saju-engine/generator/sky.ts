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

/** The tables by file name, as they stand in src/tables. */
export function skyTables(): Record<string, string> {
  return { 'delta-t.ts': deltaTTable(), 'sun-series.ts': sunTable(), 'moon-series.ts': moonTable() };
}

/** Mean ΔT of the year around each 1 January: what linear interpolation halves the steps of leap seconds with. */
function deltaTTable(): string {
  const tenths: number[] = [];
  for (let year = 1899; year <= 2102; year++) {
    let sum = 0;
    for (let i = -50; i < 50; i++) sum += deltaT(year + (i + 0.5) / 100);
    tenths.push(Math.round(sum / 10));
  }
  const steps = tenths.map((value, i) => value - (tenths[i - 1] ?? 0));
  return file(
    'ΔT in 0.1 s at 1 January of 1899, then its change to the next, to 2102 (each the mean of the year around the date).',
    `export const DELTA_T_STEPS = '${steps.join(' ')}';`,
  );
}

function sunTable(): string {
  const secular = Object.values(sun.L).map(rows => rows.find(row => row[2] === 0)?.[0] ?? 0);
  secular[0]! += FK5_LONGITUDE;
  secular[1]! += 10 * PRECESSION_RATE * ARC_SECOND;
  return file(
    `VSOP87D, heliocentric earth of date, time in Julian millennia since J2000, radians. The longitude's polynomial
 * includes FK5 and the corrected precession. A row is power of time, amplitude (1e-8), phase and frequency of a cosine.`,
    `export const SUN_POLYNOMIAL = [${secular
      .slice(0, 4)
      .map(value => round(value, 12))
      .join(', ')}];`,
    template('SUN_LONGITUDE', sunRows(sun.L, SUN_LONGITUDE_CUT)),
    template('SUN_LATITUDE', sunRows(sun.B, SUN_LATITUDE_CUT)),
  );
}

/** Periodic terms whose size somewhere in the span is above the cut, each number as long as the amplitude deserves. */
function sunRows(series: Series, cut: number): string[] {
  return Object.entries(series).flatMap(([power, rows]) =>
    rows
      .filter(([amplitude, , frequency]) => frequency !== 0 && Math.abs(amplitude) * SPAN ** Number(power) > cut)
      .map(([amplitude, phase, frequency]) => {
        const digits = Math.max(0, Math.ceil(Math.log10(Math.abs(amplitude) / 1e-9)));
        return `${power} ${round(amplitude * 1e8, 0)} ${round(phase, digits)} ${round(frequency, digits)}`;
      }),
  );
}

/** The four Delaunay arguments as ELP's own largest terms carry them: D, M (sun), M′ (moon), F. */
const ARGUMENTS = [
  moon.L['0']![2]!.slice(1).map((value, i) => (i === 0 ? value / 2 + Math.PI : value / 2)),
  moon.L['0']![4]!.slice(1).map((value, i) => (i === 0 ? value + Math.PI : value)),
  moon.L['0']![0]!.slice(1),
  moon.B['0']![0]!.slice(1),
] as const;

/** Multiples of D, M, M′, F (the first that is not 0 is positive) to the coefficients of an angle and of the distance. */
type Harmonics = Map<string, [number, number]>;

function moonTable(): string {
  const plane: Harmonics = new Map();
  const vertical: Harmonics = new Map();
  const drift: Harmonics = new Map();
  const planetaryLongitude: string[] = [];
  const planetaryLatitude: string[] = [];
  collect(moon.L['0']!, MOON_CUT, 0, 'angle', plane, planetaryLongitude);
  collect(moon.R['0']!, MOON_DISTANCE_CUT, 0, 'distance', plane, []);
  collect(moon.L['1']!, MOON_CUT, 0, 'angle', drift, []);
  collect(moon.B['0']!, MOON_CUT, 1, 'angle', vertical, planetaryLatitude);

  const longitude = moon.W1.map((value, i) => value + PRECESSION[i]! * ARC_SECOND);
  longitude[0]! += MOON_LIGHT_TIME;
  return file(
    `ELP/MPP02 (DE405) of date, time in Julian centuries since J2000 (TT). Angles in radians, amplitudes in 0.01″, distances
 * in km. MOON_ARGUMENTS: mean longitude (precession and light time in it), D, M, M′, F by powers of time.
 * A row is the multiples of D, M, M′, F and the sine's amplitude in longitude (MOON_LONGITUDE, followed by the cosine's in
 * distance), longitude by time (MOON_LONGITUDE_DRIFT) and latitude (MOON_LATITUDE). Rows of the same multiples of D and M
 * stand together. The planetary rows are amplitude, phase and frequency of a sine.`,
    `export const MOON_ARGUMENTS = [\n${[longitude, ...ARGUMENTS].map(powers => `  [${polynomial(powers)}],`).join('\n')}\n];`,
    template('MOON_LONGITUDE', harmonicRows(plane)),
    template('MOON_LONGITUDE_DRIFT', harmonicRows(drift)),
    template('MOON_LATITUDE', harmonicRows(vertical)),
    template('MOON_PLANETARY_LONGITUDE', planetaryLongitude),
    template('MOON_PLANETARY_LATITUDE', planetaryLatitude),
  );
}

/**
 * Sorts a series' terms above the cut: those that are harmonics of the four arguments into `harmonics`, the others
 * (planets, the earth's figure) into `others`. ELP writes all as sines, the distance's too; `parity` is that of F's multiple.
 */
function collect(
  rows: readonly Row[],
  cut: number,
  parity: 0 | 1,
  kind: 'angle' | 'distance',
  harmonics: Harmonics,
  others: string[],
): void {
  for (const [amplitude, start, frequency] of rows) {
    if (Math.abs(amplitude) < cut) continue;
    const found = multiples(frequency, parity);
    if (found === undefined) {
      others.push(`${round(amplitude * 100, 0)} ${round(start, 3)} ${round(frequency, 3)}`);
      continue;
    }
    const argument = found.reduce((sum, multiple, i) => sum + multiple * ARGUMENTS[i]![0]!, kind === 'angle' ? 0 : Math.PI / 2);
    const halfTurns = Math.round((start - argument) / Math.PI);
    if (Math.abs(start - argument - halfTurns * Math.PI) > 1e-6) throw new Error(`phase of term ${amplitude}`);
    const sign = halfTurns % 2 === 0 ? 1 : -1;
    // A sine turned round changes its sign, a cosine does not.
    const turned = found.find(multiple => multiple !== 0)! < 0;
    const key = found.map(multiple => (turned ? -multiple : multiple) + 0).join(' ');
    const entry = harmonics.get(key) ?? [0, 0];
    if (kind === 'angle') entry[0] += amplitude * sign * (turned ? -1 : 1);
    else entry[1] += amplitude * sign;
    harmonics.set(key, entry);
  }
}

/** Multiples of D, M, M′, F that make a frequency (radians a century); undefined when none do. */
function multiples(frequency: number, parity: 0 | 1): number[] | undefined {
  const [d, m, l, f] = ARGUMENTS.map(powers => powers[1]!) as [number, number, number, number];
  for (let i = -8; i <= 8; i++)
    for (let j = -4; j <= 4; j++)
      for (let k = -7; k <= 7; k++)
        for (let n = -6 + parity; n <= 6; n += 2)
          if (Math.abs(i * d + j * m + k * l + n * f - frequency) < 1e-7) return [i, j, k, n];
  return undefined;
}

function harmonicRows(harmonics: Harmonics): string[] {
  const groups = new Map<string, string[]>();
  for (const [key, [angle, distance]] of harmonics) {
    const [d, m] = key.split(' ');
    const group = groups.get(`${d} ${m}`) ?? [];
    group.push(`${key} ${round(angle * 100, 0)} ${round(distance, 0)}`.replace(/ 0$/, ''));
    groups.set(`${d} ${m}`, group);
  }
  return [...groups.values()].flat();
}

/** Rounded so that no power moves the angle by more than 1e-9 in a century. */
function polynomial(powers: readonly number[]): string {
  return powers.map(value => round(value, 9)).join(', ');
}

function round(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)) + 0);
}

function template(name: string, rows: readonly string[]): string {
  return `export const ${name} = \`\n${rows.join('\n')}\`;`;
}

function file(comment: string, ...statements: readonly string[]): string {
  return `/**\n * Generated by generator/sky.ts; do not edit.\n *\n * ${comment}\n */\n${statements.join('\n')}\n`;
}
