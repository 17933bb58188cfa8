/** Meanings: `code | Korean | English`. */

export const RELATION_TEXTS = `
  cheonganhap | 다섯 떨어진 두 천간이 짝을 이룹니다. 서로 끌리고 묶이며, 조건이 차면 다른 오행이 됩니다. | Two stems five apart pair up: they attract and bind, and where conditions allow become another element.
  cheonganchung | 마주 보는 두 천간이 부딪칩니다. 갑경·을신·병임·정계이며 생각과 일이 엇갈린다고 봅니다. | Two stems that face each other collide: plans and people at odds. Earth has none.
  yukhap | 두 지지가 둘씩 짝을 이룹니다. 가까운 사이의 화합과 묶임으로 봅니다. | Two branches pair up: harmony at close quarters, and being tied.
  samhap | 생지·왕지·고지 셋이 모여 한 오행의 국을 이룹니다. 뜻을 함께하는 큰 힘으로 봅니다. | Three branches, birth, peak and store, make one element: a strong common purpose.
  banhap | 삼합에서 왕지를 낀 둘이 모인 것으로, 삼합보다 약한 결합입니다. | Two of a triad, one of them its peak: a weaker form of the triad.
  gonghap | 왕지 없이 생지와 고지만 만난 것으로, 빠진 왕지를 불러들인다고 봅니다. | Birth and store of a triad without its peak, which they are said to invite.
  banghap | 한 계절의 세 지지가 모인 것으로, 그 계절 오행이 가장 왕성해집니다. | The three branches of one season together: the season's element at its most abundant.
  chung | 맞은편의 두 지지가 부딪칩니다. 변동과 이별, 자리의 움직임으로 봅니다. | Two opposite branches collide: change, parting, things set in motion.
  hyeong | 두 지지가 서로 형벌합니다. 다툼과 소송, 수술처럼 깎고 바로잡는 일로 봅니다. | Two branches punish each other: quarrels, lawsuits, surgery, forced correction.
  samhyeong | 인사신 또는 축술미 셋이 다 모인 형으로, 형의 뜻이 가장 강합니다. | All three of a punishing set together: the punishment at its strongest.
  pa | 두 지지가 서로 깨뜨립니다. 이루던 일이 틀어지는 것으로 봅니다. | Two branches break each other: things under way come undone.
  hae | 합을 방해하는 두 지지입니다. 서로 해치고 서운해하는 것으로 봅니다. | Two branches that spoil each other's combination: harm and hurt between the close.
  wonjin | 까닭 없이 서로 미워하는 두 지지입니다. 끌리면서도 원망하는 사이로 봅니다. | Two branches that resent each other without cause: drawn together and bitter.
  gwimun | 귀신의 문을 이루는 두 지지입니다. 예민함과 집착, 직감으로 봅니다. | Two branches that make the Ghost Gate: a sensitive, brooding, intuitive turn.
  amhap | 지장간의 정기끼리 천간합을 이루는 두 지지입니다. 드러나지 않는 인연으로 봅니다. | Branches whose main hidden stems combine: a bond that does not show.`;

export const RELATION_FORM_TEXTS = `
  mueun | 인·사·신의 형입니다. 베푼 은혜를 잊고 서로 해치는 것으로 봅니다. | Among Tiger, Snake and Monkey: kindness forgotten and turned to harm.
  jise | 축·술·미의 형입니다. 세력을 믿고 밀어붙이다 다투는 것으로 봅니다. | Among Ox, Dog and Goat: pushing ahead on one's own power.
  murye | 자·묘의 형입니다. 서로 예의를 잃는 것으로 봅니다. | Between Rat and Rabbit: manners lost between the two.
  jahyeong | 진·오·유·해가 저와 같은 글자를 만난 형입니다. 스스로를 괴롭히는 것으로 봅니다. | Dragon, Horse, Rooster or Pig meeting itself: trouble of one's own making.`;
