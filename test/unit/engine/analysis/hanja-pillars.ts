import { type Saju, saju } from '../../../../layers/saju-engine/src/analysis/saju.ts';
import { GAPJA } from '../../../../layers/saju-engine/src/calendar/sexagenary.ts';

/** A chart from its pillars in hanja, year first: `甲子 丙寅 戊辰 庚申`; three when the hour is unknown. */
export function sajuOf(text: string): Saju {
  const [year, month, day, hour] = text.trim().split(/\s+/).map(indexOf);
  return saju(year!, month!, day!, hour ?? null);
}

function indexOf(hanja: string): number {
  const index = GAPJA.findIndex(pair => pair.hanja === hanja);
  if (index < 0) throw new Error(`${hanja} is none of the sixty pairs`);
  return index;
}
