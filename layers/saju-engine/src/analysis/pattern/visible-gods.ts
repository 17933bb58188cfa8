import { type Fact, fact, stemGodFact } from '../reason.ts';
import { DAY, type Saju } from '../saju.ts';
import { TEN_GODS, tenGodIndex } from '../ten-gods.ts';

// Sets of ten gods, by bits in the order of `TEN_GODS`.
export const BIGYEOP = 0b11;
export const SIKSANG = 0b11 << 2;
export const JAESEONG = 0b11 << 4;
export const GWANSEONG = 0b11 << 6;
export const INSEONG = 0b11 << 8;

const [ABSENT, PRESENT] = [false, true].map(visible =>
  TEN_GODS.map(({ code }) => Object.freeze(fact(`tenGodsStrength.${code}.visible`, visible))),
) as [Fact[], Fact[]];

/** Set of the ten gods that stand in the stems of the year, month and hour (투출). */
export function visibleGods({ stems, dayStem }: Saju): number {
  let gods = 0;
  for (let position = 0; position < stems.length; position++) {
    if (position !== DAY) gods |= 1 << tenGodIndex(dayStem, stems[position]!);
  }
  return gods;
}

/** For each ten god of a set, whether it is visible. */
export function visibleFacts(gods: number, visible: number): Fact[] {
  const facts: Fact[] = [];
  for (let god = 0; god < TEN_GODS.length; god++) {
    if (((gods >> god) & 1) === 1) facts.push((((visible >> god) & 1) === 1 ? PRESENT : ABSENT)[god]!);
  }
  return facts;
}

const NO_FACTS: readonly Fact[] = Object.freeze([]);

/** The stems that are one of a set of ten gods, as facts: a god may stand in two. */
export function presentFacts(saju: Saju, gods: number): readonly Fact[] {
  const { stems, dayStem } = saju;
  let facts: Fact[] | null = null;
  for (let position = 0; position < stems.length; position++) {
    if (position === DAY || ((gods >> tenGodIndex(dayStem, stems[position]!)) & 1) === 0) continue;
    if (facts === null) facts = [stemGodFact(saju, position)];
    else facts.push(stemGodFact(saju, position));
  }
  return facts ?? NO_FACTS;
}
