/** Letters that Unicode does not take apart into a plain letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  ə: 'a',
};

/** Most names are one word that needs nothing done. */
const PLAIN = /^[a-z가-힣]+$/;

/**
 * The words of a name, made comparable: one case, no diacritics, no hyphens, dots or apostrophes; `Saint` as `St`.
 * '서울 강남구' is ['서울', '강남구'], 'Saint-Denis, FR' is ['stdenis', 'fr'].
 */
export function wordsOf(name: string): string[] {
  let text = name.toLowerCase();
  if (PLAIN.test(text)) return [text];
  if (/[^\p{ASCII}가-힣]/u.test(text)) {
    // Hangul comes apart in NFKD too; only marks are dropped, so NFC puts it together again.
    text = text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .normalize('NFC')
      .toLowerCase()
      .replace(/[ßæœøđðłıþə]/g, letter => LETTERS[letter] ?? letter);
  }
  return text
    .replace(/\bsaint\b/g, 'st')
    .split(/[\s,;/()·]+/)
    .map(word => word.replace(/[^\p{L}\p{N}]/gu, ''))
    .filter(word => word !== '');
}

/** The words of a name as one string, by which the index knows it. */
export function keyOf(name: string): string {
  return wordsOf(name).join('');
}

/** Whether a key is written in Hangul throughout. */
export function isHangul(key: string): boolean {
  return /^[가-힣]+$/.test(key);
}
