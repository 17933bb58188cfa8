import type { ByElement } from '../../../../layers/saju-engine/src/analysis/strength/five-elements.ts';
import type { ElementCode } from '../../../../layers/saju-engine/src/calendar/elements.ts';
import { GAPJA, type Gapja } from '../../../../layers/saju-engine/src/calendar/sexagenary.ts';
import type { Sex } from '../../../../layers/saju-engine/src/luck/daeun.ts';
import { type Person, person } from '../../../../layers/saju-engine/src/pair/person.ts';

const EVEN: ByElement<number> = { wood: 20, fire: 20, earth: 20, metal: 20, water: 20 };

/** A person by pillars in hanja, year first (`甲子 丙寅 甲辰`; three without the hour), with a reading made by hand. */
export function personBy(
  pillars: string,
  { sex = 'female' as Sex, yongsin = 'wood' as ElementCode, weights = EVEN } = {},
): Person {
  const pairs = pillars.split(' ').map(pairOf);
  const [year, month, day, hour = null] = pairs as [Gapja, Gapja, Gapja, Gapja?];
  return person(sex, { year, month, day, hour }, { fiveElements: { weights }, usefulGod: { element: yongsin } });
}

/** The pair of these characters, or the first that has this stem or this branch in it. */
export function pairOf(hanja: string): Gapja {
  return GAPJA.find(pair => pair.hanja.includes(hanja))!;
}
