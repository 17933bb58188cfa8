import { describe, expect, test } from 'vitest';
import { TEN_GODS } from '../../../../layers/saju-engine/src/analysis/ten-gods.ts';
import { withJosa } from '../../../../layers/saju-engine/src/interpretation/josa.ts';

describe('a particle', () => {
  test.each([
    ['식신', '이/가', '식신이'],
    ['겁재', '이/가', '겁재가'],
    ['정관', '은/는', '정관은'],
    ['편재', '은/는', '편재는'],
    ['목', '을/를', '목을'],
    ['수', '을/를', '수를'],
    ['일간', '과/와', '일간과'],
    ['월지', '과/와', '월지와'],
    ['연지·일지', '과/와', '연지·일지와'],
    ['가', '이/가', '가가'],
    ['힣', '이/가', '힣이'],
  ] as const)('after %s of %s makes %s', (word, josa, expected) => {
    expect(withJosa(word, josa)).toBe(expected);
  });

  test('follows the final consonant of every ten god', () => {
    expect(TEN_GODS.map(({ hangul }) => withJosa(hangul, '이/가'))).toEqual([
      '비견이',
      '겁재가',
      '식신이',
      '상관이',
      '편재가',
      '정재가',
      '편관이',
      '정관이',
      '편인이',
      '정인이',
    ]);
  });

  test.each(['甲', 'wood', '', 'ㄱ'])('is refused after %j, which does not end in a syllable', word => {
    expect(() => withJosa(word, '은/는')).toThrow(RangeError);
  });
});
