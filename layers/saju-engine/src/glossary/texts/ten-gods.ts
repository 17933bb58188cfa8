/** Meanings: `code | Korean | English`. */

export const TEN_GOD_TEXTS = `
  bigyeon | 일간과 오행·음양이 같습니다. 형제와 동료, 자립과 주관으로 봅니다. | Same element and polarity as the day stem: siblings and peers, independence, one's own will.
  geopjae | 일간과 오행은 같고 음양이 다릅니다. 경쟁자, 승부욕, 재물을 나눔으로 봅니다. | Same element, other polarity: rivals, drive to win, wealth that has to be shared.
  siksin | 일간이 낳고 음양이 같습니다. 먹고사는 재주, 표현, 여유로 봅니다. | Borne by the day stem, same polarity: skill that feeds, expression, ease.
  sanggwan | 일간이 낳고 음양이 다릅니다. 뛰어난 재능과 말, 규범을 거스름으로 봅니다. | Borne by the day stem, other polarity: talent and speech that go against the rule.
  pyeonjae | 일간이 이기고 음양이 같습니다. 크게 도는 재물과 사업, 아버지로 봅니다. | Controlled by the day stem, same polarity: wealth in motion, business, the father.
  jeongjae | 일간이 이기고 음양이 다릅니다. 꾸준히 버는 재물, 남자에게는 아내로 봅니다. | Controlled by the day stem, other polarity: steady income and, for a man, the wife.
  pyeongwan | 일간을 이기고 음양이 같습니다. 칠살이라고도 하며 압박, 위엄, 무관으로 봅니다. | Controls the day stem, same polarity: pressure, severity, martial command.
  jeonggwan | 일간을 이기고 음양이 다릅니다. 직위와 규범, 여자에게는 남편으로 봅니다. | Controls the day stem, other polarity: office and rules and, for a woman, the husband.
  pyeonin | 일간을 낳고 음양이 같습니다. 치우친 학문, 직관, 의심으로 보며 식신을 이깁니다. | Bears the day stem, same polarity: unusual learning, intuition, doubt; it controls Eating God.
  jeongin | 일간을 낳고 음양이 다릅니다. 학문과 문서, 어머니의 보살핌으로 봅니다. | Bears the day stem, other polarity: learning, documents, a mother's care.`;

export const STAGE_TEXTS = `
  jangsaeng | 태어나는 단계입니다. 도움을 받아 새로 시작하는 힘으로 봅니다. | Being born: a fresh start that others help along.
  mogyok | 갓 태어나 씻기는 단계입니다. 불안정하나 호기심과 매력이 있습니다. | The newborn's bath: unsettled, curious and charming.
  gwandae | 자라서 관과 띠를 갖추는 단계입니다. 의욕이 강하고 아직 서툽니다. | Putting on cap and belt: eager and still unpractised.
  geollok | 벼슬하여 제 몫을 하는 단계입니다. 안정된 자립의 힘이며 일간의 뿌리가 됩니다. | Taking office: steady strength of one's own, and a root of the stem.
  jewang | 기운이 꼭대기에 이른 단계입니다. 가장 강하며 곧 기울기 시작합니다. | At the peak: the strongest stage, from which decline begins.
  soe | 꼭대기를 지나 물러나기 시작하는 단계입니다. 신중하고 노련합니다. | Past the peak: careful and experienced.
  byeong | 기운이 빠져 병드는 단계입니다. 남을 살피고 생각이 많습니다. | Falling ill: strength wanes; attentive to others, full of thought.
  sa | 움직임이 멎는 단계입니다. 몸보다 생각과 연구로 힘이 갑니다. | Coming to rest: strength goes into thought and study, not action.
  myo | 거두어 묻는 단계입니다. 모으고 간직하며 드러내지 않습니다. | Laid in the grave: gathers and keeps, out of sight.
  jeol | 형체가 끊어진 단계입니다. 가장 약하며 끊어진 데서 새 기운이 비롯합니다. | Form is gone: the weakest stage, where one thing ends and another may begin.
  tae | 새 기운이 잉태되는 단계입니다. 가능성은 있으나 힘은 아직 없습니다. | Conceived anew: possibility without strength yet.
  yang | 배 속에서 길러지는 단계입니다. 보호받으며 때를 기다립니다. | Nurtured before birth: protected, waiting for its time.`;

/** In the order of the twelve stages from 절: 겁살 is where the element of the base's 삼합 is at its 절. */
export const TWELVE_SINSAL_TEXTS = `
  geopsal | 삼합 오행의 절지입니다. 빼앗기거나 갑작스럽게 잃는 일을 봅니다. | Where the triad's element is at Extinction: sudden loss, things taken by force.
  jaesal | 삼합 오행의 태지입니다. 수옥살이라고도 하며 갇힘과 다툼을 봅니다. | Where the triad's element is at Conception: confinement and disputes; also called the Prison star.
  cheonsal | 삼합 오행의 양지입니다. 사람의 힘으로 어쩔 수 없는 일을 봅니다. | Where the triad's element is at Nurture: what heaven sends and no one can help.
  jisal | 삼합 오행의 장생지입니다. 스스로 나서는 이동과 시작을 봅니다. | Where the triad's element is at Birth: moves and beginnings of one's own choice.
  yeonsal | 삼합 오행의 목욕지입니다. 도화라고도 하며 매력과 인기, 이성 관계를 봅니다. | Where the triad's element is at Bath: charm, popularity, romance; also called Peach Blossom.
  wolsal | 삼합 오행의 관대지입니다. 고초살이라고도 하며 메마르고 막히는 일을 봅니다. | Where the triad's element comes of age: dryness and blocked efforts; also called the Withering star.
  mangsin | 삼합 오행의 건록지입니다. 감추던 것이 드러나 체면을 잃는 일을 봅니다. | Where the triad's element is at its Prime: hidden things come out and face is lost.
  jangseong | 삼합 오행의 제왕지입니다. 중심에 서서 이끄는 힘을 봅니다. | Where the triad's element is at its Peak: standing in the middle and leading.
  banan | 삼합 오행의 쇠지입니다. 말안장에 앉듯 안정과 승진을 봅니다. | Where the triad's element is at Decline: a seat in the saddle, comfort and advancement.
  yeokma | 삼합 오행의 병지입니다. 이동과 변동, 먼 곳의 일을 봅니다. | Where the triad's element is at Illness: travel, change, business far away.
  yukhae | 삼합 오행의 사지입니다. 오래 끄는 병과 걸림을 봅니다. | Where the triad's element is at Death: drawn-out ailments and hindrance.
  hwagae | 삼합 오행의 묘지입니다. 학문과 예술, 종교, 고독을 봅니다. | Where the triad's element is at its Grave: learning, art, religion and solitude.`;
