import { NAPEUM } from '../analysis/napeum.ts';
import { fact } from '../analysis/reason.ts';
import { ELEMENTS } from '../calendar/elements.ts';
import { type Part, part, pointed } from './part.ts';
import type { Person } from './person.ts';
import { pointRules } from './point-rules.ts';

export const RULES = pointRules<'sangsaeng' | 'same' | 'sanggeuk'>(
  'napeum',
  `
  sangsaeng practice 5
  same practice 3
  sanggeuk practice 1`,
);

/** Element of each 납음: its name's last character. */
const NAPEUM_ELEMENTS = NAPEUM.map(({ hanja }) => ELEMENTS.findIndex(element => element.hanja === hanja.at(-1)));

/** 납음: what the elements of the two year pillars' 납음 are to each other. */
export function yearNapeum(a: Person, b: Person): Part {
  const distance = (NAPEUM_ELEMENTS[b.pillars.year.index >> 1]! - NAPEUM_ELEMENTS[a.pillars.year.index >> 1]! + 5) % 5;
  const rule = distance === 0 ? RULES.same : distance === 1 || distance === 4 ? RULES.sangsaeng : RULES.sanggeuk;
  return part('napeum', [pointed(rule, [fact('a.napeum', a.napeum.code), fact('b.napeum', b.napeum.code)])]);
}
