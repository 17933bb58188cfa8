/**
 * Values of options on which schools differ, by `option.value`; those of the default first.
 * `code | Hangul | Hanja | English | meaning in Korean | meaning in English`.
 */
export const OPTION_WORDS = `
  timeBasis.lmt | 지방 평균시 | 地方平均時 | Local Mean Time | 출생지 경도로 고친 시각으로 일주와 시주를 봅니다. 서울의 자시는 23시 32분부터입니다. | Day and hour by the longitude of the place: in Seoul the Rat hour begins at 23:32.
  timeBasis.clock | 기록 시각 | 記錄時刻 | Clock Time | 기록된 시계 시각 그대로 봅니다. | Day and hour by the clock as it was recorded.
  timeBasis.standard | 표준시 | 標準時 | Standard Time | 서머타임을 뺀 표준시(한국은 UTC+9)로 봅니다. | Day and hour by standard time without summer time; in Korea UTC+9.
  timeBasis.apparent | 진태양시 | 眞太陽時 | Apparent Solar Time | 지방 평균시에 균시차를 더해 해의 실제 위치로 봅니다. | Day and hour by the true sun: local mean time with the equation of time.
  jasi.split | 야자시·조자시 | 夜子時 | Split Midnight Hour | 23~24시에는 일주를 그대로 두고 시간(時干)만 다음 날 것으로 씁니다. | From 23:00 to 24:00 the day stays, and the hour's stem is the next day's.
  jasi.jasi | 정자시 | 正子時 | Day from 23:00 | 23시에 일주가 바뀝니다. | The day pillar changes at 23:00.
  jasi.midnight | 자정 기준 | 子正 | Day from Midnight | 자정에 일주가 바뀌고, 23~24시의 시간(時干)도 그날 것으로 씁니다. | The day changes at midnight, and the hour's stem from 23:00 is still that day's.
  daeunRounding.round | 반올림 | 四捨五入 | Nearest Year | 대운 나이를 가까운 해로 하며 적어도 한 살입니다. | The start age goes to the nearest year, at least 1.
  daeunRounding.floor | 버림 | 切捨 | Round Down | 대운 나이의 한 해 미만을 버립니다. | What is short of a year is dropped from the start age.
  daeunRounding.ceil | 올림 | 切上 | Round Up | 대운 나이의 한 해 미만을 올립니다. | What is short of a year counts as a year in the start age.
  daeunRounding.traditional | 전통식 | 傳統式 | Traditional Count | 절입까지의 날수를 셋으로 나누어 나머지 1은 버리고 2는 올립니다. | Calendar days to the term divided by three: a remainder of 1 is dropped, of 2 raised.
  hiddenStems.wollyul | 월률분야 | 月律分野 | Days of the Month | 지장간을 한 달 서른 날을 나누어 맡은 날수로 봅니다. | Hidden stems by the days that each governs of a month of thirty.
  hiddenStems.inwon | 인원용사 | 人元用事 | Without Residue | 자·묘·오·유·해의 여기를 빼고 지장간을 봅니다. | Hidden stems without the initial one in Rat, Rabbit, Horse, Rooster and Pig.
  yinStages.reverse | 양생음사 | 陽生陰死 | Yin in Reverse | 음간의 12운성을 거꾸로 돌립니다. | Yin stems go through the twelve stages backward.
  yinStages.eumpotae | 음포태 | 陰胞胎 | Yin with Yang | 음양동생동사로, 음간도 같은 오행의 양간과 함께 돌립니다. | Yin stems go through the twelve stages with the yang stem of their element.
  earthStages.hwato | 화토동궁 | 火土同宮 | Earth with Fire | 토의 12운성을 화와 함께 돌립니다. | Earth goes through the twelve stages with fire.
  earthStages.suto | 수토동궁 | 水土同宮 | Earth with Water | 토의 12운성을 수와 함께 돌립니다. | Earth goes through the twelve stages with water.
  palaceMonth.junggi | 중기 기준 | 中氣 | Month from Mid-Term | 명궁과 신궁의 달을 중기(태양궁)에서 바꿉니다. | The month of Life and Body Palace changes at the mid-month term, with the sun's sign.
  palaceMonth.jeolgi | 절기 기준 | 節氣 | Month from First Term | 명궁과 신궁의 달을 절에서 바꿉니다. | The month of Life and Body Palace changes at the month's first term.
  omiHap.fire | 오미합화 | 午未合火 | Horse and Goat to Fire | 오미 육합의 오행을 화로 봅니다. | The six-combination of Horse and Goat aims at fire.
  omiHap.earth | 오미합토 | 午未合土 | Horse and Goat to Earth | 오미 육합의 오행을 토로 봅니다. | The six-combination of Horse and Goat aims at earth.
  omiHap.none | 오미합불화 | 午未合不化 | Horse and Goat to Nothing | 오미 육합은 합하되 화하는 오행이 없다고 봅니다. | The six-combination of Horse and Goat holds and aims at no element.
  yangin.all | 음양간 양인 | 陰陽羊刃 | Blade for All Stems | 음간에도 양인을 봅니다. | The Blade is read for yang and yin day stems alike.
  yangin.yang | 양간 양인 | 陽干羊刃 | Blade for Yang Stems | 양간에만 양인을 봅니다. | The Blade is read for yang day stems alone.
  goegang.four | 괴강 넷 | 魁罡四日 | Four Goegang Pairs | 삼명통회를 따라 경진·경술·임진·무술을 괴강으로 봅니다. | The four pairs of Sanming Tonghui count as Goegang.
  goegang.five | 괴강 다섯 | 魁罡五日 | Five Goegang Pairs | 경진·경술·임진·무술에 임술을 더해 괴강으로 봅니다. | The four pairs and Yang Water Dog count as Goegang.
  hoeguk.note | 회국 참고 | 會局參考 | Triad Noted | 월지가 든 삼합을 격 옆에 적어 둡니다. | A triad with the month branch is noted beside the pattern.
  hoeguk.rename | 회국 취격 | 會局取格 | Triad Renames | 월지가 든 삼합의 오행으로 격을 다시 잡습니다. | A triad with the month branch names the pattern by its element.
  age.korean | 세는나이 | 虛歲 | Korean Age | 생기복덕의 나이를 태어난 해부터 한 살로 셉니다. | The age of a day's fortune counts from 1 in the year of birth.
  age.international | 만 나이 | 滿年齡 | International Age | 생기복덕의 나이를 생일마다 한 살씩 셉니다. | The age of a day's fortune counts birthdays.`;
