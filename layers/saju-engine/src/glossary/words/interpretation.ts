/**
 * Codes of interpretations:
 * `code | Hangul | Hanja | English | meaning in Korean | meaning in English`.
 */

export const TOPIC_WORDS = `
  personality | 성격 | 性格 | Character | 일간과 월지, 강약과 격국으로 바탕을 풀이합니다. | What one is like, by day stem and month, strength and pattern.
  wealth | 재물 | 財物 | Wealth and Work | 재성과 격국, 월지의 십신으로 재물과 일을 풀이합니다. | Means and work, by Wealth, pattern and the ten god of the month.
  health | 건강 | 健康 | Health | 오행의 치우침과 계절, 강약으로 건강과 생활을 풀이합니다. | Health and habits, by the balance of elements, season and strength.
  relationship | 관계 | 關係 | Relationships | 일지와 배우자 별, 합과 충으로 관계를 풀이합니다. | Relationships, by the day branch, the spouse star, combinations and clashes.
  year | 한 해의 운 | 歲運 | Luck of a Year | 세운과 대운을 사주에 견주어 한 해를 풀이합니다. | A year, by its pair and the running ten-year luck against the chart.`;

export const ELEMENT_RELATION_WORDS = `
  generates | 생 | 生 | Bears | 한 오행이 다음 오행을 낳아 북돋습니다. | One element bears the next and strengthens it.
  destroys | 극 | 剋 | Controls | 한 오행이 다른 오행을 이겨 누릅니다. | One element controls another and holds it down.
  weakens | 설 | 泄 | Drains | 낳은 오행이 낳아 준 오행의 힘을 덜어 냅니다. | What is borne draws strength from what bears it.`;

export const SENTENCE_RULE_WORDS = `
  personality.day_stem | 일간 성정 | 日干性情 | Nature of the Day Stem | 일간의 물상으로 성격을 말합니다. | Character by the image of the day stem.
  personality.month_ten_god | 월지 십신 | 月支十神 | Ten God of the Month | 월지의 십신으로 타고난 기질을 말합니다. | Disposition by the ten god of the month branch.
  personality.day_stage | 일지 12운성 | 日支十二運星 | Stage of the Day Branch | 일간이 일지에서 놓인 12운성으로 마음가짐을 말합니다. | The turn of mind by the day stem's stage on its branch.
  personality.strength | 강약 성향 | 强弱性向 | Strength and Character | 일간의 강약으로 일을 대하는 태도를 말합니다. | How one goes about things, by the strength of the day stem.
  personality.pattern | 격국 성향 | 格局性向 | Pattern and Character | 격국으로 삶의 짜임과 재능을 말합니다. | Bent and talent by the pattern.
  personality.strong_ten_god | 강한 십신 | 十神偏重 | A Strong Ten God | 비중이 큰 십신이 지나칠 때의 모습을 말합니다. | What much of one ten god can turn into.
  personality.strongest_element | 강한 오행 성향 | 五行偏旺 | Strongest Element and Character | 가장 강한 오행으로 바라는 바를 말합니다. | What one wishes for, by the strongest element.
  personality.stars | 성격 신살 | 性格神殺 | Stars of Character | 성격에 관한 신살을 말합니다. | Stars that bear on character.
  personality.absent_ten_gods | 없는 십신 | 十神不見 | Ten Gods Absent | 사주에 전혀 없는 십신의 뜻을 말합니다. | What it means that a pair of ten gods is nowhere in the chart.
  personality.missing_element | 없는 오행 | 五行不見 | An Element Missing | 여덟 글자에 없는 오행을 채우는 길을 말합니다. | How to make up for an element that no character has.
  personality.polarity | 음양 치우침 | 陰陽偏重 | Yin or Yang in Excess | 음이나 양에 크게 치우친 모습을 말합니다. | What it means that yin or yang far outweighs the other.
  personality.void | 공망 풀이 | 空亡解 | A Void Pillar | 공망인 기둥의 뜻을 말합니다. | What it means that a pillar is void.
  personality.useful_god | 용신 풀이 | 用神解 | The Useful God | 용신 오행을 생활에서 가까이하는 길을 말합니다. | How to live closer to the useful god's element.
  personality.useful_god_and_day_stem | 용신과 일간 | 用神日干 | Useful God and Day Stem | 용신이 일간과 생극하는 모습을 말합니다. | How the useful god bears, controls or drains the day stem.
  wealth.share | 재성 비중 | 財星比重 | Share of Wealth | 재성의 비중으로 재물을 대하는 모습을 말합니다. | One's way with money, by how much Wealth the chart has.
  wealth.combination | 재성 조합 | 財星組合 | Wealth with Others | 재성이 강약이나 다른 십신과 어울린 모습을 말합니다. | What Wealth does together with strength and other ten gods.
  wealth.fortune | 월지 재운 | 月支財運 | Fortune by the Month | 월지의 십신으로 복이 들어오는 길을 말합니다. | How fortune comes, by the ten god of the month branch.
  wealth.career | 직업 성향 | 職業性向 | Bent of Work | 격국과 십신으로 맞는 일을 말합니다. | Work that suits, by the pattern and its ten god.
  wealth.pattern_state | 격의 성패 | 格局成敗 | Pattern Formed or Broken | 격이 이루어졌는지로 일의 흐름을 말합니다. | The course of work, by whether the pattern is formed.
  wealth.role | 재성의 역할 | 財星喜忌 | Role of Wealth | 재성 오행이 용신인지 기신인지로 말합니다. | Wealth by what its element is to the useful god.
  wealth.stars | 재물 신살 | 財物神殺 | Stars of Wealth | 재물과 일에 관한 신살을 말합니다. | Stars that bear on means and work.
  health.weakest_element | 약한 오행 건강 | 五行衰弱 | Weakest Element and Health | 가장 약한 오행이 맡은 몸의 부분을 말합니다. | The parts of the body that tradition gives to the weakest element.
  health.strongest_element | 강한 오행 건강 | 五行太過 | Strongest Element and Health | 넘치는 오행을 덜어 내는 생활을 말합니다. | Habits that ease an element that overflows.
  health.strongest_and_weakest | 강약 오행의 만남 | 旺衰五行 | Strongest Meets Weakest | 가장 강한 오행과 가장 약한 오행의 생극을 말합니다. | How the strongest element bears, controls or drains the weakest.
  health.season | 계절과 건강 | 季節健康 | Season of Birth | 태어난 계절과 조후로 생활의 온도를 말합니다. | The climate of one's life, by the season of birth.
  health.stamina | 기력 | 氣力 | Stamina | 일간의 강약으로 기력을 쓰는 법을 말합니다. | How to spend strength, by that of the day stem.
  health.day_ten_god | 일지 십신과 건강 | 日支十神 | Day Branch and Health | 일지의 십신으로 몸을 쓰는 버릇을 말합니다. | Habits of the body, by the ten god of the day branch.
  health.evenness | 오행 균형 | 五行均衡 | Evenness of Elements | 오행이 고른 정도로 생활의 리듬을 말합니다. | The rhythm of life, by how even the elements are.
  health.clash | 충과 건강 | 沖健康 | Clash and Health | 지지의 충으로 조심할 때를 말합니다. | What to be careful of, by clashes of branches.
  health.stars | 건강 신살 | 健康神殺 | Stars of Health | 건강에 관한 신살을 말합니다. | Stars that bear on health.
  relationship.day_ten_god | 배우자 자리 | 配偶者宮 | Place of the Spouse | 일지의 십신으로 가까운 관계를 말합니다. | Close relationships, by the ten god of the day branch.
  relationship.spouse_star | 배우자 별 | 配偶者星 | Spouse Star | 남자는 재성, 여자는 관성으로 인연을 말합니다. | Partnership, by Wealth for a man and Officer for a woman.
  relationship.day_branch | 일지의 합충 | 日支合沖 | Relations of the Day Branch | 일지가 맺은 합과 충으로 관계의 흐름을 말합니다. | How relationships move, by what the day branch combines or clashes with.
  relationship.day_branch_role | 일지의 역할 | 日支喜忌 | Role of the Day Branch | 일지의 오행이 용신인지 기신인지로 말합니다. | The place of the spouse by what its element is to the useful god.
  relationship.stars | 인연 신살 | 因緣神殺 | Stars of Relationships | 관계에 관한 신살을 말합니다. | Stars that bear on relationships.
  relationship.strong_ten_gods | 강한 십신과 관계 | 十神關係 | Strong Ten Gods and Others | 강한 십신으로 사람을 대하는 모습을 말합니다. | One's way with others, by the ten gods that are strong.
  year.stem_ten_god | 세운 천간 십신 | 歲干十神 | Ten God of the Year's Stem | 그해 천간의 십신으로 마음이 향하는 곳을 말합니다. | Where the mind turns, by the ten god of the year's stem.
  year.branch_ten_god | 세운 지지 십신 | 歲支十神 | Ten God of the Year's Branch | 그해 지지의 십신으로 생활에 오는 일을 말합니다. | What daily life brings, by the ten god of the year's branch.
  year.stem_role | 세운 천간의 역할 | 歲干喜忌 | Role of the Year's Stem | 그해 천간의 오행이 용신인지 기신인지로 말합니다. | The year's stem by what its element is to the useful god.
  year.branch_role | 세운 지지의 역할 | 歲支喜忌 | Role of the Year's Branch | 그해 지지의 오행이 용신인지 기신인지로 말합니다. | The year's branch by what its element is to the useful god.
  year.relations | 세운의 합충 | 歲運合沖 | Relations of the Year | 그해의 간지가 사주와 맺는 합과 충을 말합니다. | What the year's pair combines or clashes with in the chart.
  year.stage | 세운 12운성 | 歲運十二運星 | Stage of the Year | 일간이 그해 지지에서 놓인 12운성을 말합니다. | The day stem's stage on the year's branch.
  year.twelve_sinsal | 세운 12신살 | 歲運十二神殺 | Twelve Sinsal of the Year | 태어난 해에서 본 그해의 12신살을 말합니다. | What the year's branch is among the twelve stars counted from the year of birth.
  year.samjae | 삼재 풀이 | 三災解 | Three Calamities | 그해가 삼재의 몇째 해인지를 말합니다. | Which of the three cautious years it is.
  year.void | 세운 공망 | 歲運空亡 | A Void Year | 그해의 지지가 공망인 뜻을 말합니다. | What it means that the year's branch is void.
  year.daeun_ten_god | 대운 십신 | 大運十神 | Ten God of the Ten-Year Luck | 지금 대운 지지의 십신을 말합니다. | The ten god of the running ten-year luck's branch.
  year.daeun_role | 대운의 역할 | 大運喜忌 | Role of the Ten-Year Luck | 지금 대운 지지의 오행이 용신인지 기신인지로 말합니다. | The ten-year luck's branch by what its element is to the useful god.`;
