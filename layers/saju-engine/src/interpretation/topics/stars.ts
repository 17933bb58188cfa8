import type { FindingRules } from '../rules.ts';
import { filled, type Texts } from '../text.ts';
import { pillarsOf } from '../wording.ts';

/** Stars of a table that the chart has: those in the day pillar first, then in the order of the table. */
export function starRules(rule: string, most: number, texts: Texts): FindingRules {
  const rows = new Map(Object.keys(texts).map((code, row) => [code, row]));
  return {
    rule,
    most,
    list: 'stars',
    rank: ({ code, places }) => {
      const row = rows.get(code);
      return row === undefined || places.includes('day') ? row : row + rows.size;
    },
    say: finding => ({ key: finding.code, text: filled(texts[finding.code]!, { place: pillarsOf(finding) }) }),
  };
}
