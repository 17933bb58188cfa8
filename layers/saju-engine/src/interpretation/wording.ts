import { PILLAR_NAMES } from '../analysis/saju.ts';
import type { Term } from '../term.ts';
import type { Finding, Place } from './fact-base.ts';
import { withJosa } from './josa.ts';
import type { Text } from './text.ts';

/** Ten gods whose English name is a person's. */
const PERSONS = new Set(['bigyeon', 'siksin', 'sanggwan', 'jeonggwan']);

/** A ten god's English name in a sentence. */
export function englishName({ code, english }: Term): string {
  return PERSONS.has(code) ? `the ${english}` : english;
}

/** "월지에 식신이 자리합니다." */
export function inPlace(korean: string, english: string): (god: Term) => Text {
  return god => ({
    korean: `${korean}에 ${withJosa(god.hangul, '이/가')} 자리합니다.`,
    english: `In ${english} stands ${englishName(god)}.`,
  });
}

const KOREAN: Readonly<Record<Place, string>> = { year: '연', month: '월', day: '일', hour: '시', daeun: '대운의 ' };
const ENGLISH: Readonly<Record<Place, string>> = {
  year: 'year',
  month: 'month',
  day: 'day',
  hour: 'hour',
  daeun: 'ten-year',
};

/** "월주와 시주에", "in the month and hour pillars". */
export function pillarsOf({ places }: Finding): Text {
  const names = PILLAR_NAMES.filter(name => places.includes(name));
  const pillars = names.map(name => `${KOREAN[name]}주`);
  return {
    korean: `${pillars.length === 2 ? pillars.join('와 ') : pillars.join('·')}에`,
    english: `in the ${listed(names.map(name => ENGLISH[name]))} ${names.length === 1 ? 'pillar' : 'pillars'}`,
  };
}

/** "월지와 일지가", "The month and day branches". */
export function branchesAsSubject({ places }: Finding): Text {
  const branches = places.map(place => `${KOREAN[place]}지`);
  return {
    korean: `${branches.length === 2 ? branches.join('와 ') : branches.join('·')}가`,
    english: `The ${listed(places.map(place => ENGLISH[place]))} branches`,
  };
}

const PARTS = {
  stem: { ofPillar: '간', ofDaeun: '천간', one: 'stem', several: 'stems' },
  branch: { ofPillar: '지', ofDaeun: '지지', one: 'branch', several: 'branches' },
};

/** "일지와", "대운의 천간과", "the day branch": what a year's stem or branch meets. */
export function partners({ places, part }: Finding): Text {
  const { ofPillar, ofDaeun, one, several } = PARTS[part];
  const names = places.map(place => KOREAN[place] + (place === 'daeun' ? ofDaeun : ofPillar));
  return {
    korean: withJosa(names.join('·'), '과/와'),
    english: `the ${listed(places.map(place => ENGLISH[place]))} ${places.length === 1 ? one : several}`,
  };
}

/** "year, month and hour". */
function listed(words: readonly string[]): string {
  return words.length === 1 ? words[0]! : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
