import { createHash } from 'node:crypto';

/** What may be wrong with a post. docs/adr/0060 has the reasons of the numbers. */
export type Flag = 'copied' | 'flood' | 'links' | 'repeated_words' | 'repeated_characters' | 'short';

export type Verdict = 'fine' | 'low_quality' | 'spam';

/** How much a flag weighs: one of two does not make spam, since people do it too. */
const POINTS: Readonly<Record<Flag, number>> = {
  copied: 2,
  flood: 2,
  links: 2,
  repeated_words: 1,
  repeated_characters: 1,
  short: 1,
};
const SPAM_POINTS = 3;

/** Letters and digits of a text that says something; Hangul says in 20 what takes English 50. */
const FEWEST_LETTERS = 20;
const MOST_LINKS = 3;
/** Of the text, that links may be, or characters that are repeated. */
const MOST_SHARE = 0.3;
/** Fewer words are not enough to tell. */
const FEWEST_WORDS = 20;
const LEAST_DISTINCT_WORDS = 0.4;

const LINK = /(?:https?:\/\/|www\.)\S+/gi;
const TAG = /<[^>]*>/g;
const NO_LETTER = /[^\p{L}\p{N}]+/gu;
/** Six of a kind or more: up to five are laughter (ㅋㅋㅋㅋㅋ). */
const REPEATED = /(\S)\1{5,}/gu;

/** The flags of a text by itself. */
export function textFlags(content: string, contentType: 'markdown' | 'html' | 'plain'): readonly Flag[] {
  const text = contentType === 'html' ? content.replaceAll(TAG, ' ') : content;
  const written = content.replaceAll(/\s+/g, '').length;
  const shareOf = (found: readonly string[]) => found.reduce((sum, { length }) => sum + length, 0) / written;
  const links = content.match(LINK) ?? [];
  const repeated = text.match(REPEATED) ?? [];
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const distinct = new Set(words).size / words.length;

  const flags: Flag[] = [];
  if (links.length > MOST_LINKS || shareOf(links) > MOST_SHARE) flags.push('links');
  if (words.length >= FEWEST_WORDS && distinct < LEAST_DISTINCT_WORDS) flags.push('repeated_words');
  if (shareOf(repeated) > MOST_SHARE) flags.push('repeated_characters');
  if (lettersOf(text).length < FEWEST_LETTERS) flags.push('short');
  return flags;
}

/** What texts with the same letters have in common; undefined for one too short to be anybody's. */
export function fingerprint(content: string): string | undefined {
  const letters = lettersOf(content);
  return letters.length < FEWEST_LETTERS ? undefined : createHash('sha256').update(letters).digest('base64');
}

export function verdictOf(flags: readonly Flag[]): Verdict {
  const points = flags.reduce((sum, flag) => sum + POINTS[flag], 0);
  if (points >= SPAM_POINTS) return 'spam';
  return points > 0 ? 'low_quality' : 'fine';
}

function lettersOf(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(NO_LETTER, '');
}
