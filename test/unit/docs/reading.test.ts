import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
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
});
