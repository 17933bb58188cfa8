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
    .map(row => {
      const [code = '', hangul = '', hanja = '', ...english] = row.trim().split(/\s+/);
      return Object.freeze({ code: code as Code, hangul, hanja, english: english.join(' ') });
    });
}

/** The term alone, without what a richer object carries. */
export function termOf({ code, hangul, hanja, english }: Term): Term {
  return { code, hangul, hanja, english };
}
