/**
 * Rules of 궁합 besides those that are made of a relation:
 * `code | Hangul | Hanja | English | meaning in Korean | meaning in English`.
 */
export const COMPATIBILITY_RULES = `
  day_stems_hap | 일간 합 | 日干相合 | Day Stems Combine | 두 일간이 천간합을 이룹니다. 가장 깊은 끌림으로 봅니다. | The two day stems combine: the deepest attraction.
  day_stems_sangsaeng | 일간 상생 | 日干相生 | Day Stems Bear | 한쪽의 일간이 다른 쪽을 낳습니다. 보살피는 사이로 봅니다. | One day stem bears the other: the one cares for the other.
  day_stems_bihwa | 일간 비화 | 日干比和 | Day Stems of One Element | 두 일간의 오행이 같고 음양이 다릅니다. 동료 같은 사이로 봅니다. | One element, other polarity: the two are like companions.
  day_stems_same | 같은 일간 | 日干相同 | The Same Day Stem | 두 일간이 같은 글자입니다. 닮아서 편하나 부딪치기도 합니다. | The same day stem: alike, at ease, and at times in each other's way.
  day_stems_jeonggeuk | 일간 정극 | 日干正剋 | Day Stems in Direct Control | 일간이 상극이나 음양이 달라 정재·정관의 사이입니다. | One controls the other with unlike polarity: Direct Wealth to the one, Direct Officer to the other.
  day_stems_pyeongeuk | 일간 편극 | 日干偏剋 | Day Stems in Indirect Control | 일간이 상극이고 음양이 같아 편재·편관의 사이입니다. | One controls the other with like polarity: Indirect Wealth to the one, Seven Killings to the other.
  day_stems_chung | 일간 충 | 日干相沖 | Day Stems Clash | 두 일간이 천간충을 이룹니다. 뜻이 맞서는 사이로 봅니다. | The two day stems clash: aims at odds.
  day_branches_banghap | 일지 같은 방 | 日支同方 | Day Branches of One Season | 두 일지가 한 계절의 방합에 듭니다. | The two day branches belong to one season.
  day_branches_none | 일지 무관 | 日支無關 | Day Branches Unrelated | 두 일지 사이에 합도 충형파해도 없습니다. | Nothing joins the two day branches, and nothing sets them at odds.
  day_branches_same | 같은 일지 | 日支相同 | The Same Day Branch | 두 일지가 같은 글자입니다. | The two day branches are the same.
  year_branches_banghap | 연지 같은 방 | 年支同方 | Year Branches of One Season | 두 연지가 한 계절의 방합에 듭니다. | The two year branches belong to one season.
  year_branches_none | 연지 무관 | 年支無關 | Year Branches Unrelated | 두 연지 사이에 합도 충형파해도 없습니다. | Nothing joins the two year branches, and nothing sets them at odds.
  year_branches_same | 같은 연지 | 年支相同 | The Same Year Branch | 두 연지가 같은 글자, 곧 같은 띠입니다. | The two year branches are the same animal.
  other_pairs_base | 기타 기준점 | 其他基點 | Base of Other Pairs | 다른 관계를 더하고 빼기 시작하는 7.5점입니다. | The 7.5 points from which other pairs add and take.
  other_pairs_unknown | 시 미상 | 時未詳 | Hour Unknown | 한쪽의 시를 몰라 시주의 관계를 세지 않습니다. | One hour is unknown, and its pillar is not counted.
  other_pairs_limit | 상하한 | 上下限 | Limit | 합계를 0점과 15점 사이로 맞춥니다. | The sum is kept between 0 and 15 points.
  elements_yongsin_filled | 용신 보완 | 用神補完 | Useful God Filled | 상대의 사주에 내 용신 오행이 30%까지 있는 만큼 점수를 얻습니다. | Points by how much of one's useful god the other has, in full from 30 %.
  spouse_star_jeong | 정배우자성 | 正配偶者星 | Direct Spouse Star | 상대의 일간이 나의 정재(남) 또는 정관(여)입니다. | The other's day stem is one's Direct Wealth (for a man) or Direct Officer (for a woman).
  spouse_star_pyeon | 편배우자성 | 偏配偶者星 | Indirect Spouse Star | 상대의 일간이 나의 편재(남) 또는 편관(여)입니다. | The other's day stem is one's Indirect Wealth (for a man) or Seven Killings (for a woman).
  spouse_star_none | 배우자성 아님 | 非配偶者星 | No Spouse Star | 상대의 일간이 나의 배우자 별이 아닙니다. | The other's day stem is not one's spouse star.
  napeum_sangsaeng | 납음 상생 | 納音相生 | Sounding Elements Bear | 두 연주의 납음이 상생합니다. | The sounding element of one year bears that of the other.
  napeum_same | 납음 비화 | 納音比和 | Sounding Elements Alike | 두 연주의 납음 오행이 같습니다. | The sounding elements of the two years are the same.
  napeum_sanggeuk | 납음 상극 | 納音相剋 | Sounding Elements Control | 두 연주의 납음이 상극합니다. | The sounding element of one year controls that of the other.`;
