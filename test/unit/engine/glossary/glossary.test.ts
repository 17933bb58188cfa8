import { describe, expect, test } from 'vitest';
import { GLOSSARY_KINDS, type GlossaryEntry, glossary } from '../../../../layers/saju-engine/src/glossary/index.ts';

const HANGUL = /\p{Script=Hangul}/u;
const HANJA = /\p{Script=Han}/u;
const HANGUL_OR_HANJA = /[\p{Script=Hangul}\p{Script=Han}]/u;

/** Entries that are alike in `key` within their kind, by twos. */
function alike(key: (entry: GlossaryEntry) => string): string[] {
  const seen = new Map<string, string>();
  const found: string[] = [];
  for (const entry of glossary()) {
    const name = `${entry.kind} ${key(entry)}`;
    const first = seen.get(name);
    if (first !== undefined) found.push(`${entry.kind}: ${first} and ${entry.code}`);
    seen.set(name, entry.code);
  }
  return found;
}

function faults(isFault: (entry: GlossaryEntry) => boolean): string[] {
  return glossary()
    .filter(isFault)
    .map(({ kind, code }) => `${kind} ${code}`);
}

describe('the glossary', () => {
  test('is made once and cannot be changed', () => {
    expect(glossary()).toBe(glossary());
    expect(Object.isFrozen(glossary())).toBe(true);
    expect(faults(entry => !Object.isFrozen(entry) || !Object.isFrozen(entry.meaning))).toEqual([]);
  });

  test('has each code of a kind once', () => {
    expect(alike(({ code }) => code)).toEqual([]);
  });

  test('lists the kinds in their order, the entries of each together', () => {
    const runs = glossary()
      .map(({ kind }) => kind)
      .filter((kind, place, all) => kind !== all[place - 1]);
    expect(runs).toEqual(GLOSSARY_KINDS);
  });

  test('gives every code its words and a meaning in both languages', () => {
    expect(faults(({ code, hangul, hanja, english }) => [code, hangul, hanja, english].includes(''))).toEqual([]);
    expect(faults(({ hangul }) => !HANGUL.test(hangul))).toEqual(['source heal7']);
    expect(faults(({ hanja }) => HANGUL.test(hanja) || !HANJA.test(hanja))).toEqual(['source heal7']);
    expect(faults(({ meaning }) => !HANGUL.test(meaning.korean))).toEqual([]);
    expect(faults(({ meaning }) => !/[a-z]/.test(meaning.english))).toEqual([]);
  });

  test('writes English without Hangul or Hanja', () => {
    expect(faults(({ english, meaning }) => HANGUL_OR_HANJA.test(english + meaning.english))).toEqual([]);
  });

  test('says each meaning in a line, as a whole sentence', () => {
    expect(faults(({ meaning: { korean, english } }) => korean.length > 100 || english.length > 140)).toEqual([]);
    expect(faults(({ meaning: { korean } }) => !/니다\.$/.test(korean))).toEqual([]);
    expect(faults(({ meaning: { english } }) => !/^[A-Z0-9].*\.$/.test(english))).toEqual([]);
  });

  test('gives no two codes of a kind one meaning', () => {
    expect(alike(({ meaning }) => meaning.korean)).toEqual([]);
    expect(alike(({ meaning }) => meaning.english)).toEqual([]);
  });
});
