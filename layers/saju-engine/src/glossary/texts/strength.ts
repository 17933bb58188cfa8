/** Meanings: `code | Korean | English`. */

export const STRENGTH_TEXTS = `
  geugyak | 비겁과 인성이 20% 미만입니다. 일간이 거의 힘을 얻지 못하여 종격을 먼저 살핍니다. | Support under 20 %: the day stem has hardly any strength, and a following pattern is looked for.
  taeyak | 비겁과 인성이 20% 이상 35% 미만입니다. 일간이 크게 약하여 도움이 절실합니다. | Support from 20 to under 35 %: the day stem is much too weak and needs help.
  sinyak | 비겁과 인성이 35% 이상 45% 미만입니다. 일간이 약하여 생하고 돕는 것이 좋습니다. | Support from 35 to under 45 %: the day stem is weak, and what bears and helps it is welcome.
  junghwa_sinyak | 45% 이상 50% 미만이거나 득령·득지·득세가 받쳐 균형에 둔, 조금 약한 편입니다. | Support from 45 to under 50 %, or held here by two of the three gains: balanced, on the weak side.
  junghwa_singang | 50% 이상 55% 미만이거나 득령·득지·득세를 잃어 균형에 둔, 조금 강한 편입니다. | Support from 50 to under 55 %, or held here for want of two of the three gains: balanced, on the strong side.
  singang | 비겁과 인성이 55% 이상 65% 미만입니다. 일간이 강하여 쓰고 다스리는 것이 좋습니다. | Support from 55 to under 65 %: the day stem is strong, and what uses and restrains it is welcome.
  taegang | 비겁과 인성이 65% 이상 80% 미만입니다. 일간이 크게 강하여 덜어 낼 곳이 필요합니다. | Support from 65 to under 80 %: the day stem is much too strong and needs an outlet.
  geugwang | 비겁과 인성이 80% 이상입니다. 일간의 세력이 한쪽으로 몰려 전왕을 먼저 살핍니다. | Support of 80 % or more: all leans one way, and a dominant pattern is looked for.`;

export const SEASON_TEXTS = `
  wang | 그 달의 오행과 같아 가장 왕성합니다. 점수에 1.2를 곱합니다. | The month's own element, at its most vigorous: scores are multiplied by 1.2.
  sang | 그 달의 오행이 낳아 힘을 얻습니다. 점수에 1.1을 곱합니다. | Borne by the month's element and helped by it: scores are multiplied by 1.1.
  hyu | 그 달의 오행을 낳고 쉽니다. 점수를 그대로 둡니다. | Has borne the month's element and rests: scores stay as they are.
  su | 그 달의 오행을 이기려다 갇힙니다. 점수에 0.9를 곱합니다. | Would control the month's element and is shut in: scores are multiplied by 0.9.
  sa | 그 달의 오행에 눌려 힘이 없습니다. 점수에 0.8을 곱합니다. | Controlled by the month's element and without strength: scores are multiplied by 0.8.`;

export const SAMJAE_TEXTS = `
  deulsamjae | 삼재의 첫해입니다. 재난이 든다고 하여 새 일을 삼갑니다. | First of the three years: calamity enters, and new ventures are put off.
  nulsamjae | 삼재의 둘째 해입니다. 재난이 눌러앉는다고 하여 조용히 지냅니다. | Second of the three years: calamity stays, and one keeps still.
  nalsamjae | 삼재의 마지막 해입니다. 재난이 나간다고 하나 끝까지 조심합니다. | Last of the three years: calamity leaves, and one is careful to the end.`;
