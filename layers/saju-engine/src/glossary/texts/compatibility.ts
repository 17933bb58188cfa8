/** Meanings: `code | Korean | English`. */

export const COMPATIBILITY_PART_TEXTS = `
  ilgan | 두 일간의 합과 생극을 20점으로 봅니다. 서로의 성품이 맞는지입니다. | Combination, bearing or control between the two day stems, of 20 points: how the two natures meet.
  ilji | 두 일지의 합충형파해를 25점으로 봅니다. 배우자 자리가 서로 맞는지입니다. | Relations of the two day branches, of 25 points: how the places of the spouse meet.
  yeonji | 두 연지의 합충형파해를 10점으로 봅니다. 흔히 말하는 겉궁합입니다. | Relations of the two year branches, of 10 points: the match by birth years.
  gita | 나머지 천간과 지지끼리의 관계를 7.5점에서 더하고 빼어 15점까지 봅니다. | All other pairs of stems and branches, added to and taken from 7.5, up to 15 points.
  ohaeng | 상대의 오행이 내 용신을 얼마나 채워 주는지를 서로 10점씩 봅니다. | How far each fills the other's useful god, 10 points each way.
  baeujaseong | 상대의 일간이 내 배우자 별(남자는 재성, 여자는 관성)인지를 5점으로 봅니다. | Whether each one's day stem is the other's spouse star, of 5 points.
  napeum | 두 연주 납음의 생극을 5점으로 봅니다. 예부터 보던 궁합입니다. | Bearing or control between the sounding elements of the two years, of 5 points: the old way of matching.`;

export const COMPATIBILITY_WORD_TEXTS = `
  cheonsaeng | 80점 이상입니다. 타고난 짝이라 할 만큼 맞습니다. | 80 points or more: as well matched as two can be.
  joeum | 65점 이상 80점 미만입니다. 잘 맞는 편입니다. | From 65 to under 80 points: well matched.
  botong | 50점 이상 65점 미만입니다. 무난합니다. | From 50 to under 65 points: neither well nor badly matched.
  noryeok | 35점 이상 50점 미만입니다. 서로 맞추는 노력이 필요합니다. | From 35 to under 50 points: the two have to work on it.
  sinjung | 35점 미만입니다. 부딪치는 점이 많아 신중히 살핍니다. | Under 35 points: much is at odds and calls for care.`;
