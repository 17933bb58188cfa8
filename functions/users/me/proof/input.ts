import * as z from 'zod';
import type { FieldKind } from '../../../../platform/errors/field-kind.ts';
import { busy, rateLimited } from '../../../../platform/errors/kinds.ts';
import type { ProblemKind } from '../../../../platform/errors/problem-kind.ts';
import { acrossFields } from '../../../../platform/http/across-fields.ts';
import { givenPassword } from '../../../../platform/passwords/password-input.ts';
import { verificationRefused } from '../../accounts/kinds.ts';
import { verificationInput } from '../../accounts/verifications/contract.ts';

export const passwordRefused = {
  code: 'password_refused',
  status: 403,
  title: { ko: '비밀번호가 맞지 않습니다', en: 'The password is not right' },
  detail: () => ({
    ko: '아무것도 바뀌지 않았습니다. 비밀번호를 다시 보내거나, 계정의 연락처로 인증번호를 받아 보내 주세요.',
    en: 'Nothing has been changed. Send the password again, or a code sent to the account’s own contact.',
  }),
} as const satisfies ProblemKind;

const passwordOrVerification = {
  code: 'password_or_verification',
  detail: {
    ko: 'password와 verification 가운데 하나만 보내 주세요.',
    en: 'Send either `password` or `verification`.',
  },
} as const satisfies FieldKind;

/** What proves more than a token does, which may be in the wrong hands: the password, or a code sent to the account. */
export const proofInput = z
  .strictObject({ password: givenPassword.optional(), verification: verificationInput.optional() })
  .check(
    acrossFields([], ({ password, verification }, context) => {
      if ((password === undefined) !== (verification === undefined)) return;
      context.addIssue({ code: 'custom', params: passwordOrVerification });
    }),
  )
  .meta({ id: 'Proof', description: 'The password, or a code that was sent to the account’s own contact.' });

/** What an operation that takes a proof may be refused with. */
export const proofErrors = [passwordOrVerification, passwordRefused, verificationRefused, rateLimited, busy] as const;
