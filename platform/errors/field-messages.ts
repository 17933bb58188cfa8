import type { SajuErrorCode } from '@heal7/saju-engine';
import type { Bilingual } from '../http/language.ts';
import type { Facts } from './problem-kind.ts';

type Message = (facts: Facts) => Bilingual;

/** JSON's types as people call them, by zod's names. */
const typeNames: Readonly<Record<string, Bilingual>> = {
  string: { ko: '문자열', en: 'a string' },
  number: { ko: '숫자', en: 'a number' },
  int: { ko: '정수', en: 'a whole number' },
  boolean: { ko: 'true 또는 false', en: 'true or false' },
  object: { ko: '객체({ … })', en: 'an object ({ … })' },
  record: { ko: '객체({ … })', en: 'an object ({ … })' },
  array: { ko: '배열([ … ])', en: 'an array ([ … ])' },
  null: { ko: 'null', en: 'null' },
  date: { ko: '날짜', en: 'a date' },
};

/** The formats that are checked, by zod or by ours, with an example each. What has none here says too little to mend it. */
const formatNames: Readonly<Record<string, Bilingual>> = {
  date: { ko: 'YYYY-MM-DD 형식의 날짜(예: 1990-05-17)', en: 'a date as YYYY-MM-DD (1990-05-17)' },
  time: { ko: 'HH:MM 또는 HH:MM:SS 형식의 시각(예: 14:30)', en: 'a time as HH:MM or HH:MM:SS (14:30)' },
  datetime: { ko: 'ISO 8601 시각(예: 1990-05-17T05:30:00Z)', en: 'an ISO 8601 instant (1990-05-17T05:30:00Z)' },
  email: { ko: '이메일 주소', en: 'an e-mail address' },
  uuid: { ko: 'UUID', en: 'a UUID' },
  url: { ko: 'URL', en: 'a URL' },
  slug: {
    ko: '영문 소문자와 숫자, 그 사이의 하이픈 하나씩(예: web-prod)',
    en: 'small letters and digits, with single hyphens between them (web-prod)',
  },
  serial: {
    ko: '영문자와 숫자, 그 사이의 . _ : -(예: SHT45-0042)',
    en: 'letters and digits, with . _ : or - between them (SHT45-0042)',
  },
};

function types(expected: unknown): Bilingual {
  const names = String(expected).split('|');
  return {
    ko: names.map(name => typeNames[name]?.ko ?? name).join(' 또는 '),
    en: names.map(name => typeNames[name]?.en ?? name).join(' or '),
  };
}

function range(facts: Facts): { readonly ko: string; readonly en: string } {
  const { from, to } = facts;
  return from === undefined || to === undefined
    ? { ko: '', en: '' }
    : { ko: ` (${from}부터 ${to}까지)`, en: ` (${from} to ${to})` };
}

/** When a birth was, and whose where there may be several. */
function born({ birth, person }: Facts): Bilingual {
  const whose = person === undefined ? { ko: '', en: '' } : { ko: `${person}의 `, en: ` of ${person}` };
  const on = birth === undefined ? { ko: '', en: '' } : { ko: `(${birth})`, en: `, ${birth}` };
  return { ko: `${whose.ko}출생일${on.ko}`, en: `with the birth${whose.en}${on.en}` };
}

/** What the engine refuses. */
const engineMessages: Readonly<Record<SajuErrorCode, Message>> = {
  invalid_value: ({ accepted }) =>
    accepted === undefined
      ? { ko: '받을 수 없는 값입니다.', en: 'This value is not accepted.' }
      : {
          ko: `받을 수 없는 값입니다. 쓸 수 있는 값: ${accepted}.`,
          en: `This value is not accepted. Accepted: ${accepted}.`,
        },
  invalid_date: () => ({
    ko: '달력에 없는 날짜입니다. YYYY-MM-DD 형식의 실제 날짜를 보내 주세요.',
    en: 'There is no such date. Send a date that exists, as YYYY-MM-DD.',
  }),
  invalid_time: () => ({
    ko: '올바른 시각이 아닙니다. 00:00부터 23:59까지 HH:MM 또는 HH:MM:SS로 보내 주세요.',
    en: 'There is no such time of day. Send HH:MM or HH:MM:SS, from 00:00 to 23:59.',
  }),
  hour_given_twice: () => ({
    ko: 'time과 hourBranch 가운데 하나만 보내 주세요.',
    en: 'Send time or hourBranch, not both.',
  }),
  invalid_lunar_date: () => ({
    ko: '음력에 없는 날짜입니다. 그달이 29일까지인지, 윤달이 있는 해인지 확인해 주세요.',
    en: 'The lunar calendar has no such date: the month may have 29 days, or the year no such leap month.',
  }),
  leap_month_of_solar_date: () => ({
    ko: '윤달은 음력에만 있습니다.',
    en: 'Only a lunar date can be in a leap month.',
  }),
  date_out_of_range: facts => ({
    ko: `다루는 범위를 벗어난 날짜입니다${range(facts).ko}.`,
    en: `The date is outside the range that is covered${range(facts).en}.`,
  }),
  nonexistent_date: ({ timeZone }) => ({
    ko: `${timeZone === undefined ? '그곳' : timeZone}에 없었던 날짜입니다. 날짜 변경선을 옮기느라 하루를 건너뛰었습니다. 기록된 날짜를 확인해 주세요.`,
    en: `That date never was${timeZone === undefined ? '' : ` in ${timeZone}`}: the calendar left a day out as the date line was moved. Check the recorded date.`,
  }),
  nonexistent_time: ({ from, to, timeZone }) =>
    from === undefined || to === undefined || timeZone === undefined
      ? {
          ko: '시계를 앞당기느라 건너뛴, 그날 없었던 시각입니다. 기록된 시각을 확인해 주세요.',
          en: 'That time never was: the clock was moved forward over it that day. Check the recorded time.',
        }
      : {
          ko: `없었던 시각입니다. 그날 ${timeZone}의 시계는 ${from}에서 ${to}으로 건너뛰었습니다. 기록된 시각을 확인해 주세요.`,
          en: `That time never was: clocks in ${timeZone} went from ${from} to ${to} that day. Check the recorded time.`,
        },
  unknown_time_zone: () => ({
    ko: '알 수 없는 시간대입니다. Asia/Seoul과 같은 IANA 이름을 보내 주세요.',
    en: 'This time zone is not known. Send an IANA name such as Asia/Seoul.',
  }),
  invalid_place: () => ({
    ko: '위도는 -90부터 90, 경도는 -180부터 180까지입니다.',
    en: 'A latitude is -90 to 90 degrees north, a longitude -180 to 180 degrees east.',
  }),
  place_required: () => ({
    ko: '이 계산에는 출생지의 경도가 필요합니다. 위도와 경도를 보내 주세요.',
    en: 'This calculation needs the longitude of the place of birth. Send latitude and longitude.',
  }),
  impossible_pillars: () => ({
    ko: '이런 사주 조합은 있을 수 없습니다. 년·월·일·시의 간지를 확인해 주세요.',
    en: 'These pillars cannot occur together. Check the year, month, day and hour.',
  }),
  span_before_birth: facts => ({
    ko: `태어나기 전에 시작하는 기간입니다. from은 ${born(facts).ko}부터 쓸 수 있습니다.`,
    en: `The span begins before a birth. It may begin ${born(facts).en}.`,
  }),
  year_before_birth: () => ({ ko: '태어나기 전에 끝난 해입니다.', en: 'This year was over at the birth.' }),
};

/** What the platform refuses. */
const platformMessages = {
  required: () => ({ ko: '꼭 필요한 값입니다.', en: 'This value is required.' }),
  unknown_field: ({ accepted }) =>
    accepted === undefined
      ? { ko: '알 수 없는 항목입니다. 지워 주세요.', en: 'There is no such field here. Leave it out.' }
      : {
          ko: `알 수 없는 항목입니다. 쓸 수 있는 항목: ${accepted}.`,
          en: `There is no such field here. Accepted: ${accepted}.`,
        },
  duplicate: () => ({ ko: '한 번만 보내 주세요.', en: 'Send this only once.' }),
  invalid_encoding: () => ({
    ko: '퍼센트 인코딩이 잘못되었습니다. UTF-8로 인코딩해 주세요.',
    en: 'The percent-encoding is not valid UTF-8.',
  }),
  invalid_text: () => ({
    ko: '온전한 유니코드 문자열이 아닙니다(짝이 없는 서로게이트, 또는 U+0000).',
    en: 'The text is not well-formed Unicode (a lone surrogate, or U+0000).',
  }),
  invalid_type: ({ expected }) => {
    const names = types(expected);
    return {
      ko: `값의 형식이 다릅니다. 필요한 형식: ${names.ko}.`,
      en: `The type is wrong: this must be ${names.en}.`,
    };
  },
  invalid_format: ({ format }) => {
    const name = formatNames[String(format)];
    if (name !== undefined) return { ko: `형식이 다릅니다. 필요한 형식: ${name.ko}.`, en: `This must be ${name.en}.` };
    return { ko: '형식이 다릅니다.', en: 'The format is wrong.' };
  },
  invalid_idempotency_key: () => ({
    ko: '공백이나 한글 없이 ASCII 1자에서 255자까지입니다(따옴표로 감싸도 됩니다). UUID를 권합니다.',
    en: 'This must be 1 to 255 visible ASCII characters, in double quotes or without: a UUID is best.',
  }),
  invalid_month: () => ({
    ko: '그런 달은 없습니다. YYYY-MM 형식으로 보내 주세요(예: 1990-05).',
    en: 'There is no such month. Send it as YYYY-MM (1990-05).',
  }),
  too_small: ({ minimum, exclusive }) => ({
    ko: exclusive ? `${minimum}보다 커야 합니다.` : `${minimum} 이상이어야 합니다.`,
    en: exclusive ? `This must be more than ${minimum}.` : `This must be at least ${minimum}.`,
  }),
  too_big: ({ maximum, exclusive }) => ({
    ko: exclusive ? `${maximum}보다 작아야 합니다.` : `${maximum} 이하여야 합니다.`,
    en: exclusive ? `This must be less than ${maximum}.` : `This must be at most ${maximum}.`,
  }),
  too_short: ({ minimum }) => ({
    ko: `${minimum}자 이상이어야 합니다.`,
    en: `This must have at least ${minimum} ${minimum === 1 ? 'character' : 'characters'}.`,
  }),
  too_long: ({ maximum }) => ({
    ko: `${maximum}자 이하여야 합니다.`,
    en: `This must have at most ${maximum} ${maximum === 1 ? 'character' : 'characters'}.`,
  }),
  too_few: ({ minimum }) => ({
    ko: `${minimum}개 이상이어야 합니다.`,
    en: `This must have at least ${minimum} ${minimum === 1 ? 'item' : 'items'}.`,
  }),
  too_many: ({ maximum }) => ({
    ko: `${maximum}개 이하여야 합니다.`,
    en: `This must have at most ${maximum} ${maximum === 1 ? 'item' : 'items'}.`,
  }),
  not_multiple_of: ({ divisor }) => ({
    ko: `${divisor}의 배수여야 합니다.`,
    en: `This must be a multiple of ${divisor}.`,
  }),
} satisfies Readonly<Record<string, Message>>;

/** A code that has its words here. */
export type FieldCode = SajuErrorCode | keyof typeof platformMessages;

const messages: ReadonlyMap<string, Message> = new Map(Object.entries({ ...platformMessages, ...engineMessages }));

/** Whether the code has words here: a schema may then name it as its `error`. */
export function isFieldCode(code: string): boolean {
  return messages.has(code);
}

/** The words for a field's code; those of `invalid_value` for a code without. */
export function fieldMessage(code: string, facts: Facts): Bilingual {
  const message = messages.get(code) ?? messages.get('invalid_value')!;
  return message(facts);
}

/** Every field code with words, for the reference pages. */
export const fieldCodes: readonly string[] = [...messages.keys()];
