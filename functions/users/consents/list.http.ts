import type { Bilingual } from '../../../platform/http/language.ts';
import type { Handler } from '../../../platform/http/route.ts';
import { CONSENT_VERSIONS, type ConsentKind, consentKinds } from './consent.ts';
import type { listConsentTexts } from './contract.ts';

const titles: Readonly<Record<ConsentKind, Bilingual>> = {
  privacy: { ko: '개인정보 수집·이용 동의', en: 'Processing of personal data' },
  marketing: { ko: '마케팅 정보 수신 동의', en: 'Messages about offers' },
  location: { ko: '위치정보 이용 동의', en: 'Use of the location' },
  analytics: { ko: '서비스 이용기록 분석 동의', en: 'Analysis of what you do in apps' },
};

/** Tells what may be consented to. */
export const listConsentTextsHandler: Handler<typeof listConsentTexts> = (_, { language }) => ({
  consents: consentKinds.map(kind => ({
    kind,
    version: CONSENT_VERSIONS[kind],
    required: kind === 'privacy',
    title: titles[kind][language],
  })),
});
