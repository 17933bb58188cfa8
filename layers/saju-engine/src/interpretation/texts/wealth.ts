import { texts } from '../text.ts';

/** How much of the chart is 재성: none, under 10 %, under 20 %, under 35 %, more. */
export const WEALTH_SHARE = texts(`
  none
    사주에 재성이 없어, 돈을 좇기보다 일의 보람이 먼저 오는 편이니 관리의 틀을 따로 갖추면 든든합니다.
    There is no wealth star in the chart: the reward of the work itself tends to come before money, so it helps to have a set way of managing it.
  slight
    재성이 적은 편이어서, 큰 흐름을 좇기보다 작은 수입을 새지 않게 모으는 방식이 잘 맞기 쉽습니다.
    Wealth is slight in the chart: gathering modest income without leaks tends to suit better than chasing large movements.
  moderate
    재성이 무난하게 자리해, 벌고 쓰는 균형을 스스로 조절해 나가기 쉽습니다.
    Wealth has a fair place in the chart: one tends to keep one's own balance of earning and spending.
  ample
    재성이 넉넉하게 자리해, 현실 감각이 좋고 돈의 흐름을 읽는 눈이 밝은 편입니다.
    Wealth is ample in the chart: one tends to have a sense of reality and an eye for the movement of money.
  abundant
    재성의 비중이 매우 커서, 기회가 많이 보이는 만큼 고르고 덜어 내는 일이 재물운의 열쇠가 되기 쉽습니다.
    Wealth weighs very heavily in the chart: many chances come into view, and choosing and leaving out tends to be the key.
`);

/** What 재성 makes with the day stem's strength and with the other ten gods. */
export const WEALTH_COMBINATION = texts(`
  jaedasinyak
    재다신약의 모습이어서, 기회에 비해 감당할 힘이 모자라기 쉬우니 사람과 함께 나누어 지고 단계를 밟는 것이 좋습니다.
    Much wealth meets a weak day stem: chances tend to outrun the strength to carry them, so it is good to share the load and go step by step.
  sinwangjaewang
    일간과 재성이 함께 힘을 갖추어, 큰 일을 맡아도 감당하고 거두어들이는 힘이 있는 편입니다.
    Day stem and wealth are both strong: one tends to have the strength to take on large tasks and to bring them in.
  gungeopjaengjae
    적은 재성을 여러 비겁이 다투는 모습이어서, 공동 자금과 보증은 조건을 분명히 해 두면 마음이 편합니다.
    Many companions contend for little wealth: with shared funds and guarantees, clear terms make for peace of mind.
  siksangsaengjae
    식상이 재성을 낳는 흐름이 있어, 재능과 노력이 수입으로 이어지기 쉽습니다.
    Output feeds wealth: talent and effort tend to turn into income.
  jaesaenggwan
    재성이 관성을 받쳐 주어, 재물이 자리와 명예로, 다시 안정된 수입으로 이어지기 쉽습니다.
    Wealth supports the officer: means tend to lead to position, and position to steady income.
  gwaninsangsaeng
    관성이 인성으로 이어져, 조직 안에서 배우고 자격을 갖추며 오르는 길이 잘 맞기 쉽습니다.
    The officer feeds the resource: rising within an organisation by learning and qualifying tends to suit.
  jaegeugin
    재성이 인성을 누르는 모습이어서, 눈앞의 이익과 긴 배움 사이에서 시간을 나누어 두면 좋습니다.
    Wealth presses on the resource: it is good to divide one's time between near gain and long learning.
  jaeseong_visible
    재성이 천간에 드러나 있어, 씀씀이와 수입이 겉으로 드러나기 쉬우니 규모를 정해 두면 좋습니다.
    Wealth stands open in the stems: income and spending tend to be seen by others, and a set budget does good.
  jaeseong_hidden
    재성이 천간에는 없고 지지에만 있어, 드러내지 않고 알뜰히 모으는 데 재주가 있기 쉽습니다.
    Wealth lies only in the branches: one tends to have a gift for saving thriftily without show.
`);

/** What the element of 재성 is to the useful god. */
export const WEALTH_ROLE = texts(`
  yongsin
    재성의 오행이 곧 용신이어서, 현실적인 성과를 챙기는 일이 삶 전체에 활력을 주기 쉽습니다.
    The element of wealth is the useful god itself: attending to tangible results tends to enliven the whole of life.
  huisin
    재성의 오행이 용신과 짝이 되는 희신이어서, 재물을 다루는 경험이 좋은 기회를 넓혀 주기 쉽습니다.
    The element of wealth is the favourable one beside the useful god: experience with means tends to widen good chances.
  gisin
    재성의 오행이 용신을 거스르는 기신이어서, 욕심을 낼 때와 멈출 때를 가리는 기준을 미리 세워 두면 좋습니다.
    The element of wealth works against the useful god: it is good to settle beforehand when to reach out and when to stop.
  gusin
    재성의 오행이 기신을 돕는 구신이어서, 남의 권유보다 스스로 정한 예산을 따르는 것이 마음 편합니다.
    The element of wealth helps what works against the useful god: to keep to one's own budget rather than to others' urging makes for peace of mind.
  hansin
    재성의 오행은 용신과 크게 얽히지 않는 한신이어서, 무리하지 않고 꾸준히 관리하면 무난하기 쉽습니다.
    The element of wealth has little to do with the useful god: managed steadily and without strain, things tend to go evenly.
`);
