/**
 * Codes of the reading that the core answers bare:
 * `code | Hangul | Hanja | English | meaning in Korean | meaning in English`.
 */

export const PATTERN_GROUP_WORDS = `
  inner | 내격 | 內格 | Inner Pattern | 월령에서 잡는 보통의 격입니다. | An ordinary pattern, named by the month.
  outer | 외격 | 外格 | Outer Pattern | 한 세력을 따르거나 다른 오행으로 화한 특별한 격입니다. | A special pattern: the chart follows one force or becomes another element.`;

export const PATTERN_STATE_WORDS = `
  formed | 성격 | 成格 | Formed | 격을 깨뜨리는 글자가 없거나 막아 주는 글자가 있어 격이 이루어졌습니다. | Nothing breaks the pattern, or a remedy meets what would.
  broken | 파격 | 破格 | Broken | 격을 깨뜨리는 글자가 있고 막아 주는 글자가 없습니다. | Something breaks the pattern and nothing remedies it.`;

export const TRANSFORMATION_WORDS = `
  transformed | 합화 | 合化 | Transformed | 합한 글자들이 조건을 갖추어 다른 오행이 되었습니다. | What combined meets the conditions and has become the element.
  combined | 합이불화 | 合而不化 | Combined Only | 합하여 묶였으나 조건이 모자라 오행은 그대로입니다. | It combined and is bound, but keeps its elements for want of a condition.`;

export const RELATION_PART_WORDS = `
  stem | 천간 | 天干 | Heavenly Stem | 간지의 윗글자로, 드러난 뜻과 일을 봅니다. | The upper character of a pair: what shows.
  branch | 지지 | 地支 | Earthly Branch | 간지의 아랫글자로, 바탕과 때, 자리를 봅니다. | The lower character of a pair: ground, season and place.`;

export const STAR_BASE_WORDS = `
  dayStem | 일간 기준 | 日干基準 | From the Day Stem | 일간에서 세는 신살입니다. | Counted from the day stem.
  monthBranch | 월지 기준 | 月支基準 | From the Month Branch | 월지에서 세는 신살입니다. | Counted from the month branch.
  yearBranch | 연지 기준 | 年支基準 | From the Year Branch | 연지에서 세는 신살입니다. | Counted from the year branch.
  dayBranch | 일지 기준 | 日支基準 | From the Day Branch | 일지에서 세는 신살입니다. | Counted from the day branch.
  pillar | 간지 자체 | 干支自體 | By the Pair Itself | 간지 그 자체가 신살입니다. | A pair that is a star by itself.
  chart | 사주 전체 | 四柱全體 | By the Whole Chart | 여러 기둥이 어울려 이루는 신살입니다. | Made by several pillars together.`;

export const STAR_NATURE_WORDS = `
  auspicious | 길신 | 吉神 | Auspicious | 돕는 쪽으로 읽는 신살입니다. | A star read as help.
  inauspicious | 흉신 | 凶神 | Inauspicious | 해치는 쪽으로 읽는 신살입니다. | A star read as harm.
  mixed | 길흉 상반 | 吉凶相半 | Mixed | 쓰임에 따라 좋게도 나쁘게도 읽는 신살입니다. | A star read as help or harm, by how it is used.`;
