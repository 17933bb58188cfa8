/**
 * Codes of a chart that the core answers bare, without the words of a term:
 * `code | Hangul | Hanja | English | meaning in Korean | meaning in English`.
 */

export const HIDDEN_STEM_ROLE_WORDS = `
  yeogi | 여기 | 餘氣 | Initial Stem | 앞 달에서 넘어온 기운으로 달의 첫머리를 맡습니다. | What is left of the month before; it governs the first days of the month.
  junggi | 중기 | 中氣 | Middle Stem | 여기와 정기 사이를 맡는 기운입니다. 대개 그 지지가 드는 삼합의 오행입니다. | It governs the middle days of the month, and is mostly of the element of the branch's triad.
  jeonggi | 정기 | 正氣 | Main Stem | 지지의 본래 기운으로 달의 나머지를 맡으며 지지의 십신을 정합니다. | The branch's own force: it governs the rest of the month and gives the branch its ten god.`;

export const PILLAR_WORDS = `
  year | 연주 | 年柱 | Year Pillar | 입춘에 바뀌는 기둥으로 조상과 어린 시절을 봅니다. | Changes at Start of Spring; read for ancestors and childhood.
  month | 월주 | 月柱 | Month Pillar | 절에 바뀌는 기둥으로 부모와 사회, 계절의 힘(월령)을 봅니다. | Changes at each month's first term; read for parents, society and the command of the season.
  day | 일주 | 日柱 | Day Pillar | 하루에 바뀌는 기둥입니다. 천간은 나(일간)이고 지지는 배우자 자리입니다. | Changes with the day; its stem is the person, its branch the place of the spouse.
  hour | 시주 | 時柱 | Hour Pillar | 두 시간마다 바뀌는 기둥으로 자녀와 노년을 봅니다. | Changes every two hours; read for children and old age.`;

export const PALACE_WORDS = `
  taewon | 태원 | 胎元 | Conception Palace | 잉태된 달의 간지입니다. 월간의 다음 천간과 월지에서 셋 앞선 지지로 세웁니다. | The month of conception: the month's stem one on and its branch three on.
  myeonggung | 명궁 | 命宮 | Life Palace | 월과 시로 세우는 자리로, 타고난 바탕을 돕는 참고로 봅니다. | A place found from month and hour, read beside the pillars for what one is born with.
  singung | 신궁 | 身宮 | Body Palace | 월과 시로 세우는 자리로, 몸과 후천의 삶을 돕는 참고로 봅니다. | A place found from month and hour, read beside the pillars for the body and what one makes of life.`;

export const CALENDAR_PAIR_WORDS = `
  secha | 세차 | 歲次 | Almanac Year | 음력 해의 간지입니다. 설에 바뀌며 사주의 연주와 다를 수 있습니다. | The pair of the lunar year. It changes at New Year and may differ from the year pillar.
  wolgeon | 월건 | 月建 | Almanac Month | 음력 달의 간지입니다. 윤달에는 없으며 사주의 월주와 다를 수 있습니다. | The pair of the lunar month. A leap month has none; it may differ from the month pillar.
  iljin | 일진 | 日辰 | Day Pair | 그날의 간지로 사주의 일주와 같습니다. | The pair of the day, the same as its day pillar.`;

export const LUCK_SCALE_WORDS = `
  daeun | 대운 | 大運 | Ten-Year Luck | 월주에서 순행 또는 역행하며 십 년씩 맡는 운입니다. | Luck of ten years each, counted on or back from the month pillar.
  seun | 세운 | 歲運 | Year Luck | 입춘부터 한 해를 맡는 간지의 운입니다. | Luck of the year's pair, from Start of Spring.
  wolun | 월운 | 月運 | Month Luck | 절부터 한 달을 맡는 간지의 운입니다. | Luck of the month's pair, from its first solar term.
  ilun | 일운 | 日運 | Day Luck | 하루를 맡는 간지의 운입니다. | Luck of the day's pair.`;

export const LUCK_DIRECTION_WORDS = `
  forward | 순행 | 順行 | Forward | 양년생 남자와 음년생 여자의 대운으로, 월주 다음 간지부터 셉니다. | For a man of a yang year or a woman of a yin year: luck counts on from the month pillar.
  backward | 역행 | 逆行 | Backward | 음년생 남자와 양년생 여자의 대운으로, 월주 앞 간지부터 거슬러 셉니다. | For a man of a yin year or a woman of a yang year: luck counts back from the month pillar.`;

export const SEX_WORDS = `
  female | 곤명 | 坤命 | Woman's Chart | 여자의 사주입니다. 대운의 방향과 배우자 별(관성)이 이에 따릅니다. | The chart of a woman: the direction of luck and the spouse's star (Officer) follow from it.
  male | 건명 | 乾命 | Man's Chart | 남자의 사주입니다. 대운의 방향과 배우자 별(재성)이 이에 따릅니다. | The chart of a man: the direction of luck and the spouse's star (Wealth) follow from it.`;

export const HOUR_KNOWN_BY_WORDS = `
  time | 시각 | 時刻 | Clock Time | 태어난 시각을 시계로 압니다. | The birth is known by the clock.
  branch | 시지 | 時支 | Hour Branch | 태어난 시의 지지만 알아 그 시의 한가운데로 봅니다. | Only the branch of the hour is known, and its middle is taken.
  unknown | 미상 | 未詳 | Unknown | 태어난 시를 몰라 시주를 세우지 않습니다. | The hour is unknown, and no hour pillar is made.`;

export const BOUNDARY_WORDS = `
  solar_term | 절입 | 節入 | Solar Term | 절에 드는 순간으로, 연주와 월주가 바뀝니다. | The instant of a month's first term, where year and month pillars change.
  hour | 시 경계 | 時境界 | Turn of the Hour | 시간 기준에 따라 시가 바뀌는 순간입니다. | Where one double hour becomes the next on the chosen clock.
  day | 일 경계 | 日境界 | Turn of the Day | 시간 기준과 자시 기준에 따라 일주가 바뀌는 순간입니다. | Where the day pillar changes, by the chosen clock and rule of midnight.
  clock_change | 시각 변경 | 時刻變更 | Clocks Set | 서머타임이나 표준시 개정으로 시계를 고친 순간입니다. | Where clocks were set on or back for summer time or a new standard time.`;

export const BOUNDARY_SIDE_WORDS = `
  earlier | 이전 | 以前 | Earlier | 더 이른 시각에서 기둥이 바뀝니다. | The pillar changes at an earlier time.
  later | 이후 | 以後 | Later | 더 늦은 시각에서 기둥이 바뀝니다. | The pillar changes at a later time.`;

/** The names alone: what they mean is said by the core beside the code. */
export const CERTAINTY_FLAG_NAMES = `
  hour_unknown | 시간 미상 | 時間未詳 | Hour Unknown
  hour_from_branch | 시지만 앎 | 時支推定 | Hour from Branch
  ambiguous_clock_time | 두 번 있는 시각 | 重複時刻 | Ambiguous Clock Time
  summer_time | 서머타임 | 日光節約時間 | Summer Time
  before_standard_time | 표준시 이전 | 標準時以前 | Before Standard Time
  half_hour_zone | 삼십 분 표준시 | 半時間標準時 | Half-Hour Zone
  seoul_assumed | 서울로 가정 | 出生地假定 | Seoul Assumed
  pillar_in_doubt | 바뀔 수 있는 기둥 | 柱未定 | Pillar in Doubt
  term_depends_on_delta_t | 불확실한 절입 시각 | 節入未定 | Term Depends on Delta T
  lunar_date_depends_on_delta_t | 불확실한 음력 날짜 | 陰曆未定 | Lunar Date Depends on Delta T`;
