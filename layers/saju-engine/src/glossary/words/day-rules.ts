/**
 * Rules of 택일 besides those that are a star of the day:
 * `code | Hangul | Hanja | English | meaning in Korean | meaning in English`.
 */
export const DAY_RULES = `
  day_yellow_path | 황도일 | 黃道日 | Day of the Yellow Path | 황도 여섯 신이 맡은 길한 날입니다. | One of the six spirits of the yellow path has the day.
  day_black_path | 흑도일 | 黑道日 | Day of the Black Path | 흑도 여섯 신이 맡은 꺼리는 날입니다. | One of the six spirits of the black path has the day.
  day_officer | 건제 12신 | 建除十二神 | Officer of the Day | 그날을 맡은 건제 신이 그 일에 맞거나 맞지 않습니다. | The officer that has the day suits the occasion, or rules it out.
  day_marriage_judang | 혼인주당 | 婚姻周堂 | Marriage Hall | 혼인주당이 드는 자리를 봅니다. | Whom or what of the house a wedding on this day strikes.
  day_moving_judang | 이사주당 | 移徙周堂 | Moving Hall | 이사주당이 드는 자리를 봅니다. | What a move on this day falls on.
  day_son_free | 손없는날 | 太白不在日 | Day Free of the Roaming Spirit | 음력 끝자리가 9나 0이라 손이 어느 방위에도 없습니다. | Lunar days ending in 9 and 0: the roaming spirit is in no direction.
  day_son_elsewhere | 손 비킨 방위 | 太白避方 | Roaming Spirit Elsewhere | 손이 가려는 방위에 있지 않습니다. | The roaming spirit is in another direction than that of the move.
  day_son_ahead | 손 있는 방위 | 太白在方 | Roaming Spirit Ahead | 손이 가려는 방위에 있어 꺼립니다. | The roaming spirit is in the direction of the move.
  day_daejanggun | 대장군방 | 大將軍方 | Great General's Direction | 가려는 방위에 그해의 대장군이 있어 피합니다. | The year's Great General is in the direction of the move, which is avoided.
  day_samsal | 삼살방 | 三殺方 | Direction of the Three Killings | 가려는 방위가 그해 삼합과 마주 보는 삼살방이라 피합니다. | The direction of the move faces the triad of the year and is avoided.
  day_birth_fortune | 생기복덕 | 生氣福德 | Fortune by Age | 나이의 괘와 일지의 괘로 그 사람에게 좋은 날인지 봅니다. | What the day is to a person by the trigrams of the age and of the day's branch.
  day_person_chung | 본인 충일 | 本人沖日 | Clash with the Person | 일진의 지지가 그 사람의 일지나 띠와 충하여 뺍니다. | The day's branch clashes with the person's day or year branch, which rules it out.
  day_person_yukhap | 본인 육합일 | 本人六合日 | Six Combination with the Person | 일진의 지지가 그 사람의 일지나 띠와 육합합니다. | The day's branch is in six-combination with the person's day or year branch.
  day_person_samhap | 본인 삼합일 | 本人三合日 | Triad with the Person | 일진의 지지가 그 사람의 일지나 띠와 한 삼합에 듭니다. | The day's branch is of one triad with the person's day or year branch.
  day_person_hyeong | 본인 형일 | 本人刑日 | Punishment with the Person | 일진의 지지가 그 사람의 일지나 띠와 형합니다. | The day's branch and the person's day or year branch punish each other.
  day_person_wonjin | 본인 원진일 | 本人怨嗔日 | Resentment with the Person | 일진의 지지가 그 사람의 일지나 띠와 원진입니다. | The day's branch and the person's day or year branch resent each other.
  day_person_cheoneul | 천을귀인일 | 天乙貴人日 | Day of the Heavenly Nobleman | 일진의 지지가 그 사람 일간의 천을귀인입니다. | The day's branch is a Heavenly Nobleman of the person's day stem.
  day_person_yongsin | 용신일 | 用神日 | Day of the Useful God | 일진의 천간이 그 사람의 용신 오행입니다. | The day's stem is of the element of the person's useful god.
  day_person_bogeum | 복음일 | 伏吟日 | The Person's Own Pair | 일진이 그 사람의 일주와 같은 간지라 꺼립니다. | The day has the person's own day pair, which is held against it.
  day_person_yeokma | 역마일 | 驛馬日 | Day of the Post Horse | 일진의 지지가 그 사람 띠의 역마라 나서기에 좋습니다. | The day's branch is the Post Horse of the person's year: good for setting out.
  day_person_gongmang | 공망일 | 空亡日 | Void Day | 일진의 지지가 그 사람 일주의 공망이라 뺍니다. | The day's branch is void by the person's day pillar, which rules it out.`;
