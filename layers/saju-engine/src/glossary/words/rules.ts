/**
 * Rules that reasons name and that are no term of their own:
 * `code | Hangul | Hanja | English | meaning in Korean | meaning in English`.
 */

export const STRENGTH_RULES = `
  support_weight | 비겁·인성 비중 | 比劫印星比重 | Weight of Support | 일곱 자리의 가중치에서 비겁과 인성이 차지하는 몫입니다. 강약 점수가 됩니다. | The share of companions and Resource in the weights of the seven places: it is the score of strength.
  deukryeong | 득령 | 得令 | Month Gained | 월지의 정기가 비겁이나 인성이라 일간이 때를 얻었습니다. | The month's main stem is companion or Resource: the season supports the day stem.
  silryeong | 실령 | 失令 | Month Lost | 월지의 정기가 비겁도 인성도 아니라 일간이 때를 잃었습니다. | The month's main stem is neither companion nor Resource: the season does not support the day stem.
  deukji | 득지 | 得地 | Ground Gained | 일지의 정기가 비겁이나 인성이라 일간이 자리를 얻었습니다. | The day branch's main stem is companion or Resource: the day stem has ground to stand on.
  deukji_by_root | 통근 득지 | 通根得地 | Ground Gained by a Root | 일지의 정기는 돕지 않으나 지장간에 비겁이 있어 뿌리를 얻었습니다. | The day branch's main stem does not support, but a companion hidden in it is a root.
  silji | 실지 | 失地 | Ground Lost | 일지에 비겁과 인성의 정기도 뿌리도 없습니다. | The day branch neither supports the day stem nor hides a root of it.
  deukse | 득세 | 得勢 | Company Gained | 월지와 일지 밖의 글자 가운데 셋 이상이 비겁이나 인성입니다. | Of the places besides month and day branch three or more are companion or Resource.
  silse | 실세 | 失勢 | Company Lost | 월지와 일지 밖의 글자 가운데 비겁과 인성이 셋이 못 됩니다. | Of the places besides month and day branch fewer than three are companion or Resource.
  held_at_middle | 중화 보정 | 中和補正 | Held at the Middle | 득령·득지·득세 가운데 둘이 점수와 반대라 강약을 중화에 둡니다. | Two of the three gains point against the score, so that the word stays in the middle.`;

export const VOID_RULES = `
  gongmang | 공망 | 空亡 | Void | 순에서 짝을 얻지 못한 두 지지로, 그 자리의 일이 비고 허하다고 봅니다. | The two branches that a decade of the sixty leaves without a stem: what stands there is hollow.
  haegong_by_yukhap | 육합 해공 | 六合解空 | Void Released by Six Combination | 공망인 지지가 육합을 이루어 공망이 풀립니다. | The void branch is in a six-combination, which releases it.
  haegong_by_chung | 충 해공 | 沖解空 | Void Released by a Clash | 공망인 지지가 충을 만나 공망이 풀립니다. | The void branch is clashed with, which releases it.
  haegong_by_samhap | 삼합 해공 | 三合解空 | Void Released by Three Harmony | 공망인 지지가 삼합을 이루어 공망이 풀립니다. | The void branch is in a complete triad, which releases it.`;

export const TRANSFORMATION_RULES = `
  hap_adjacent | 합신 상린 | 合神相隣 | Side by Side | 합하는 두 글자가 나란히 있습니다. | The two that combine stand side by side.
  hap_apart | 합신 상격 | 合神相隔 | Apart | 합하는 두 글자 사이가 떨어져 화하지 못합니다. | The two that combine stand apart and do not transform.
  hap_of_month | 화신 득령 | 化神得令 | Element of the Month | 월지의 정기나 삼합이 화하는 오행이라 때를 얻었습니다. | The month's main stem or triad is of the element aimed at: the season allows it.
  hap_against_month | 화신 실령 | 化神失令 | Not of the Month | 월지가 화하는 오행이 아니라 화하지 못합니다. | The month is not of the element aimed at, and nothing transforms.
  hap_uncontested | 쟁합·투합 없음 | 無爭合妬合 | Uncontested | 합하는 글자를 다투는 다른 천간이 없습니다. | No other stem claims either of the two.
  hap_contested | 쟁합·투합 | 爭合妬合 | Contested | 합하는 글자를 다투는 천간이 또 있어 화하지 못합니다. | Another stem claims one of the two, and nothing transforms.
  hap_uncontrolled | 화신 무극 | 化神無剋 | Uncontrolled | 화하는 오행을 이기는 천간이 없습니다. | No stem controls the element aimed at.
  hap_controlled | 화신 수극 | 化神受剋 | Controlled | 화하는 오행을 이기는 천간이 있어 화하지 못합니다. | A stem controls the element aimed at, and nothing transforms.
  hap_without_day_stem | 일간 무관 | 日干無關 | Without the Day Stem | 합하는 둘 가운데 일간이 없어 화할 수 있습니다. | Neither of the two is the day stem, so that they may transform.
  hap_of_day_stem | 일간의 합 | 日干之合 | The Day Stem's Own | 일간의 합인데 일간에 뿌리가 있어 제 오행을 지키고 화하지 않습니다. | One of the two is the day stem, which has a root and keeps its own element.
  hap_day_stem_yields | 일간 종화 | 日干從化 | The Day Stem Yields | 뿌리 없는 일간이 합을 따라 화합니다. | The day stem has no root of its own and goes over to the element.
  hap_day_stem_of_element | 일간 동기 | 日干同氣 | The Day Stem's Element | 화하는 오행이 일간의 오행이라 뿌리가 있어도 화할 수 있습니다. | The element aimed at is the day stem's own, so that a root does not stand against it.
  hap_unclashed | 합지 무충 | 合支無沖 | Unclashed | 합하는 두 지지가 충을 받지 않습니다. | Neither of the two branches is clashed with.
  hap_clashed | 합지 봉충 | 合支逢沖 | Clashed | 합하는 지지가 충을 받아 화하지 못합니다. | One of the two branches is clashed with, and nothing transforms.
  hap_set_with_month | 월지 회국 | 月支會局 | Set with the Month | 국을 이루는 셋 가운데 월지가 있습니다. | The month branch is one of the three.
  hap_set_without_month | 월지 불참 | 月支不參 | Set without the Month | 월지가 국에 들지 않아 국이 온전히 서지 않습니다. | The month branch is not one of the three, and the set does not hold as one element.
  hap_set_center_unclashed | 왕지 무충 | 旺支無沖 | Peak Unclashed | 국의 왕지가 충을 받지 않습니다. | The peak branch of the set is not clashed with.
  hap_set_center_clashed | 왕지 봉충 | 旺支逢沖 | Peak Clashed | 국의 왕지가 충을 받아 국이 흩어집니다. | The peak branch of the set is clashed with, and the set does not hold.
  hap_half_set | 반합 불화 | 半合不化 | Half a Triad | 삼합의 둘만 모인 반합은 묶일 뿐 화하지 않습니다. | Two of a triad bind and do not transform.`;

export const PATTERN_RULES = `
  hwagyeok | 화격 | 化格 | Transformed Pattern | 일간이 옆의 월간이나 시간과 합하여 다른 오행이 됩니다. | The day stem combines with the stem beside it and becomes another element.
  ga_hwagyeok_contested | 가화(쟁합) | 假化爭合 | Near Transformation, Contested | 화격의 조건 가운데 합을 다투는 천간 하나가 걸립니다. | A transformed pattern but for one thing: another stem claims the combination.
  ga_hwagyeok_controlled | 가화(수극) | 假化受剋 | Near Transformation, Controlled | 화격의 조건 가운데 화하는 오행을 이기는 천간이 걸립니다. | A transformed pattern but for one thing: a stem controls the element.
  ga_hwagyeok_rooted | 가화(통근) | 假化通根 | Near Transformation, Rooted | 화격의 조건 가운데 일간의 뿌리가 남아 있는 것이 걸립니다. | A transformed pattern but for one thing: the day stem keeps a root.
  ilhaengdeukgi_by_set | 일행득기(회국) | 一行得氣會局 | One Element by a Set | 월지가 든 삼합이나 방합이 일간의 오행을 이룹니다. | A complete set with the month branch is of the day stem's element.
  ilhaengdeukgi_by_branches | 일행득기(삼지) | 一行得氣三支 | One Element by Three Branches | 월지를 포함한 세 지지의 정기가 일간의 오행입니다. | The month branch and two more are of the day stem's element by their main stems.
  ilhaengdeukgi_without_officer | 일행무관 | 一行無官 | No Officer | 천간에도 국 밖의 지지에도 일간을 이기는 관성이 없습니다. | No Officer that controls the day stem stands in the stems or outside the set.
  ga_ilhaengdeukgi | 가일행득기 | 假一行得氣 | Near One Element | 한 오행의 세력을 이루었으나 관성이 있어 격이 되지 못합니다. | One element fills the chart, but an Officer stands against it.
  jong_beyond_control | 종왕 세력 | 從旺之勢 | Beyond Control | 비겁과 인성이 85% 이상이라 억누를 수 없습니다. | Support is 85 % or more, more than anything could restrain.
  jong_unopposed | 무재관 | 無財官 | Unopposed | 천간에 세력을 거스르는 재성과 관성이 없습니다. | No Wealth or Officer stands in the stems against it.
  jong_beyond_help | 종약 세력 | 從弱之勢 | Beyond Help | 비겁과 인성이 12% 이하라 일간을 도울 길이 없습니다. | Support is 12 % or less, too little for any help.
  jong_unaided | 무근 무인 | 無根無印 | No Root, No Resource | 일간의 뿌리도 천간에 뜬 인성도 없습니다. | The day stem has no root, and no Resource stands in the stems.
  ga_jongwanggyeok | 가종왕 | 假從旺 | Near Following the Companions | 종왕격에 가까우나 재성이나 관성이 천간에 있습니다. | Nearly the pattern, but Wealth or Officer stands in the stems; companions rule.
  ga_jongganggyeok | 가종강 | 假從强 | Near Following the Resource | 종강격에 가까우나 재성이나 관성이 천간에 있습니다. | Nearly the pattern, but Wealth or Officer stands in the stems; Resource rules.
  ga_jongagyeok | 가종아 | 假從兒 | Near Following the Output | 종아격에 가까우나 뿌리나 인성 하나가 걸립니다. | Nearly following Output, but for a root or a Resource.
  ga_jongjaegyeok | 가종재 | 假從財 | Near Following the Wealth | 종재격에 가까우나 뿌리나 인성 하나가 걸립니다. | Nearly following Wealth, but for a root or a Resource.
  ga_jongsalgyeok | 가종살 | 假從殺 | Near Following the Officer | 종살격에 가까우나 뿌리나 인성 하나가 걸립니다. | Nearly following Officer, but for a root or a Resource.
  ga_jongsegyeok | 가종세 | 假從勢 | Near Following the Trend | 종세격에 가까우나 뿌리나 인성 하나가 걸립니다. | Nearly following the trend, but for a root or a Resource.
  jeonggi_visible | 정기 투출 | 正氣透出 | Main Stem Visible | 월지의 정기가 천간에 드러나 격의 이름이 됩니다. | The month's main stem stands in the stems and names the pattern.
  jeonggi_not_visible | 정기 불투 | 正氣不透 | Main Stem Not Visible | 월지의 정기가 천간에 드러나지 않아 다른 지장간을 살핍니다. | The month's main stem is not in the stems, so that its other hidden stems are looked at.
  other_hidden_stem_visible | 여기·중기 투출 | 餘中氣透出 | Other Hidden Stem Visible | 월지의 여기나 중기가 천간에 드러나 격의 이름이 됩니다. | Another stem hidden in the month stands in the stems and names the pattern.
  jeonggi_by_default | 정기 취격 | 正氣取格 | Main Stem by Default | 드러난 지장간이 없어 월지의 정기로 격을 잡습니다. | None of the month's hidden stems is visible, and the main one names the pattern.
  bigyeop_names_no_pattern | 비겁 불취격 | 比劫不取格 | Companions Name None | 비겁은 격의 이름이 되지 않아 다음 지장간으로 갑니다. | A companion names no pattern, and the next hidden stem is looked at.
  hoeguk | 회국 | 會局 | Triad of the Month | 월지가 든 삼합이 이루어져 격에 변화가 있습니다. | The month branch is in a complete triad, which bears on the pattern.
  hoeguk_renames | 회국 취격 | 會局取格 | Renamed by the Triad | 월지가 든 삼합의 오행으로 격의 이름을 바꿉니다. | The triad of the month gives the pattern its name.
  pattern_unthreatened | 무파 | 無破 | Unthreatened | 격을 깨뜨릴 글자가 천간에 없어 성격입니다. | Nothing that would break the pattern stands in the stems: it is formed.
  pattern_remedied | 구응 | 救應 | Remedied | 격을 깨뜨릴 글자가 있으나 이를 막는 글자가 있어 성격입니다. | What would break the pattern is met by a remedy: it is formed.
  pattern_need_met | 상신 갖춤 | 相神具備 | Need Met | 격에 꼭 필요한 글자가 천간에 있어 성격입니다. | What the pattern cannot do without stands in the stems: it is formed.
  gungeop_jaengjae | 군겁쟁재 | 群劫爭財 | Companions Contend for Wealth | 비겁 둘 이상이 재성을 다투어 재격이 깨집니다. | Two or more companions contend for the Wealth, and its pattern breaks.
  tamjae_goein | 탐재괴인 | 貪財壞印 | Wealth Ruins Resource | 재성이 인성을 무너뜨려 인수격이 깨집니다. | Wealth overthrows Resource without an Officer between: the pattern breaks.
  hyosin_talsik | 효신탈식 | 梟神奪食 | Owl Robs the Food | 편인이 식신을 빼앗아 식신격이 깨집니다. | Indirect Resource robs Eating God, and its pattern breaks.
  sanggwan_gyeongwan | 상관견관 | 傷官見官 | Hurting Officer Meets Officer | 상관과 정관이 만나 격이 깨집니다. | Hurting Officer and Direct Officer meet without Resource between: the pattern breaks.
  jaesaengsal | 재생살 | 財生殺 | Wealth Feeds the Killings | 재성이 칠살을 키우는데 막을 글자가 없어 격이 깨집니다. | Wealth feeds Seven Killings, which nothing holds: the pattern breaks.
  chilsal_muje | 칠살무제 | 七殺無制 | Killings Unheld | 칠살을 누르거나 돌릴 식상과 인성이 없어 격이 깨집니다. | Neither Output nor Resource holds Seven Killings: the pattern breaks.
  gwansal_honjap | 관살혼잡 | 官殺混雜 | Officer and Killings Mixed | 정관격에 편관이 섞여 격이 깨집니다. | Seven Killings stands beside Direct Officer and confuses it: the pattern breaks.
  nokgeop_muyong | 녹겁무용 | 祿劫無用 | Own Month without Use | 건록·양인·월겁격에 쓸 관성·재성·식상이 없어 격이 깨집니다. | A pattern of one's own month has neither Officer nor Wealth nor Output to use: it breaks.`;

export const USEFUL_GOD_RULES = `
  jeonwang_none | 전왕 아님 | 非專旺 | Nothing to Follow | 외격이 아니라 따를 세력이 없습니다. | The pattern is an inner one, and there is nothing to follow.
  johu_table | 조후표 | 調候表 | Table of Climate | 궁통보감이 그 일간과 월지에 적은 조후용신입니다. | The stems that Qiongtong Baojian lists for this day stem in this month.
  johu_urgent | 조후 시급 | 調候時急 | Climate Urgent | 겨울의 화나 여름의 수가 10% 미만이라 조후가 먼저입니다. | Fire in winter or water in summer is under 10 %: climate comes first.
  johu_not_urgent | 조후 불급 | 調候不急 | Climate Not Urgent | 겨울의 화나 여름의 수가 10% 이상이라 조후를 참고로 둡니다. | Fire in winter or water in summer is 10 % or more: climate is noted only.
  tonggwan_none | 통관 아님 | 非通關 | Nothing to Mediate | 맞서는 두 오행이 각 30%, 합해 70%에 못 미칩니다. | No two opposed elements reach 30 % each and 70 % together.
  byeongyak_none | 병 없음 | 無病 | No Illness | 45% 이상으로 지나친 오행이 없습니다. | No element reaches 45 %, which would make it an illness.
  eokbu_wealth_against_resource | 재성으로 인성 누름 | 財制印 | Wealth against Resource | 인성이 비겁보다 무거워 강하므로 재성으로 인성을 누릅니다. | Strong by Resource more than companions: Wealth holds the Resource.
  eokbu_officer | 관성으로 억제 | 官制比劫 | Restrained by Officer | 비겁이 무거워 강하므로 관성으로 누릅니다. | Strong by companions: Officer restrains them.
  eokbu_output | 식상으로 설기 | 食傷泄氣 | Drained by Output | 강한데 관성이 약하므로 식상으로 덜어 냅니다. | Strong, with too little Officer: Output drains the strength.
  eokbu_wealth | 재성으로 소모 | 財星耗身 | Spent on Wealth | 강한데 관성도 식상도 약하므로 재성을 씁니다. | Strong, with too little Officer and Output: Wealth takes the strength.
  eokbu_resource | 인성으로 생조 | 印星生助 | Borne by Resource | 관성이나 식상 때문에 약하므로 인성으로 낳아 줍니다. | Weak by Officer or Output: Resource bears the day stem.
  eokbu_companions | 비겁으로 방조 | 比劫幫助 | Helped by Companions | 재성 때문에 약하므로 비겁으로 돕습니다. | Weak by Wealth: companions help to carry it.
  huisin_bears_yongsin | 희신 생용 | 喜神生用 | Helper Bears It | 용신을 낳는 오행을 희신으로 삼습니다. | What bears the useful god is its helper.
  huisin_borne_by_yongsin | 용신 생희 | 用神生喜 | Helper Borne by It | 용신을 낳는 오행이 35%를 넘어, 용신이 낳는 오행을 희신으로 삼습니다. | What bears the useful god has over 35 % already, so that what it bears is the helper.`;
