/** Meanings: `code | Korean | English`. */
export const STAR_TEXTS = `
  cheoneul | 일간에서 보는 으뜸 길신으로, 어려울 때 사람의 도움을 얻는다고 봅니다. | First of the noble stars, counted from the day stem: help from people in time of need.
  munchang | 일간의 식신이 건록에 드는 자리(병은 신, 정은 유)로, 글과 학문의 재주로 봅니다. | Where the day stem's Eating God is at its Prime (Monkey and Rooster for fire): a gift for letters and study.
  mungok | 문창귀인과 충하는 지지로, 문장과 예술의 재주로 봅니다. | The branch that clashes with the Literary Nobleman: a gift for writing and the arts.
  hakdang | 일간이 장생하는 자리로, 배움이 빠르고 총명하다고 봅니다. | Where the day stem is at Birth: a quick and clear learner.
  gwangwihakgwan | 일간의 관성이 장생하는 자리로, 학업이 벼슬로 이어진다고 봅니다. | Where the day stem's Officer is at Birth: study that leads to office.
  taegeuk | 일간에서 보는 길신으로, 시작과 끝을 잘 맺고 복을 이룬다고 봅니다. | A noble star of the day stem: what is begun is brought to a good end.
  geollok | 일간이 12운성의 건록에 드는 자리로, 스스로 벌어 서는 힘으로 봅니다. | Where the day stem is at its Prime: earning and standing on one's own.
  amnok | 건록과 육합하는 지지로, 보이지 않는 도움과 재물로 봅니다. | The branch that combines with the Stipend: help and means that come unseen.
  geumyeo | 건록에서 둘 나아간 지지로, 귀한 수레를 타듯 좋은 배우자와 안락을 봅니다. | Two branches on from the Stipend, a golden carriage: a good spouse and comfort.
  hyeomnok | 건록의 앞뒤 지지가 모두 있어 록을 끼는 것으로, 재물을 지켜 준다고 봅니다. | Both neighbours of the Stipend are present and hold it between them: means that are guarded.
  yangin | 건록을 지나 기운이 넘치는 자리로, 결단과 강함, 다침을 함께 봅니다. | The branch past the Stipend, where strength overflows like a blade: resolve, force and injury.
  biin | 양인과 충하는 지지로, 날아드는 칼날처럼 다툼과 손실을 봅니다. | The branch that clashes with the Goat Blade: disputes and losses that come flying.
  hongyeom | 일간에서 보는 별로, 다정함과 이성을 끄는 매력으로 봅니다. | A star of the day stem: warmth and attraction in love.
  yuha | 일간에서 보는 흉신으로, 흘러 떠도는 일과 물, 술로 인한 탈을 봅니다. | A star of the day stem: drifting, and harm from water or drink.
  nakjeonggwan | 일간에서 보는 흉신으로, 우물에 빠지듯 물과 추락을 조심하라고 봅니다. | A star of the day stem, a fall into the well: care with water and heights.
  cheonju | 일간의 식신이 록을 얻는 자리로, 먹을 복과 재물이 넉넉하다고 봅니다. | Counted from the day stem, heaven's kitchen: plenty of food and means.
  cheongwan | 일간에서 보는 길신으로, 벼슬과 명예를 얻는다고 봅니다. | A noble star of the day stem: office and honour.
  cheonbok | 일간의 정관이 록을 얻는 자리로, 하늘이 주는 복록으로 봅니다. | Where the day stem's Officer is at its Prime: blessings that heaven gives.
  bokseong | 일간에서 보는 길신으로, 타고난 복과 의식의 넉넉함을 봅니다. | A noble star of the day stem: inborn fortune and a life well provided.
  cheondeok | 월지에서 보는 하늘의 덕으로, 흉을 풀고 재난을 막아 준다고 봅니다. | Heaven's virtue, counted from the month branch: it dissolves ills and wards off disasters.
  cheondeokhap | 천덕귀인과 합하는 글자로, 천덕을 돕는 힘으로 봅니다. | What combines with Heavenly Virtue: it helps in the same way, less strongly.
  woldeok | 월지 삼합 오행의 양간으로, 땅의 덕이 흉을 풀어 준다고 봅니다. | The yang stem of the month's triad element: the month's virtue, which dissolves ills.
  woldeokhap | 월덕귀인과 합하는 천간으로, 월덕을 돕는 힘으로 봅니다. | The stem that combines with Monthly Virtue: a lesser help of the same kind.
  wolgong | 월덕귀인과 충하는 천간으로, 글을 올리고 뜻을 펴는 데 좋다고 봅니다. | The stem that clashes with Monthly Virtue: good for petitions and making oneself heard.
  cheonui | 월지 바로 앞의 지지로, 의술과 약, 사람을 살리는 일로 봅니다. | The branch before the month's: healing, medicine, saving people.
  hwangeundaesa | 월지에서 일·시에 보는 길신으로, 임금의 은혜로 죄를 풀어 준다고 봅니다. | Counted from the month branch, the sovereign's pardon: release from blame and trouble.
  geupgak | 월지의 계절에서 일·시에 보는 흉신으로, 다리와 뼈를 다치는 일로 봅니다. | Counted from the season of the month: injuries of legs and bones.
  dangyogwan | 월지에서 일·시에 보는 흉신으로, 다리가 끊어지듯 팔다리를 다치는 일로 봅니다. | Counted from the month branch, the broken bridge: falls and broken limbs.
  wonjin | 서로 까닭 없이 미워하는 지지끼리 만난 것으로, 불화와 원망을 봅니다. | Branches that resent each other without cause: discord and grudges.
  dohwa | 연지나 일지의 삼합에서 목욕지인 지지(연살)로, 매력과 인기, 이성을 봅니다. | Where the triad of year or day branch is at Bath: charm, popularity, romance.
  yeokma | 연지나 일지의 삼합에서 병지인 지지로, 이동과 변화, 먼 곳의 일을 봅니다. | Where the triad of year or day branch is at Illness: travel, change, work far away.
  hwagae | 연지나 일지의 삼합에서 묘지인 지지로, 학문과 예술, 종교, 고독을 봅니다. | Where the triad of year or day branch is at its Grave: learning, art, religion, solitude.
  jangseong | 연지나 일지의 삼합에서 왕지인 지지로, 권위와 통솔력을 봅니다. | The peak of the triad of year or day branch: authority and command.
  suok | 연지나 일지의 삼합에서 왕지와 충하는 지지(재살)로, 갇힘과 다툼을 봅니다. | The branch that clashes with the triad's peak: confinement and disputes.
  gosin | 연지의 방합 다음에 오는 지지로, 외로움을 보며 남자에게 더 꺼립니다. | The branch after the year's season: loneliness, weighed more for men.
  gwasuk | 연지의 방합 앞에 있는 지지로, 외로움을 보며 여자에게 더 꺼립니다. | The branch before the year's season: loneliness, weighed more for women.
  hongnan | 연지에서 보는 별로, 혼인과 경사를 봅니다. | Counted from the year branch: marriage and happy events.
  cheonhui | 홍란과 충하는 지지로, 출산과 기쁜 일을 봅니다. | The branch that clashes with Red Phoenix: births and joy.
  sangmun | 연지에서 둘 나아간 지지로, 상을 당하거나 슬픈 일을 봅니다. | Two branches on from the year's: mourning and sorrow.
  jogaek | 연지에서 둘 물러난 지지로, 조문할 일과 근심을 봅니다. | Two branches back from the year's: condolences and worry.
  byeongbu | 연지에서 하나 물러난 지지로, 앓는 일을 봅니다. | One branch back from the year's: illness.
  gwimun | 일지와 귀문을 이루는 지지로, 예민함과 직관, 신경과민을 봅니다. | A branch that makes the Ghost Gate with the day's: keen intuition and frayed nerves.
  gyeokgak | 시지가 일지에서 한 칸 건너 있는 것으로, 육친과 멀어지거나 다리를 다침을 봅니다. | The hour branch two away from the day's: distance from kin, injuries of the legs.
  tanghwa | 일지가 인·오·축인 것으로, 불과 끓는 물, 약물에 다치는 일을 봅니다. | Day branch Tiger, Horse or Ox: harm from fire, scalding or poison.
  cheonmun | 일지가 하늘의 문이라는 술·해인 것으로, 영감과 종교, 의약과 역학의 소질을 봅니다. | Day branch Dog or Pig, where heaven's gate stands open: inspiration, religion, medicine, divination.
  goegang | 진·술 위에 선 굳센 간지로, 총명과 강한 결단, 극단을 봅니다. | A strong pair over Dragon or Dog: brilliance, hard resolve, extremes.
  baekho | 호랑이에게 물려 간다는 간지로, 피를 보는 사고와 강한 기세를 봅니다. | The pairs of the white tiger: accidents with blood, and fierce drive.
  goran | 배우자의 기운이 머물 곳 없는 일주로, 부부의 인연이 외롭다고 봅니다. | Day pairs in which the spouse finds no place: loneliness in marriage.
  eumyangchachak | 음양이 어긋난 열두 일주로, 혼인과 처가·외가의 일이 꼬인다고 봅니다. | Twelve day pairs with yin and yang at odds: trouble in marriage and with in-laws.
  sibakdaepae | 록이 공망에 드는 열 일주로, 재물이 새기 쉽다고 봅니다. | Ten day pairs whose Stipend is void: means that leak away.
  hyosin | 일지에 인성이 앉은 일주로, 어머니와의 인연이 치우치고 식신을 누른다고 봅니다. | Day pairs seated on Resource: an uneven bond with the mother, and Eating God held down.
  ildeok | 덕을 갖추었다는 다섯 일주로, 어질고 복이 두텁다고 봅니다. | Five day pairs of virtue: kindness and lasting fortune.
  ilgwi | 일지에 천을귀인이 앉은 네 일주로, 귀한 대접과 온화함을 봅니다. | Four day pairs seated on the Heavenly Nobleman: esteem and a gentle manner.
  yuksu | 재주가 빼어나다는 여섯 일주로, 총명하고 제 앞가림에 밝다고 봅니다. | Six day pairs of elegance: cleverness, and an eye to one's own interest.
  jinsin | 나아가는 기운을 지닌 네 간지로, 하는 일이 막힘없이 나아간다고 봅니다. | Four pairs of advance: undertakings that go forward unhindered.
  ganyeojidong | 천간과 지지의 오행이 같은 일주로, 고집과 독립심이 강하다고 봅니다. | Stem and branch of one element: stubborn and independent, a strain on marriage.
  geumsin | 을축·기사·계유의 일주나 시주로, 쇠처럼 강하여 불로 다스려야 쓰인다고 봅니다. | Three pairs as hard as metal, which fire must temper to be of use.
  samgi | 세 천간이 차례로 나란한 것으로, 남다른 재주와 포부를 봅니다. | Three wonders, stems side by side in order: uncommon gifts and ambition.
  cheollajimang | 술·해 또는 진·사가 함께 있는 것으로, 그물에 걸리듯 막히고 매인다고 봅니다. | Dog with Pig or Dragon with Snake, nets of heaven and earth: being caught and held.
  hyeonchim | 갑·신·묘·오·미·신(申)처럼 바늘 모양 글자가 둘 이상 모인 것으로, 날카로운 말과 손재주, 의술을 봅니다. | Characters shaped like needles: sharp words, deft hands, medicine.`;
