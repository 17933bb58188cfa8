import { describe, expect, test } from 'vitest';
import { fingerprint, textFlags, verdictOf } from '../../../../functions/analytics/content-quality/flags.ts';

const honest =
  '오늘 상담을 받았는데 제 사주에는 목이 부족하다고 하네요. 집에 화분을 몇 개 들여 놓으려고 하는데 어떤 나무가 좋을까요?';

describe('a text', () => {
  test.each([
    ['of a person is fine', honest, []],
    ['with a laugh is fine', `${honest} ㅋㅋㅋㅋㅋㅋㅋㅋ`, []],
    ['with a source is fine', `${honest} https://example.com/a`, []],
    ['with four links has too many', `${honest} http://a.kr http://b.kr www.c.kr http://d.kr`, ['links']],
    // 30 of 60 characters.
    [
      'that is half link is too much link',
      `${'가나다라마바사아자차'.repeat(3)} https://example.com/1234567890`,
      ['links'],
    ],
    // 20 words of which 7 are others: 0.35.
    [
      'that says the same words again and again repeats them',
      `${'지금 바로 신청 하세요 '.repeat(4)} 하나 둘 셋 지금`,
      ['repeated_words'],
    ],
    ['of nothing but one letter repeats it', `좋은 글 감사합니다 ${'ㅋ'.repeat(40)}`, ['repeated_characters']],
    ['of one sentence is short', '좋은 글 감사합니다!', ['short']],
    ['without a letter is short', '!!! ??? ...', ['short']],
    ['of nothing is short', '', ['short']],
  ])('%s', (_, content, flags) => {
    expect(textFlags(content, 'plain')).toEqual(flags);
  });

  test('in HTML is what stands between the tags', () => {
    expect(textFlags(`<p class="aaaaaaaaaaaaaaaaaaaaaaaaaaaa">짧아요</p>`, 'html')).toEqual(['short']);
    expect(
      textFlags(
        `<a href="https://example.com/aaaaaaaaaaaaaaaaaaaaaaaaaa">${'여기를 눌러 주세요 '.repeat(3)}</a>`,
        'html',
      ),
    ).toEqual(['links']);
  });
});

describe('a copy', () => {
  test('is one whatever its spaces, punctuation, width and case', () => {
    expect(fingerprint('무료 상담 카카오톡 ABC123 지금 바로 연락 주세요 정말로')).toBe(
      fingerprint('무료상담!! 카카오톡 ＡＢＣ１２３ 지금~바로~연락주세요 정말로'),
    );
    expect(fingerprint(honest)).not.toBe(fingerprint(`${honest} 네`));
  });

  test('is nothing that everybody writes', () => {
    expect(fingerprint('좋은 글 감사합니다')).toBeUndefined();
  });
});

test('spam is what two things are wrong with, one of them a heavy one', () => {
  expect(verdictOf([])).toBe('fine');
  expect(verdictOf(['short'])).toBe('low_quality');
  expect(verdictOf(['links'])).toBe('low_quality');
  expect(verdictOf(['short', 'repeated_characters'])).toBe('low_quality');
  expect(verdictOf(['links', 'short'])).toBe('spam');
  expect(verdictOf(['copied', 'flood'])).toBe('spam');
});
