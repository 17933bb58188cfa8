/** A word of the field as every answer gives it. `code` is stable and unique within its kind. */
export interface Term {
  readonly code: string;
  readonly hangul: string;
  readonly hanja: string;
  readonly english: string;
}

/**
 * Frozen terms from rows of `code hangul hanja english…`.
 * Rows are one string, so that a table reads as a table.
 */
export function terms<Code extends string>(rows: string): readonly (Term & { readonly code: Code })[] {
  return rows
    .trim()
    .split('\n')
    .map(text => {
      const row = text.trim();
      const first = row.indexOf(' ');
      const second = row.indexOf(' ', first + 1);
      const third = row.indexOf(' ', second + 1);
      return Object.freeze({
        code: internalized(row.slice(0, first)) as Code,
        hangul: row.slice(first + 1, second),
        hanja: row.slice(second + 1, third),
        english: row.slice(third + 1),
      });
    });
}

/** The same text as V8 keeps names of properties: codes are compared often, and two such texts by their address alone. */
function internalized(text: string): string {
  return Object.keys({ [text]: 0 })[0]!;
}

/** The term alone, without what a richer object carries. */
export function termOf({ code, hangul, hanja, english }: Term): Term {
  return { code, hangul, hanja, english };
}
