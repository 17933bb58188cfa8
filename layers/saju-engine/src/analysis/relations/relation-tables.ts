import { ELEMENTS, type ElementCode } from '../../calendar/elements.ts';
import type { Term } from '../../term.ts';
import { HYEONG_FORMS, type RelationCode, type RelationKind, relationKind } from './relation-kinds.ts';

/** What two stems or two branches are to each other, wherever they stand. */
export interface PairRelation {
  readonly kind: RelationKind;
  readonly element: ElementCode | null;
  readonly form: Term | null;
}

/** A row of a table of relations: a kind, the signs in relation, the element they aim at. */
export interface RelationRow extends PairRelation {
  /** Indices of the stems or branches in relation. */
  readonly members: readonly number[];
}

/**
 * Reads rows of `kind 子丑土 寅亥木 …`, a kind with a form of its own as `hyeong:mueun`. The element may be left out.
 * @param signs the ten stems or the twelve branches
 */
export function relationRows(text: string, signs: readonly Term[]): readonly RelationRow[] {
  return text
    .trim()
    .split('\n')
    .flatMap(row => {
      const [head = '', ...groups] = row.trim().split(' ');
      const [code, formCode] = head.split(':');
      const kind = relationKind(code as RelationCode);
      const form = HYEONG_FORMS.find(term => term.code === formCode) ?? null;
      return groups.map(group => {
        const characters = [...group];
        const element = ELEMENTS.find(({ hanja }) => hanja === characters.at(-1)) ?? null;
        if (element !== null) characters.pop();
        const members = characters.map(character => signs.findIndex(({ hanja }) => hanja === character));
        return Object.freeze({ kind, members, element: element?.code ?? null, form });
      });
    });
}

/** Lists of the relations of all pairs of signs, each pair in both orders, at first × number of signs + second. */
export function pairTable(rows: readonly RelationRow[], signs: number): readonly (readonly PairRelation[])[] {
  const table: PairRelation[][] = Array.from({ length: signs * signs }, () => []);
  for (const row of rows) {
    const [first = 0, second = 0] = row.members;
    table[first * signs + second]!.push(row);
    if (first !== second) table[second * signs + first]!.push(row);
  }
  return table;
}
