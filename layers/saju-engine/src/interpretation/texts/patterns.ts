import { texts } from '../text.ts';

/** By the pattern (격국): the theme of a life. */
export const PATTERN = texts(`
  siksingyeok
    격국은 식신격입니다. 좋아하는 일을 꾸준히 만들어 나누는 것이 삶의 큰 주제가 되기 쉽습니다.
    The pattern is that of the Eating God: to make what one likes, patiently, and to share it tends to be a theme of life.
  sanggwangyeok
    격국은 상관격입니다. 남다른 재능을 드러내고 낡은 방식을 새롭게 바꾸는 것이 삶의 큰 주제가 되기 쉽습니다.
    The pattern is that of the Hurting Officer: to show unusual talent and renew old ways tends to be a theme of life.
  pyeonjaegyeok
    격국은 편재격입니다. 넓은 무대에서 사람과 기회를 엮어 내는 것이 삶의 큰 주제가 되기 쉽습니다.
    The pattern is that of Indirect Wealth: to bring people and chances together on a wide stage tends to be a theme of life.
  jeongjaegyeok
    격국은 정재격입니다. 성실하게 쌓아 믿을 수 있는 삶의 터전을 만드는 것이 큰 주제가 되기 쉽습니다.
    The pattern is that of Direct Wealth: to build up, diligently, a life that can be relied on tends to be a theme.
  pyeongwangyeok
    격국은 편관격입니다. 어려움을 이겨 내며 책임과 힘을 바르게 쓰는 것이 삶의 큰 주제가 되기 쉽습니다.
    The pattern is that of Seven Killings: to overcome difficulty and to use power and duty rightly tends to be a theme of life.
  jeonggwangyeok
    격국은 정관격입니다. 질서와 신뢰 속에서 맡은 역할을 바르게 해내는 것이 삶의 큰 주제가 되기 쉽습니다.
    The pattern is that of the Direct Officer: to fulfil one's role well, in order and trust, tends to be a theme of life.
  pyeoningyeok
    격국은 편인격입니다. 남들이 지나치는 것을 깊이 탐구하여 자기만의 전문성을 세우는 것이 삶의 큰 주제가 되기 쉽습니다.
    The pattern is that of Indirect Resource: to study deeply what others pass by, and make a profession of it, tends to be a theme of life.
  jeongingyeok
    격국은 정인격입니다. 배우고 익혀 사람을 살리는 데 쓰는 것이 삶의 큰 주제가 되기 쉽습니다.
    The pattern is that of Direct Resource: to learn, and to use what is learnt for people's good, tends to be a theme of life.
  geollokgyeok
    격국은 건록격입니다. 물려받은 것보다 제 손으로 일구어 홀로 서는 것이 삶의 큰 주제가 되기 쉽습니다.
    The pattern is that of the Prime in the month: to stand on one's own by one's own work, more than by what was inherited, tends to be a theme of life.
  yangingyeok
    격국은 양인격입니다. 강한 힘을 바른 명분과 규율에 실어 쓰는 것이 삶의 큰 주제가 되기 쉽습니다.
    The pattern is that of the Blade in the month: to put great force in the service of a just cause and discipline tends to be a theme of life.
  wolgeopgyeok
    격국은 월겁격입니다. 사람들과 경쟁하고 협력하며 내 몫을 세우는 것이 삶의 큰 주제가 되기 쉽습니다.
    The pattern is that of the Companion in the month: to find one's own share in contest and cooperation tends to be a theme of life.
  gokjikgyeok
    격국은 목의 기운이 가득한 곡직격입니다. 자라나고 키워 내는 어진 마음을 한결같이 펼칠 때 빛나기 쉽습니다.
    The pattern is one filled with wood: one tends to shine when a kind will to grow and to rear is lived without wavering.
  yeomsanggyeok
    격국은 화의 기운이 가득한 염상격입니다. 열정과 밝음을 한 방향으로 펼칠 때 빛나기 쉽습니다.
    The pattern is one filled with fire: one tends to shine when warmth and brightness are turned in one direction.
  gasaekgyeok
    격국은 토의 기운이 가득한 가색격입니다. 심고 거두듯 믿음으로 쌓아 갈 때 빛나기 쉽습니다.
    The pattern is one filled with earth: one tends to shine by building on trust, as one sows and reaps.
  jonghyeokgyeok
    격국은 금의 기운이 가득한 종혁격입니다. 옳다고 믿는 기준으로 새롭게 바꾸어 갈 때 빛나기 쉽습니다.
    The pattern is one filled with metal: one tends to shine by renewing things to the standard one holds to be right.
  yunhagyeok
    격국은 수의 기운이 가득한 윤하격입니다. 아래로 흘러 만물을 적시듯 지혜를 나눌 때 빛나기 쉽습니다.
    The pattern is one filled with water: one tends to shine by sharing wisdom, as water flows down and moistens all.
  hwamokgyeok
    격국은 합하여 목으로 변한 화목격입니다. 사람과 만나 함께 자라나는 일에서 새로운 모습을 찾기 쉽습니다.
    The pattern is one transformed into wood: one tends to find a new self in meeting others and growing with them.
  hwahwagyeok
    격국은 합하여 화로 변한 화화격입니다. 사람과 만나 뜻을 밝게 펼치는 일에서 새로운 모습을 찾기 쉽습니다.
    The pattern is one transformed into fire: one tends to find a new self in meeting others and making a purpose shine.
  hwatogyeok
    격국은 합하여 토로 변한 화토격입니다. 사람과 만나 믿음을 쌓고 중심을 잡는 일에서 새로운 모습을 찾기 쉽습니다.
    The pattern is one transformed into earth: one tends to find a new self in building trust with others and holding the middle.
  hwageumgyeok
    격국은 합하여 금으로 변한 화금격입니다. 사람과 만나 뜻을 또렷이 세우고 결실을 맺는 일에서 새로운 모습을 찾기 쉽습니다.
    The pattern is one transformed into metal: one tends to find a new self in giving, with others, clear form to a purpose and bringing it to fruit.
  hwasugyeok
    격국은 합하여 수로 변한 화수격입니다. 사람과 만나 지혜를 나누고 유연하게 흐르는 일에서 새로운 모습을 찾기 쉽습니다.
    The pattern is one transformed into water: one tends to find a new self in sharing wisdom with others and flowing freely.
  jongwanggyeok
    격국은 비겁의 세력을 따르는 종왕격입니다. 뜻을 함께하는 이들과 한길을 밀고 나갈 때 힘이 커지기 쉽습니다.
    The pattern follows the companions: strength tends to grow when one pushes on one road with those of like mind.
  jongganggyeok
    격국은 인성의 세력을 따르는 종강격입니다. 배움과 정신의 길을 깊이 따를 때 힘이 커지기 쉽습니다.
    The pattern follows the resource: strength tends to grow when one goes deep on the way of learning and the mind.
  jongagyeok
    격국은 식상의 세력을 따르는 종아격입니다. 표현하고 만들어 내는 재능을 아낌없이 펼칠 때 힘이 커지기 쉽습니다.
    The pattern follows the output: strength tends to grow when the talent to express and create is given freely.
  jongjaegyeok
    격국은 재성의 세력을 따르는 종재격입니다. 현실의 기회와 흐름에 유연하게 올라탈 때 힘이 커지기 쉽습니다.
    The pattern follows the wealth: strength tends to grow when one rides flexibly on real chances and their currents.
  jongsalgyeok
    격국은 관성의 세력을 따르는 종살격입니다. 큰 조직이나 뜻을 따르며 책임을 다할 때 힘이 커지기 쉽습니다.
    The pattern follows the officer: strength tends to grow when one serves a large organisation or cause with full responsibility.
  jongsegyeok
    격국은 두루 펼쳐진 세력을 따르는 종세격입니다. 고집을 세우기보다 때와 사람의 흐름을 읽을 때 힘이 커지기 쉽습니다.
    The pattern follows the trend of all: strength tends to grow when one reads times and people rather than insist.
`);

/** Whether an inner pattern holds (성격) or is disturbed (파격). */
export const PATTERN_STATE = texts(`
  formed
    격이 온전하게 이루어져, 타고난 재능을 한 방향으로 꾸준히 쓰면 성과로 이어지기 쉽습니다.
    The pattern is well formed: talents used steadily in one direction tend to lead to results.
  broken
    격을 흔드는 기운이 함께 있어, 길을 돌아가며 배우는 만큼 남다른 경험이 자산이 되기 쉽습니다.
    Something disturbs the pattern: the road tends to wind, and what is learnt along it becomes an asset of one's own.
`);
