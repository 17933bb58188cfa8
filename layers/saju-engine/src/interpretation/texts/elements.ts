import { texts } from '../text.ts';

/** The heaviest element. */
export const STRONGEST = texts(`
  wood
    오행 가운데 목의 기운이 가장 두드러져, 자라나고 배우며 새로 시작하려는 마음이 성격의 바탕을 이루기 쉽습니다.
    Wood is the strongest of the five elements, so the wish to grow, to learn and to begin anew tends to underlie the character.
  fire
    오행 가운데 화의 기운이 가장 두드러져, 밝게 표현하고 사람들과 나누려는 마음이 성격의 바탕을 이루기 쉽습니다.
    Fire is the strongest of the five elements, so brightness, expression and sharing with people tend to underlie the character.
  earth
    오행 가운데 토의 기운이 가장 두드러져, 믿음직하게 자리를 지키고 받아 주려는 마음이 성격의 바탕을 이루기 쉽습니다.
    Earth is the strongest of the five elements, so steadiness and a readiness to receive others tend to underlie the character.
  metal
    오행 가운데 금의 기운이 가장 두드러져, 옳고 그름을 가리고 맺고 끊으려는 마음이 성격의 바탕을 이루기 쉽습니다.
    Metal is the strongest of the five elements, so a sense of right and wrong and of bringing things to a close tends to underlie the character.
  water
    오행 가운데 수의 기운이 가장 두드러져, 깊이 생각하고 흐름에 맞추어 움직이려는 마음이 성격의 바탕을 이루기 쉽습니다.
    Water is the strongest of the five elements, so deep thought and a feeling for the flow of things tend to underlie the character.
`);

/** An element that no character has. */
export const MISSING = texts(`
  wood
    겉으로 드러난 글자 가운데 목이 없어, 새로 시작하는 계기를 스스로 만들어 주면 균형을 찾기 쉽습니다.
    None of the characters is wood; giving oneself occasions for a fresh start tends to restore the balance.
  fire
    겉으로 드러난 글자 가운데 화가 없어, 마음속 생각을 소리 내어 표현하는 연습이 균형을 찾는 데 도움이 됩니다.
    None of the characters is fire; practice in saying aloud what one has in mind helps the balance.
  earth
    겉으로 드러난 글자 가운데 토가 없어, 머무를 자리와 규칙적인 일과를 마련해 두면 마음이 한결 안정되기 쉽습니다.
    None of the characters is earth; a place to stay and a regular day tend to settle the mind.
  metal
    겉으로 드러난 글자 가운데 금이 없어, 끝낼 때와 거절할 때를 미리 정해 두면 결정이 수월해지기 쉽습니다.
    None of the characters is metal; deciding beforehand when to finish and when to decline tends to make decisions easier.
  water
    겉으로 드러난 글자 가운데 수가 없어, 멈추어 쉬고 되돌아보는 시간을 일부러 마련해 두면 좋습니다.
    None of the characters is water; it is good to set time aside on purpose to pause, to rest and to look back.
`);

/** The useful god, as something to seek. */
export const USEFUL = texts(`
  wood
    용신은 목입니다. 숲과 나무, 아침 시간, 배우고 시작하는 일이 기운을 북돋아 주기 쉽습니다.
    The useful god is wood: trees and woodland, the morning, learning and beginning tend to give strength.
  fire
    용신은 화입니다. 햇볕과 따뜻한 자리, 밝은 만남, 마음을 표현하는 일이 기운을 북돋아 주기 쉽습니다.
    The useful god is fire: sunshine and warmth, bright company and speaking one's heart tend to give strength.
  earth
    용신은 토입니다. 흙을 밟는 산책, 안정된 자리, 꾸준히 지키는 약속이 기운을 북돋아 주기 쉽습니다.
    The useful god is earth: walks on open ground, a settled place and promises kept over time tend to give strength.
  metal
    용신은 금입니다. 정리 정돈, 분명한 기준, 맺고 끊는 결단이 기운을 북돋아 주기 쉽습니다.
    The useful god is metal: order, clear standards and the resolve to finish tend to give strength.
  water
    용신은 수입니다. 물가와 고요한 밤, 책과 휴식, 유연하게 생각하는 여유가 기운을 북돋아 주기 쉽습니다.
    The useful god is water: the waterside and quiet nights, books and rest, and room for flexible thought tend to give strength.
`);

/** How the useful god was chosen. */
export const USEFUL_METHOD = texts(`
  jeonwang
    한쪽으로 모인 기운을 거스르지 않고 따르는 전왕용신이어서, 타고난 결을 살릴 때 일이 순조롭기 쉽습니다.
    It was chosen by following what prevails: things tend to go smoothly when one works with the grain one was born with.
  johu
    계절의 춥고 더움을 고르는 조후용신이어서, 마음과 생활의 온도를 알맞게 맞추는 일이 먼저입니다.
    It was chosen to temper the season's cold or heat: what comes first is to keep the warmth of mind and life in measure.
  tonggwan
    맞서는 두 기운 사이를 이어 주는 통관용신이어서, 다리를 놓듯 중재하고 풀어 가는 태도가 힘이 됩니다.
    It was chosen to pass between two forces that face each other: a bridging, conciliatory manner gives strength.
  byeongyak
    지나친 기운을 다스리는 병약용신이어서, 더하는 것보다 덜어 내고 조절하는 것이 길이 되기 쉽습니다.
    It was chosen as a remedy for what is too much: taking away and regulating tends to help more than adding.
  eokbu
    강한 것은 덜고 약한 것은 돕는 억부용신이어서, 힘을 쓸 때와 모을 때를 가리는 것이 중요합니다.
    It was chosen to curb the strong or support the weak: it matters to know when to spend strength and when to gather it.
`);

/** Polarity that carries 80 % or more. */
export const POLARITY = texts(`
  yang
    음양으로는 양이 크게 앞서, 드러내고 나아가는 힘이 좋은 만큼 멈추어 듣는 여유를 더하면 균형이 잡힙니다.
    Yang far outweighs yin: there is power to show oneself and go forward, and pausing to listen brings balance.
  yin
    음양으로는 음이 크게 앞서, 살피고 간직하는 힘이 좋은 만큼 먼저 다가가 표현하는 용기를 더하면 균형이 잡힙니다.
    Yin far outweighs yang: there is power to observe and to keep, and the courage to speak first brings balance.
`);

/** Ten gods of one element that are nowhere, not even hidden. */
export const ABSENT = texts(`
  bigeop
    비견과 겁재가 전혀 없어, 남과 겨루기보다 조화를 택하기 쉬우니 내 몫을 말하는 연습이 도움이 됩니다.
    There is neither Companion nor Rob Wealth at all: harmony tends to come before rivalry, and practice in naming one's own share helps.
  siksang
    식신과 상관이 전혀 없어, 속마음을 드러내는 데 시간이 걸리기 쉬우니 글이나 취미로 표현의 길을 열어 두면 좋습니다.
    There is neither Eating God nor Hurting Officer at all: showing what one feels tends to take time, so a way of expression such as writing or a hobby does good.
  jaeseong
    편재와 정재가 전혀 없어, 실속을 따지기보다 뜻과 과정을 중시하기 쉬우니 마감과 예산을 눈에 보이게 두면 좋습니다.
    There is neither Indirect nor Direct Wealth at all: meaning and process tend to come before gain, so it helps to keep deadlines and budgets in sight.
  gwanseong
    편관과 정관이 전혀 없어, 얽매이지 않는 자유를 소중히 여기기 쉬우니 스스로 정한 규칙이 든든한 버팀목이 됩니다.
    There is neither Seven Killings nor Direct Officer at all: freedom tends to be dear, and rules of one's own making are a good support.
  inseong
    편인과 정인이 전혀 없어, 기대기보다 부딪쳐 배우는 편이니 쉬면서 되새기는 시간을 더하면 좋습니다.
    There is neither Indirect nor Direct Resource at all: one tends to learn by doing rather than by leaning on others, and time to rest and reflect does good.
`);
