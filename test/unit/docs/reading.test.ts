import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { branchRelations } from '../../../layers/saju-engine/src/analysis/relations/branch-relations.ts';
import { byMonthBranch } from '../../../layers/saju-engine/src/analysis/stars/by-month-branch.ts';
import { BRANCHES, seasonOf } from '../../../layers/saju-engine/src/calendar/branches.ts';
import { RULES } from '../../../layers/saju-engine/src/pair/branches.ts';
import { PAGE, withTables } from '../../../tools/reading-tables.ts';

const page = readFileSync(PAGE, 'utf8');

describe('docs/reading.md', () => {
  test('has the tables that the engine has; if not, run: node tools/reading-tables.ts', () => {
    expect(page).toBe(withTables(page));
  });

  test('cannot keep a table that was changed by hand, ask for one that is not, or leave one out', () => {
    expect(withTables(page.replace('甲己→土', '甲己→水'))).toBe(page);
    expect(() => withTables(page.replace('table:johu', 'table:unheard-of'))).toThrow('unheard-of');
    expect(() => withTables(page.replace('<!-- table:johu -->', ''))).toThrow('johu');
  });

  test('names every two of one 방합, and every branch with itself, that 일지 takes for another relation', () => {
    const section = sectionOf('### 일지, 연지');
    let named = 0;
    for (const [first, { hanja }] of BRANCHES.entries()) {
      for (let second = first; second < BRANCHES.length; second++) {
        const other = BRANCHES[second]!.hanja;
        const alike = first === second || seasonOf(first) === seasonOf(second);
        const related = branchRelations(first, second, 'fire').some(({ kind }) => kind.code in RULES.day.related);
        if (!alike || !related) continue;
        expect(section).toContain(hanja + other);
        named++;
      }
    }
    expect(named).toBe(8);
  });

  test('says of the stars by the month branch which are looked for in some pillars alone, and that it is a choice', () => {
    const section = sectionOf('### By the month branch');
    const prose = section.slice(section.indexOf('<!-- /table -->'));
    for (const { hangul, places } of byMonthBranch().rules) expect(prose.includes(hangul)).toBe(places !== 'ymdh');
    expect(prose).toContain('our choice');
  });
});

/** What stands under a heading, to the next. */
function sectionOf(heading: string): string {
  const from = page.indexOf(`${heading}\n`);
  return page.slice(from, page.indexOf('\n##', from));
}
