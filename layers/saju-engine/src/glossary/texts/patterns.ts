/** In the order of pattern-terms.ts: `code | Korean | English`. */
export const PATTERN_TEXTS = `
  hwamokgyeok | 정임합이 목으로 화한 격입니다. 목을 따르고 금을 꺼립니다. | Yin Fire and Yang Water become wood: the chart goes with wood and shuns metal.
  hwahwagyeok | 무계합이 화로 화한 격입니다. 화를 따르고 수를 꺼립니다. | Yang Earth and Yin Water become fire: the chart goes with fire and shuns water.
  hwatogyeok | 갑기합이 토로 화한 격입니다. 토를 따르고 목을 꺼립니다. | Yang Wood and Yin Earth become earth: the chart goes with earth and shuns wood.
  hwageumgyeok | 을경합이 금으로 화한 격입니다. 금을 따르고 화를 꺼립니다. | Yin Wood and Yang Metal become metal: the chart goes with metal and shuns fire.
  hwasugyeok | 병신합이 수로 화한 격입니다. 수를 따르고 토를 꺼립니다. | Yang Fire and Yin Metal become water: the chart goes with water and shuns earth.
  gokjikgyeok | 목 일간이 목의 국을 이룬 일행득기격입니다. | A wood day stem over a full frame of wood: one element rules.
  yeomsanggyeok | 화 일간이 화의 국을 이룬 일행득기격입니다. | A fire day stem over a full frame of fire: one element rules.
  gasaekgyeok | 토 일간이 진·술·축·미를 셋 이상 만난 일행득기격입니다. | An earth day stem with three or more of the four earth branches: one element rules.
  jonghyeokgyeok | 금 일간이 금의 국을 이룬 일행득기격입니다. | A metal day stem over a full frame of metal: one element rules.
  yunhagyeok | 수 일간이 수의 국을 이룬 일행득기격입니다. | A water day stem over a full frame of water: one element rules.
  jongwanggyeok | 비겁이 세력을 모두 차지하여 그 왕한 기운을 따르는 격입니다. | Companions hold nearly everything: the chart follows its own strength.
  jongganggyeok | 인성과 비겁이 세력을 모두 차지하고 인성이 더 무거워 이를 따르는 격입니다. | Resource and companions hold nearly everything, Resource more: the chart follows what bears it.
  jongagyeok | 뿌리 없는 일간이 식상의 세력을 따르는 격입니다. | A rootless day stem follows its Output.
  jongjaegyeok | 뿌리 없는 일간이 재성의 세력을 따르는 격입니다. | A rootless day stem follows Wealth.
  jongsalgyeok | 뿌리 없는 일간이 관성의 세력을 따르는 격입니다. | A rootless day stem follows Officer and Killings.
  jongsegyeok | 뿌리 없는 일간이 고르게 강한 식상·재성·관성의 세력을 함께 따르는 격입니다. | A rootless day stem follows Output, Wealth and Officer together, none of them ahead.
  geollokgyeok | 월지가 일간의 건록인 격입니다. 관성을 먼저 쓰고 없으면 재성과 식상을 씁니다. | The month branch is the day stem's Prime: it looks for Officer first, else Wealth and Output.
  yangingyeok | 양 일간의 월지가 양인인 격입니다. 관성, 특히 칠살로 다스립니다. | A yang day stem born in the month of its Blade: Officer, Killings above all, holds it.
  wolgeopgyeok | 월지 정기가 겁재 등 비겁이면서 건록·양인이 아닌 격입니다. | The month's main stem is a companion, and the month neither Prime nor Blade.
  siksingyeok | 월령의 식신을 잡은 격입니다. 재성을 낳으면 좋고 편인을 꺼립니다. | Eating God taken from the month: good when it bears Wealth; it shuns Indirect Resource.
  sanggwangyeok | 월령의 상관을 잡은 격입니다. 재성을 낳거나 인성을 갖추면 좋고 정관을 꺼립니다. | Hurting Officer taken from the month: good with Wealth or Resource; it shuns Direct Officer.
  pyeonjaegyeok | 월령의 편재를 잡은 격입니다. 일간이 튼튼해야 큰 재물을 다룹니다. | Indirect Wealth taken from the month: it takes a sturdy day stem to handle it.
  jeongjaegyeok | 월령의 정재를 잡은 격입니다. 식상이 낳고 관성이 지키며 비겁을 꺼립니다. | Direct Wealth taken from the month: Output bears it, Officer guards it; it shuns companions.
  pyeongwangyeok | 월령의 편관(칠살)을 잡은 격입니다. 식신으로 누르거나 인성으로 돌려 씁니다. | Seven Killings taken from the month: held by Eating God or turned by Resource.
  jeonggwangyeok | 월령의 정관을 잡은 격입니다. 재성과 인성이 돕고 상관을 꺼립니다. | Direct Officer taken from the month: Wealth and Resource help it; it shuns Hurting Officer.
  pyeoningyeok | 월령의 편인을 잡은 격입니다. 관성이 낳으면 좋고 식신을 누르는 것을 꺼립니다. | Indirect Resource taken from the month: good when Officer bears it, ill when it holds down Eating God.
  jeongingyeok | 월령의 정인을 잡은 격입니다. 관성이 낳으면 좋고 재성을 꺼립니다. | Direct Resource taken from the month: good when Officer bears it; it shuns Wealth.`;
