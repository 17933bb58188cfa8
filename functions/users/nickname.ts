import * as z from 'zod';
import type { FieldKind } from '../../platform/errors/field-kind.ts';

/** In characters of the column; a pair of UTF-16 counts for two. */
const MOST_CHARACTERS = 50;

/**
 * What leaves a mark, or lies between such: no spaces and controls, and nothing that is ignored when it is shown (Unicode's
 * Default_Ignorable_Code_Point: zero widths, overrides of direction, fillers of Hangul), nor the blank of Braille.
 */
const VISIBLE = /[^\p{White_Space}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u;

export const nothingVisible = {
  code: 'nothing_visible',
  detail: { ko: '눈에 보이는 글자가 있어야 합니다.', en: 'Something of it has to be visible.' },
} as const satisfies FieldKind;

/** What others see of a user, as it is kept: NFC. */
export const nicknameInput = z
  .string()
  .trim()
  // Before it is counted: some characters are two or three in NFC.
  .normalize('NFC')
  .min(1)
  .max(MOST_CHARACTERS)
  .refine(text => text === '' || VISIBLE.test(text), { params: nothingVisible })
  .meta({ description: 'What others see of you; something of it is visible.', examples: ['미소'] });
