/** Meanings: `code | Korean | English`. */
export const SOURCE_TEXTS = `
  samyeong | 명나라 만민영이 엮은 명리 총서로, 신살과 납음, 간지론의 으뜸 출처입니다. | The Ming compendium of the field, first source for stars, napeum and the theory of the pairs.
  yeonhae | 송나라 서승이 서자평의 법을 모은 책으로, 일간 중심 사주법의 뿌리입니다. | The Song book that collects Xu Ziping's method: reading a chart from its day stem.
  japyeong | 청나라 심효첨의 책으로, 월령에서 격국을 잡고 성패를 가리는 법을 세웠습니다. | The Qing book that finds the pattern in the month and tells how it is made or broken.
  jeokcheon | 간지의 이치를 노래한 글로, 임철초의 주석이 통근과 종격을 자세히 논합니다. | Verses on stems and branches; Ren Tieqiao's commentary treats roots and following patterns at length.
  gungtong | 일간마다 열두 달의 한난조습을 살펴 조후용신을 정한 책입니다. | The book that gives each day stem, month by month, the stems that temper its climate.
  jeongjong | 명나라 장남의 책으로, 병약설과 동정설을 세웠습니다. | The Ming book that reads a chart by its illness and its medicine.
  hyeopgi | 청나라 황실이 엮은 택일서로, 신살을 따져 바로잡았습니다. | The Qing court's book of choosing days, which examined and corrected the day spirits.
  cheongi | 조선에서 널리 쓴 택일서로, 혼인과 이사의 주당을 싣습니다. | The book of choosing days most used in Joseon, with its rules for weddings and moving house.
  practice | 오늘날 한국 명리 현장에서 두루 쓰는 기준으로, 한 책에 매이지 않습니다. | What Korean practitioners use today, not tied to one book.
  heal7 | 학파가 갈리거나 수치가 정해지지 않은 곳에서 이 엔진이 택하고 밝힌 기준입니다. | A choice of this engine, stated openly, where schools differ or give no figures.`;
