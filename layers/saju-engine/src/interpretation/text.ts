/** What an end user reads, in both languages. */
export interface Text {
  readonly korean: string;
  readonly english: string;
}

/** Texts by the code of what they are about. */
export type Texts = Readonly<Record<string, Text>>;

const LINES_PER_TEXT = 3;

/** A table of texts from rows of three lines: code, Korean, English. One string, so that it reads as a table. */
export function texts(rows: string): Texts {
  const lines = rows
    .trim()
    .split('\n')
    .map(line => line.trim());
  const table: Record<string, Text> = {};
  for (let row = 0; row < lines.length; row += LINES_PER_TEXT) {
    table[lines[row]!] = Object.freeze({ korean: lines[row + 1]!, english: lines[row + 2]! });
  }
  return Object.freeze(table);
}

/** One text after the other. */
export function joined(...parts: readonly Text[]): Text {
  return {
    korean: parts.map(part => part.korean).join(' '),
    english: parts.map(part => part.english).join(' '),
  };
}

/** A text with its slots, such as `{place}`, filled. */
export function filled({ korean, english }: Text, slots: Texts): Text {
  let inKorean = korean;
  let inEnglish = english;
  for (const name in slots) {
    inKorean = inKorean.replace(`{${name}}`, slots[name]!.korean);
    inEnglish = inEnglish.replace(`{${name}}`, slots[name]!.english);
  }
  return { korean: inKorean, english: inEnglish };
}
