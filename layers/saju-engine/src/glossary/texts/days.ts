/** Meanings: `code | Korean | English`. */

export const OFFICER_TEXTS = `
  geon | 일어서는 날입니다. 출행과 부임에 좋고 흙을 다루는 일은 피합니다. | Establish: good for setting out and taking office; the ground is left alone.
  je | 묵은 것을 없애는 날입니다. 청소와 치료, 제사에 좋습니다. | Remove: good for cleaning out, treatment and rites.
  man | 가득 차는 날입니다. 곳간을 채우고 개업하는 데 좋고 치료는 피합니다. | Full: good for stocking up and opening a business; not for treatment.
  pyeong | 고르게 하는 날입니다. 길을 닦고 담을 고치는 일에 좋습니다. | Balance: good for levelling roads and mending walls.
  jeong | 안정되는 날입니다. 혼인과 계약에 좋고 소송은 피합니다. | Settle: good for weddings and contracts; not for lawsuits.
  jip | 잡아 지키는 날입니다. 잡고 거두는 일에 좋고 이사는 피합니다. | Hold: good for catching and collecting; not for moving house.
  pa | 월지와 충하여 깨뜨리는 날입니다. 허무는 일과 치료 말고는 모두 피합니다. | Break, clashing with the month: for demolition and treatment, and nothing else.
  wi | 위태로운 날입니다. 높은 곳과 배를 조심합니다. | Danger: care with heights and boats.
  seong | 이루어지는 날입니다. 혼인과 개업, 입학에 두루 좋습니다. | Accomplish: good for weddings, openings, beginning school.
  su | 거두는 날입니다. 수확과 저장, 수금에 좋고 장례는 피합니다. | Receive: good for harvest, storing and collecting; not for burials.
  gae | 열리는 날입니다. 개업과 이사, 혼인에 좋고 장례는 피합니다. | Open: good for openings, moving and weddings; not for burials.
  pye | 닫히는 날입니다. 막고 메우는 일 말고는 피합니다. | Close: for stopping up and filling in, and little else.`;

export const PATH_TEXTS = `
  cheongnyong | 첫째 황도로 푸른 용이 맡습니다. 모든 일에 길하게 봅니다. | First of the yellow road, the azure dragon: good for all undertakings.
  myeongdang | 황도의 하나로 밝은 집을 뜻합니다. 귀인을 만나고 일을 이룬다고 봅니다. | On the yellow road, the bright hall: patrons are met and works completed.
  cheonhyeong | 흑도의 하나로 하늘의 형벌을 뜻합니다. 소송과 다툼을 꺼립니다. | On the black road, heaven's punishment: lawsuits and quarrels are shunned.
  jujak | 흑도의 하나로 붉은 새를 뜻합니다. 구설과 송사를 꺼립니다. | On the black road, the vermilion bird: gossip and disputes are feared.
  geumgwe | 황도의 하나로 금을 담은 궤를 뜻합니다. 혼인과 재물에 길하게 봅니다. | On the yellow road, the golden chest: good for weddings and for wealth.
  cheondeok | 황도의 하나로 보광이라고도 합니다. 하늘의 덕이 돕는다고 봅니다. | On the yellow road, heaven's virtue, also called precious light: help from above.
  baekho | 흑도의 하나로 흰 범을 뜻합니다. 다치는 일을 꺼립니다. | On the black road, the white tiger: injuries are feared.
  okdang | 황도의 하나로 옥으로 지은 집을 뜻합니다. 학업과 문서, 집 안 일에 길하게 봅니다. | On the yellow road, the jade hall: good for study, documents and the house.
  cheolloe | 흑도의 하나로 하늘의 감옥을 뜻합니다. 갇히고 막힘을 꺼립니다. | On the black road, heaven's prison: being held and blocked is feared.
  hyeonmu | 흑도의 하나로 검은 거북을 뜻합니다. 도둑과 속임을 꺼립니다. | On the black road, the dark warrior: theft and deceit are feared.
  samyeong | 황도의 하나로 목숨을 맡은 별을 뜻합니다. 낮의 일에 길하게 봅니다. | On the yellow road, the director of destiny: good for what is done by day.
  gujin | 흑도의 하나로 갈고리를 뜻합니다. 일이 얽히고 늦어짐을 꺼립니다. | On the black road, the hooked coil: entanglement and delay are feared.`;

export const DAY_STAR_TEXTS = `
  cheonsa | 계절마다 정해진 한 간지로, 하늘이 죄를 용서하는 날입니다. 제사와 고사에 으뜸으로 좋습니다. | One pair in each season, on which heaven pardons: best of days for rites.
  cheoneun | 갑자·기묘·기유부터 닷새씩, 하늘이 은혜를 내리는 날입니다. 두루 길합니다. | Three runs of five pairs on which heaven is gracious: good for most things.
  cheondeok | 일진에 그 달의 천덕이 있는 날입니다. 흉을 풀고 경사에 좋습니다. | The day has the month's Heavenly Virtue: it dissolves ills and suits celebrations.
  cheondeokhap | 일진에 그 달의 천덕과 합하는 글자가 있는 날입니다. 천덕일에 버금갑니다. | The day has what combines with the month's Heavenly Virtue: next best to it.
  woldeok | 일간이 그 달의 월덕인 날입니다. 흉을 풀고 두루 길합니다. | The day's stem is the month's Monthly Virtue: it dissolves ills and suits most things.
  woldeokhap | 일간이 그 달의 월덕과 합하는 날입니다. 월덕일에 버금갑니다. | The day's stem combines with the month's Monthly Virtue: next best to it.
  wolpa | 일지가 월지와 충하는 날입니다. 모든 경사를 피합니다. | The day's branch clashes with the month's: all celebrations are avoided.
  cheongang | 북두의 자루가 가리키는 흉한 날입니다. 제사와 큰일을 피합니다. | Where the Dipper's handle points: an ill day for rites and great undertakings.
  hagoe | 천강과 마주 보는 흉한 날입니다. 제사와 집짓기를 피합니다. | Opposite the Heavenly Ladle: an ill day for rites and for building.
  susa | 죽음을 받는다는 날입니다. 혼인과 이사, 출행을 피합니다. | The day said to receive death: weddings, moves and journeys are avoided.
  cheonjeok | 하늘의 도둑이라는 날입니다. 개업과 재물 거래를 피합니다. | The heavenly thief: openings and dealings in money are avoided.
  pima | 상복을 입는다는 날입니다. 혼인을 피합니다. | The day of mourning clothes: weddings are avoided.
  hongsa | 붉은 비단이라는 흉한 날입니다. 혼인을 피합니다. | The day of red gauze, ill in spite of its name: weddings are avoided.
  bokdan | 일지와 28수가 만나 끊기는 날입니다. 끊는 일 말고는 피합니다. | Branch and mansion meet and sever: only what is to be cut off is done.
  wolgi | 음력 5·14·23일로 매달 꺼리는 날입니다. 혼인을 피합니다. | The 5th, 14th and 23rd of the lunar month, shunned in every month, above all for weddings.
  sari | 춘분·하지·추분·동지의 전날입니다. 기운이 갈라진다고 하여 큰일을 피합니다. | The eve of equinoxes and solstices, when seasons part: great undertakings are avoided.
  sajeol | 입춘·입하·입추·입동의 전날입니다. 기운이 끊긴다고 하여 큰일을 피합니다. | The eve of the four starts of seasons, when a season ends: great undertakings are avoided.`;

export const BIRTH_FORTUNE_TEXTS = `
  saenggi | 기운이 살아나는 날입니다. 가장 길하게 봅니다. | The day on which vital energy stirs: most auspicious.
  cheonui | 하늘의 의원이 돕는 날입니다. 치료와 경사에 길합니다. | The day of heaven's physician: good for treatment and celebrations.
  jeolche | 몸이 끊긴다는 날입니다. 길흉이 반반이라 꼭 필요할 때만 씁니다. | The day of the severed body: neither good nor bad, used when it must be.
  yuhon | 넋이 떠돈다는 날입니다. 길흉이 반반입니다. | The day on which the soul wanders: neither good nor bad.
  hwahae | 재앙과 해로움이 있다는 날입니다. 흉하여 피합니다. | The day of misfortune and harm: inauspicious and avoided.
  bokdeok | 복과 덕이 있는 날입니다. 생기와 함께 길하게 씁니다. | The day of blessing and virtue: auspicious.
  jeolmyeong | 목숨이 끊긴다는 날입니다. 가장 흉하여 피합니다. | The day of severed life: the worst, and avoided.
  gwihon | 넋이 돌아온다는 날입니다. 나서는 일을 삼가며 길흉이 반반입니다. | The day on which the soul returns: neither good nor bad, better spent at home.`;

export const MARRIAGE_JUDANG_TEXTS = `
  sillang | 주당이 신랑에 드는 날로 꺼립니다. | The day strikes the groom: avoided.
  go | 주당이 시어머니에 드는 날로 꺼리며, 자리를 피하면 쓰기도 합니다. | The day strikes the groom's mother: avoided, or used if she keeps away.
  dang | 주당이 마루에 드는 날로 씁니다. | The day strikes the hall, and no one: it may be used.
  ong | 주당이 시아버지에 드는 날로 꺼리며, 자리를 피하면 쓰기도 합니다. | The day strikes the groom's father: avoided, or used if he keeps away.
  je | 주당이 집에 드는 날로 씁니다. | The day strikes the house, and no one: it may be used.
  jo | 주당이 부뚜막에 드는 날로 씁니다. | The day strikes the stove, and no one: it may be used.
  sinbu | 주당이 신부에 드는 날로 꺼립니다. | The day strikes the bride: avoided.
  ju | 주당이 부엌에 드는 날로 씁니다. | The day strikes the kitchen, and no one: it may be used.`;

export const MOVING_JUDANG_TEXTS = `
  an | 편안함에 드는 날로 이사에 좋습니다. | The day falls on peace: good for moving.
  i | 이로움에 드는 날로 이사에 좋습니다. | The day falls on profit: good for moving.
  cheon | 하늘에 드는 날로 이사에 좋습니다. | The day falls on heaven: good for moving.
  hae | 해로움에 드는 날로 이사를 피합니다. | The day falls on harm: moving is avoided.
  sal | 살에 드는 날로 이사를 피합니다. | The day falls on killing: moving is avoided.
  bu | 부유함에 드는 날로 이사에 좋습니다. | The day falls on wealth: good for moving.
  sa | 스승에 드는 날로 이사에 좋습니다. | The day falls on the teacher: good for moving.
  jae | 재앙에 드는 날로 이사를 피합니다. | The day falls on calamity: moving is avoided.`;

export const DIRECTION_TEXTS = `
  north | 자방으로 물의 방위입니다. 음력 끝자리 7·8일에 손이 있습니다. | The Rat's direction, of water. The roaming spirit is there on lunar days ending in 7 and 8.
  northeast | 축·인 사이의 간방입니다. | Between Ox and Tiger, the mountain of the trigrams.
  east | 묘방으로 나무의 방위입니다. 음력 끝자리 1·2일에 손이 있습니다. | The Rabbit's direction, of wood. The roaming spirit is there on lunar days ending in 1 and 2.
  southeast | 진·사 사이의 손방입니다. | Between Dragon and Snake, the wind of the trigrams.
  south | 오방으로 불의 방위입니다. 음력 끝자리 3·4일에 손이 있습니다. | The Horse's direction, of fire. The roaming spirit is there on lunar days ending in 3 and 4.
  southwest | 미·신 사이의 곤방입니다. | Between Goat and Monkey, the earth of the trigrams.
  west | 유방으로 쇠의 방위입니다. 음력 끝자리 5·6일에 손이 있습니다. | The Rooster's direction, of metal. The roaming spirit is there on lunar days ending in 5 and 6.
  northwest | 술·해 사이의 건방입니다. | Between Dog and Pig, the heaven of the trigrams.`;

export const OCCASION_TEXTS = `
  marriage | 혼례를 올리는 날을 고릅니다. 두 사람의 생기복덕과 혼인주당을 함께 봅니다. | A day for the wedding: by both people's fortunes of age and by the Marriage Hall.
  moving | 집을 옮기는 날을 고릅니다. 손과 대장군방, 삼살방, 이사주당을 함께 봅니다. | A day for moving house: by the roaming spirit, the year's directions and the Moving Hall.
  opening | 가게를 열거나 계약하는 날을 고릅니다. 용신일을 반기고 공망일을 뺍니다. | A day to open or to sign: days of the useful god are welcome, void days are left out.
  travel | 길을 떠나는 날을 고릅니다. 역마일을 반깁니다. | A day to set out: days of the Post Horse are welcome.
  treatment | 수술이나 치료를 시작하는 날을 고릅니다. 제·파일과 천의일을 반깁니다. | A day for surgery or treatment: Remove, Break and the Heavenly Doctor are welcome.
  ritual | 제사나 고사를 올리는 날을 고릅니다. 천사일과 천은일을 반깁니다. | A day for rites: Heaven's Pardon and Heaven's Grace are welcome.`;
