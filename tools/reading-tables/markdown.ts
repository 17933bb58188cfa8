import type { SourceCode } from '../../layers/saju-engine/src/analysis/sources.ts';
import { SOURCES } from '../../layers/saju-engine/src/analysis/sources.ts';
import type { Term } from '../../layers/saju-engine/src/term.ts';

/** A table of Markdown. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A term by its Hangul and Hanja. */
export function name({ hangul, hanja }: Pick<Term, 'hangul' | 'hanja'>): string {
  return hangul === hanja ? hangul : `${hangul} ${hanja}`;
}

/** Terms by their Hanja, run together. */
export function hanja(terms: readonly Pick<Term, 'hanja'>[]): string {
  return terms.map(term => term.hanja).join('');
}

export function source(code: SourceCode): string {
  return SOURCES.find(each => each.code === code)!.hangul;
}

export function code(text: string): string {
  return `\`${text}\``;
}

export function signed(points: number): string {
  return points > 0 ? `+${points}` : `${points}`.replace('-', '−');
}
