import type { Bilingual } from '../http/language.ts';

/** What is said in a message. A text message is one SMS: 70 characters, as Hangul counts. */
export interface MessageText {
  readonly subject: Bilingual;
  readonly email: Bilingual;
  readonly sms: Bilingual;
}

interface Code {
  readonly code: string;
  /** For how long it can be used. */
  readonly minutes: string;
}

interface Provider {
  /** As the provider is called: `Kakao`. */
  readonly provider: string;
}

type NoValues = Readonly<Record<string, never>>;

const NOT_YOU: Bilingual = {
  ko: '요청한 적이 없다면 이 메일을 무시하세요. 누구에게도 인증번호를 알려 주지 마세요.',
  en: 'If you did not ask for it, ignore this message. Do not tell the code to anyone.',
};

function codeMessage(subject: Bilingual, purpose: Bilingual) {
  return ({ code, minutes }: Code): MessageText => ({
    subject,
    email: {
      ko: `${purpose.ko} 인증번호는 ${code}입니다. ${minutes}분 동안 쓸 수 있습니다.\n\n${NOT_YOU.ko}`,
      en: `Your code to ${purpose.en} is ${code}. It is good for ${minutes} minutes.\n\n${NOT_YOU.en}`,
    },
    sms: {
      ko: `[HEAL7] ${purpose.ko} 인증번호 ${code} (${minutes}분). 타인에게 알려 주지 마세요.`,
      en: `[HEAL7] ${code} to ${purpose.en} (${minutes} min). Tell nobody.`,
    },
  });
}

/** Every message there is. */
const templates = {
  'sign-up-code': codeMessage(
    { ko: 'HEAL7 가입 인증번호', en: 'Your HEAL7 sign-up code' },
    { ko: '가입', en: 'sign up' },
  ),
  'log-in-code': codeMessage(
    { ko: 'HEAL7 로그인 인증번호', en: 'Your HEAL7 log-in code' },
    { ko: '로그인', en: 'log in' },
  ),
  'password-reset-code': codeMessage(
    { ko: 'HEAL7 비밀번호 재설정 인증번호', en: 'Your HEAL7 password code' },
    { ko: '비밀번호 재설정', en: 'set a new password' },
  ),
  'erasure-code': codeMessage(
    { ko: 'HEAL7 계정 삭제 인증번호', en: 'Your HEAL7 code to erase the account' },
    { ko: '계정 삭제', en: 'erase your account' },
  ),
  'contact-change-code': codeMessage(
    { ko: 'HEAL7 연락처 인증번호', en: 'Your HEAL7 confirmation code' },
    { ko: '연락처 변경', en: 'change your contact' },
  ),
  'guardian-code': ({ code, minutes }: Code): MessageText => ({
    subject: { ko: 'HEAL7 법정대리인 동의 요청', en: 'HEAL7 asks for a guardian’s consent' },
    email: {
      ko: `만 14세 미만 아동이 HEAL7에 가입하려 하며, 법정대리인의 개인정보 처리 동의가 필요합니다.\n\n동의하시면 이 인증번호를 아동에게 알려 주세요: ${code} (${minutes}분). 동의하지 않으시면 아무것도 하지 않으셔도 됩니다.`,
      en: `A child under 14 wants to sign up to HEAL7, which takes a guardian’s consent to the processing of the child’s data.\n\nIf you consent, tell the child the code ${code} (${minutes} minutes). If you do not, do nothing.`,
    },
    sms: {
      ko: `[HEAL7] 14세 미만 가입에 동의하시면 자녀에게 이 인증번호를 알려 주세요: ${code} (${minutes}분).`,
      en: `[HEAL7] Tell your child ${code} if you consent to the sign-up (${minutes} min).`,
    },
  }),
  'no-account': (_: NoValues): MessageText => ({
    subject: { ko: 'HEAL7에 이 연락처의 계정이 없습니다', en: 'There is no HEAL7 account here' },
    email: {
      ko: '누군가 이 메일 주소로 HEAL7에 로그인하려 했지만, 이 주소로 된 계정이 없습니다. 다른 주소로 가입하셨는지 확인해 주세요.\n\n요청한 적이 없다면 이 메일을 무시하세요.',
      en: 'Somebody tried to get into HEAL7 with this address, but it has no account. You may have signed up with another one.\n\nIf it was not you, ignore this message.',
    },
    sms: {
      ko: '[HEAL7] 이 번호로 된 계정이 없습니다. 요청한 적이 없다면 무시하세요.',
      en: '[HEAL7] This number has no account. If you did not ask, ignore this.',
    },
  }),
  'password-changed': (_: NoValues): MessageText => ({
    subject: { ko: 'HEAL7 비밀번호가 바뀌었습니다', en: 'Your HEAL7 password was changed' },
    email: {
      ko: '비밀번호가 바뀌었고 모든 기기에서 로그아웃되었습니다. 본인이 아니라면 지금 비밀번호를 다시 설정해 주세요.',
      en: 'Your password was changed and every device was logged out. If it was not you, set a new password now.',
    },
    sms: {
      ko: '[HEAL7] 비밀번호가 바뀌었습니다. 본인이 아니면 다시 설정하세요.',
      en: '[HEAL7] Your password was changed. If it was not you, set a new one.',
    },
  }),
  'contact-changed': (_: NoValues): MessageText => ({
    subject: { ko: 'HEAL7 연락처가 바뀌었습니다', en: 'Your HEAL7 contact was changed' },
    email: {
      ko: '계정의 연락처가 바뀌었습니다. 본인이 아니라면 바로 알려 주세요.',
      en: 'The contact of your account was changed. If it was not you, tell us at once.',
    },
    sms: {
      ko: '[HEAL7] 계정의 연락처가 바뀌었습니다. 본인이 아니면 알려 주세요.',
      en: '[HEAL7] Your contact was changed. Not you? Tell us at once.',
    },
  }),
  'identity-linked': ({ provider }: Provider): MessageText => ({
    subject: { ko: `HEAL7에 ${provider} 로그인이 연결되었습니다`, en: `${provider} now logs in to your HEAL7 account` },
    email: {
      ko: `이제 ${provider} 계정으로 HEAL7에 로그인할 수 있습니다. 본인이 아니라면 바로 알려 주세요.`,
      en: `Your HEAL7 account can now be entered with ${provider}. If it was not you, tell us at once.`,
    },
    sms: {
      ko: `[HEAL7] ${provider} 로그인이 연결되었습니다. 본인이 아니면 알려 주세요.`,
      en: `[HEAL7] ${provider} was linked to your account. Not you? Tell us at once.`,
    },
  }),
};

export type TemplateName = keyof typeof templates;

export type TemplateValues<Name extends TemplateName> = Parameters<(typeof templates)[Name]>[0];

/** The words of a message. */
export function messageText<Name extends TemplateName>(template: Name, values: TemplateValues<Name>): MessageText {
  return (templates[template] as (values: TemplateValues<Name>) => MessageText)(values);
}
