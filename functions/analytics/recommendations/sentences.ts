import type { Bilingual, Language } from '../../../platform/http/language.ts';
import type { Category } from '../categories.ts';
import { offers } from './offers.ts';
import type { Reason, Rule } from './rules.ts';

/** On what a list of offers rests. */
export const bases = ['interests', 'no_consent', 'nothing_known', 'processing_suspended'] as const;
export type Basis = (typeof bases)[number];

/** Why the list is as it is. */
export const basisSentences: Readonly<Record<Basis, Bilingual>> = {
  interests: {
    ko: '앱에서 보신 것과 보관하신 풀이를 바탕으로 골랐습니다.',
    en: 'Chosen by what you looked at in apps, and by the readings you keep.',
  },
  no_consent: {
    ko: '서비스 이용기록 분석에 동의하지 않으셔서, 모두에게 권하는 순서로 보여 드립니다.',
    en: 'You have not consented to the analysis of your activity, so this is the list for everybody.',
  },
  nothing_known: {
    ko: '아직 참고할 이용기록이 없어서, 모두에게 권하는 순서로 보여 드립니다.',
    en: 'There is nothing to go by yet, so this is the list for everybody.',
  },
  processing_suspended: {
    ko: '개인정보 처리가 정지되어 있어서, 모두에게 권하는 순서로 보여 드립니다.',
    en: 'Processing of your data is suspended, so this is the list for everybody.',
  },
};

const sentences: Readonly<Record<Rule, (reason: Reason) => Bilingual>> = {
  general: () => ({ ko: '누구에게나 권하는 것입니다.', en: 'It is offered to everybody.' }),
  interest: ({ counts }) => {
    const times = total(counts);
    return { ko: `요즘 이 주제를 ${times}번 찾으셨습니다.`, en: `You turned to this ${timesOf(times)} lately.` };
  },
  follows: ({ from }) => ({
    ko: `보관하신 풀이(${titles(from, 'ko')})에 이어서 보기 좋습니다.`,
    en: `It goes on from what you keep: ${titles(from, 'en')}.`,
  }),
  rated_well: ({ from }) => ({
    ko: `높게 평가하신 풀이(${titles(from, 'ko')})와 이어집니다.`,
    en: `It goes on from what you rated well: ${titles(from, 'en')}.`,
  }),
  shown_often: ({ counts }) => ({
    ko: `최근 ${total(counts)}번 보여 드렸지만 열지 않으셔서 뒤로 미뤘습니다.`,
    en: `It was shown to you ${timesOf(total(counts))} and you did not take it, so it stands further back.`,
  }),
  taken: () => ({
    ko: '얼마 전에 보셨기 때문에 뒤로 미뤘습니다.',
    en: 'You took it not long ago, so it stands further back.',
  }),
  dismissed: () => ({
    ko: '원하지 않는다고 하셔서 뒤로 미뤘습니다.',
    en: 'You did not want it, so it stands further back.',
  }),
};

/** A reason in words. */
export function sentenceOf(reason: Reason, language: Language): string {
  return sentences[reason.rule](reason)[language];
}

function total(counts: Reason['counts']): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function timesOf(times: number): string {
  return times === 1 ? 'once' : `${times} times`;
}

function titles(categories: readonly Category[], language: Language): string {
  return offers
    .filter(({ category }) => categories.includes(category))
    .map(({ title }) => title[language])
    .join(', ');
}
