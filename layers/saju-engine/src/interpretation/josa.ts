/** Particles (조사) that change with the word before them: after a consonant / after a vowel. */
export type Josa = '은/는' | '이/가' | '을/를' | '과/와';

const FIRST_SYLLABLE = 0xac00;
const SYLLABLES = 11_172;
/** Each pair of initial and vowel has 28 syllables; the first is without a final consonant (받침). */
const FINALS = 28;

/**
 * A word with the particle that fits it: `withJosa('식신', '이/가')` is 식신이.
 * @param word ends in a Hangul syllable
 */
export function withJosa(word: string, josa: Josa): string {
  const syllable = word.charCodeAt(word.length - 1) - FIRST_SYLLABLE;
  if (!(syllable >= 0 && syllable < SYLLABLES)) throw new RangeError(`${word} does not end in a Hangul syllable`);
  return word + (syllable % FINALS === 0 ? josa.slice(2) : josa.slice(0, 1));
}
