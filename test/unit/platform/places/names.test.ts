import { describe, expect, test } from 'vitest';
import { isHangul, keyOf, wordsOf } from '../../../../platform/places/names.ts';

describe('the words of a name', () => {
  test.each([
    ['서울 강남구', ['서울', '강남구']],
    ['Suwon-si, Gyeonggi-do', ['suwonsi', 'gyeonggido']],
    ['Saint-Denis (FR)', ['stdenis', 'fr']],
    ["Xi'an", ['xian']],
    ['Łódź', ['lodz']],
    ['Århus', ['arhus']],
    ['Reykjavík', ['reykjavik']],
    ['İzmir', ['izmir']],
    ['Straße', ['strasse']],
    [' ,-. ', []],
  ])('of %j are %j', (name, words) => {
    expect(wordsOf(name)).toEqual(words);
  });

  test('are the same for composed and decomposed letters', () => {
    expect(keyOf('São Paulo'.normalize('NFD'))).toBe(keyOf('São Paulo'));
    expect(keyOf('평창군'.normalize('NFD'))).toBe('평창군');
  });

  test('are Hangul only when every letter is', () => {
    expect(isHangul('서울')).toBe(true);
    expect(isHangul('워싱턴dc')).toBe(false);
    expect(isHangul('')).toBe(false);
  });
});
