import { GAPJA, type Gapja, gapjaIndex } from '../calendar/sexagenary.ts';
import type { Options } from '../options.ts';

/** 태원 (conception), 명궁 (life) and 신궁 (body). The last two need the hour. */
export interface Palaces {
  readonly taewon: Gapja;
  readonly myeonggung: Gapja | null;
  readonly singung: Gapja | null;
}

/**
 * Palaces of a chart.
 * 태원: the month's stem one on, its branch three on.
 * 명궁 and 신궁: from month number M (寅 1 … 丑 12; with `junggi` the next from the month's 중기 on, as the
 * sun's sign changes then) and hour number; their stem by 오호둔 from the year stem.
 * @param afterJunggi whether the birth is at or after the 중기 of its month
 */
export function palaces(
  year: Gapja,
  month: Gapja,
  hour: Gapja | null,
  afterJunggi: boolean,
  palaceMonth: Options['palaceMonth'],
): Palaces {
  const monthBranch = month.index % 12;
  const taewon = GAPJA[gapjaIndex(((month.index % 10) + 1) % 10, (monthBranch + 3) % 12)]!;
  if (hour === null) return { taewon, myeonggung: null, singung: null };

  const jeolMonth = ((monthBranch + 10) % 12) + 1;
  const monthNumber = palaceMonth === 'junggi' && afterJunggi ? (jeolMonth % 12) + 1 : jeolMonth;
  const hourBranch = hour.index % 12;
  const life = monthNumber + ((hourBranch + 10) % 12) + 1;
  const body = monthNumber + hourBranch + 1;
  return {
    taewon,
    myeonggung: palace(year, life >= 14 ? 26 - life : 14 - life),
    singung: palace(year, body > 12 ? body - 12 : body),
  };
}

/** Palace number 1 is 寅; 子 丑 (11, 12) come after 亥. */
function palace(year: Gapja, number: number): Gapja {
  return GAPJA[gapjaIndex((2 * (year.index % 5) + 1 + number) % 10, (number + 1) % 12)]!;
}
