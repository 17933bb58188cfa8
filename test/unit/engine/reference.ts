import { readFileSync } from 'node:fs';

/** Cases of `test/reference`, in the shape the engine takes. */

const FOLDER = new URL('../../reference/', import.meta.url);

/** A case's birth and options as the files write them. */
export interface ReferenceBirth {
  readonly id: string;
  /** `1990-05-15T14:30`. */
  readonly birthLocal: string;
  readonly tz: string;
  readonly lon: number;
  readonly gender: 'M' | 'F';
  readonly lunarInput: {
    readonly year: number;
    readonly month: number;
    readonly day: number;
    readonly leap: boolean;
  } | null;
  readonly options: { readonly timeBasis: never; readonly jasi: never; readonly fold: 0 | 1 };
}

export function referenceCases<Expected>(file: string): readonly (ReferenceBirth & Expected)[] {
  return JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')).cases;
}

/** A case's birth as a chart request. Latitude decides nothing here. */
export function requestOf({ birthLocal, tz, lon, gender, lunarInput, options }: ReferenceBirth) {
  const [date = '', time = ''] = birthLocal.split('T');
  const { fold, ...choices } = options;
  return {
    birth: { ...(lunarInput === null ? { date } : lunarBirth(lunarInput)), time, fold },
    place: { latitude: 37, longitude: lon, timeZone: tz },
    sex: gender === 'M' ? ('male' as const) : ('female' as const),
    options: choices,
  };
}

function lunarBirth({ year, month, day, leap }: NonNullable<ReferenceBirth['lunarInput']>) {
  const date = `${year}-${`${month}`.padStart(2, '0')}-${`${day}`.padStart(2, '0')}`;
  return { calendar: 'lunar' as const, date, isLeapMonth: leap };
}
