import type { Term } from '../term.ts';
import type { GlossaryKind } from './kinds.ts';

/** A code of the engine's answers: its words and what it means. */
export interface GlossaryEntry extends Term {
  readonly kind: GlossaryKind;
  /** A line each: what it is, and how it is read. */
  readonly meaning: Meaning;
}

export interface Meaning {
  readonly korean: string;
  readonly english: string;
}

/** Entries of terms that the engine names itself, with their meanings from rows of `code | Korean | English`. */
export function ofTerms(kind: GlossaryKind, terms: readonly Term[], texts: string): readonly GlossaryEntry[] {
  const meanings = meaningsOf(texts);
  if (meanings.size !== terms.length) {
    throw new Error(`${kind}: ${terms.length} terms and ${meanings.size} meanings`);
  }
  return terms.map(term => entry(kind, term, meaningOf(meanings, term.code)));
}

/**
 * Entries of codes that the engine answers bare, from rows of `code | Hangul | Hanja | English | meaning in Korean |
 * meaning in English`.
 */
export function ofWords(kind: GlossaryKind, words: string): readonly GlossaryEntry[] {
  return cells(words).map(([code = '', hangul = '', hanja = '', english = '', inKorean = '', inEnglish = '']) =>
    entry(kind, { code, hangul, hanja, english }, { korean: inKorean, english: inEnglish }),
  );
}

export function entry(kind: GlossaryKind, { code, hangul, hanja, english }: Term, meaning: Meaning): GlossaryEntry {
  return Object.freeze({ kind, code, hangul, hanja, english, meaning: Object.freeze(meaning) });
}

/** Entries named by rows of `code | Hangul | Hanja | English`, whose meanings stand elsewhere. */
export function ofNames(
  kind: GlossaryKind,
  names: string,
  meanings: Readonly<Record<string, Meaning>>,
): readonly GlossaryEntry[] {
  const byCode = new Map(Object.entries(meanings));
  const rows = cells(names);
  if (rows.length !== byCode.size) throw new Error(`${kind}: ${rows.length} names and ${byCode.size} meanings`);
  return rows.map(([code = '', hangul = '', hanja = '', english = '']) => {
    const meaning = meaningOf(byCode, code);
    return entry(kind, { code, hangul, hanja, english }, { korean: meaning.korean, english: meaning.english });
  });
}

/** Meanings by code. */
export function meaningsOf(texts: string): ReadonlyMap<string, Meaning> {
  return new Map(cells(texts).map(([code = '', korean = '', english = '']) => [code, { korean, english }]));
}

/** @throws Error for a code without a meaning */
export function meaningOf(meanings: ReadonlyMap<string, Meaning>, code: string): Meaning {
  const meaning = meanings.get(code);
  if (meaning === undefined) throw new Error(`${code} has no meaning in the glossary`);
  return meaning;
}

/** The cells of a table of text: a row a line, cells between bars. */
export function cells(table: string): readonly (readonly string[])[] {
  return table
    .trim()
    .split('\n')
    .map(row => row.split('|').map(cell => cell.trim()));
}
