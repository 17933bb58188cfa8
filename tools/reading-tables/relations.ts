import { branchRelations } from '../../layers/saju-engine/src/analysis/relations/branch-relations.ts';
import { COMPLETE_SETS } from '../../layers/saju-engine/src/analysis/relations/complete-sets.ts';
import { HYEONG_FORMS, RELATION_KINDS } from '../../layers/saju-engine/src/analysis/relations/relation-kinds.ts';
import type { PairRelation } from '../../layers/saju-engine/src/analysis/relations/relation-tables.ts';
import { stemRelations } from '../../layers/saju-engine/src/analysis/relations/stem-relations.ts';
import { BRANCHES } from '../../layers/saju-engine/src/calendar/branches.ts';
import { ELEMENTS } from '../../layers/saju-engine/src/calendar/elements.ts';
import { STEMS } from '../../layers/saju-engine/src/calendar/stems.ts';
import { DEFAULT_OPTIONS } from '../../layers/saju-engine/src/options.ts';
import { code, hanja, name, source, table } from './markdown.ts';

/** What is in relation, and as what. */
interface Row {
  readonly signs: string;
  readonly relation: PairRelation;
}

export const relationTables = {
  relations: () => {
    const rows = allRows();
    return table(
      ['Kind', 'Code', 'Between', 'Source'],
      RELATION_KINDS.map(kind => [
        name(kind),
        code(kind.code),
        betweenOf(rows.filter(({ relation }) => relation.kind === kind)),
        source(kind.rule.source),
      ]),
    );
  },
};

/** Signs with the element they aim at; those with a form of their own under its name. */
function betweenOf(rows: readonly Row[]): string {
  const plain = rows.filter(({ relation }) => relation.form === null).map(signsOf);
  const forms = HYEONG_FORMS.map(form => {
    const own = rows.filter(({ relation }) => relation.form === form).map(signsOf);
    return own.length === 0 ? '' : `${form.hangul} ${own.join(' ')}`;
  });
  return [plain.join(' '), ...forms].filter(part => part !== '').join('; ');
}

function signsOf({ signs, relation }: Row): string {
  const element = ELEMENTS.find(each => each.code === relation.element);
  return element === undefined ? signs : `${signs}→${element.hanja}`;
}

function allRows(): readonly Row[] {
  const rows: Row[] = [];
  for (let first = 0; first < 10; first++) {
    for (let second = first; second < 10; second++) {
      for (const relation of stemRelations(first, second)) {
        rows.push({ signs: hanja([STEMS[first]!, STEMS[second]!]), relation });
      }
    }
  }
  for (let first = 0; first < 12; first++) {
    for (let second = first; second < 12; second++) {
      for (const relation of branchRelations(first, second, DEFAULT_OPTIONS.omiHap)) {
        rows.push({ signs: hanja([BRANCHES[first]!, BRANCHES[second]!]), relation });
      }
    }
  }
  for (const set of COMPLETE_SETS) {
    rows.push({ signs: hanja(set.members.map(member => BRANCHES[member]!)), relation: set });
  }
  return rows;
}
