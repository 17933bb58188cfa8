import { type Fact, fact, stemGodFacts } from '../reason.ts';
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

/** Whether a ten god is visible. */
export function visibleFact(god: number, visible: number): Fact {
  return (((visible >> god) & 1) === 1 ? PRESENT : ABSENT)[god]!;
}

/** For each ten god of a set, whether it is visible. */
export function visibleFacts(gods: number, visible: number): readonly Fact[] {
  const first = lowest(gods);
  const others = gods & (gods - 1);
  const second = lowest(others);
  // Mostly two; in a literal, since an array that is grown takes room for 17.
  if (gods === 0) return [];
  if (others === 0) return [visibleFact(first, visible)];
  if ((others & (others - 1)) === 0) return [visibleFact(first, visible), visibleFact(second, visible)];
  const facts: Fact[] = [];
  for (let god = first; god < TEN_GODS.length; god++) {
    if (((gods >> god) & 1) === 1) facts.push(visibleFact(god, visible));
  }
  return facts;
}

/** The lowest bit that is set. */
function lowest(set: number): number {
  return 31 - Math.clz32(set & -set);
}

/** Positions of the stems that are one of a set of ten gods: a god may stand in two. */
export function positionsOf({ stems, dayStem }: Saju, gods: number): number {
  let positions = 0;
  for (let position = 0; position < stems.length; position++) {
    if (position !== DAY && ((gods >> tenGodIndex(dayStem, stems[position]!)) & 1) === 1) positions |= 1 << position;
  }
  return positions;
}

/** The stems that are one of a set of ten gods, as facts. */
export function presentFacts(saju: Saju, gods: number): readonly Fact[] {
  return stemGodFacts(saju, positionsOf(saju, gods));
}
