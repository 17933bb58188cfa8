/** What each of the 24 terms says of the season: `code | Korean | English`. */
export const SOLAR_TERM_TEXTS = `
  sohan | 추위가 매워지기 시작하는 때입니다. | the cold begins to bite
  daehan | 큰 추위의 때로 겨울을 매듭짓습니다. | the great cold that ends the winter
  ipchun | 봄과 사주의 한 해가 시작합니다. | spring begins, and with it the year of the pillars
  usu | 눈이 비가 되고 얼음이 녹습니다. | snow turns to rain and ice melts
  gyeongchip | 겨울잠 자던 벌레가 깨어납니다. | sleeping creatures wake
  chunbun | 봄의 한가운데로 낮과 밤이 같습니다. | the middle of spring, day and night equal
  cheongmyeong | 하늘이 맑고 밭갈이를 시작합니다. | the sky clears and ploughing begins
  gogu | 곡식을 적시는 비가 내립니다. | rain falls on the grain
  ipha | 여름이 시작합니다. | summer begins
  soman | 볕이 차오르고 이삭이 여물기 시작합니다. | light fills and grain begins to swell
  mangjong | 까끄라기 곡식을 거두고 씨를 뿌립니다. | bearded grain is cut and seed is sown
  haji | 낮이 가장 긴 날로 음이 비로소 생깁니다. | the longest day, on which yin is born
  soseo | 더위가 시작되고 장마가 듭니다. | the heat begins with the summer rains
  daeseo | 더위가 가장 심한 때입니다. | the greatest heat
  ipchu | 가을이 시작합니다. | autumn begins
  cheoseo | 더위가 물러가고 서늘해집니다. | the heat withdraws
  baengno | 풀잎에 흰 이슬이 맺힙니다. | white dew settles on the grass
  chubun | 가을의 한가운데로 낮과 밤이 같습니다. | the middle of autumn, day and night equal
  hallo | 이슬이 차가워집니다. | the dew turns cold
  sanggang | 서리가 내리고 단풍이 듭니다. | frost falls and leaves turn
  ipdong | 겨울이 시작합니다. | winter begins
  soseol | 첫눈이 내리기 시작합니다. | the first snow
  daeseol | 눈이 많이 내리는 때입니다. | snow lies deep
  dongji | 낮이 가장 짧은 날로 양이 비로소 생깁니다. | the shortest day, on which yang is born`;

/** Meanings: `code | Korean | English`. */
export const MOON_PHASE_TEXTS = `
  sak | 달과 해의 황경이 같은 순간으로 음력 달이 시작하는 날입니다. | Moon and sun at the same longitude: the day on which a lunar month begins.
  choseungdal | 삭과 상현 사이에 오른쪽이 가늘게 빛나는 달입니다. | Between new moon and first quarter: a growing crescent.
  sanghyeon | 달이 해보다 90° 앞선 순간으로 오른쪽 반달입니다. | The moon 90° ahead of the sun: the growing half moon.
  sanghyeonmanggan | 상현과 망 사이에 차오르는 달입니다. | Between first quarter and full moon: more than half and growing.
  mang | 달과 해가 마주 선 순간으로 보름달입니다. | The moon opposite the sun: the full moon.
  hahyeonmanggan | 망과 하현 사이에 이지러지는 달입니다. | Between full moon and last quarter: more than half and shrinking.
  hahyeon | 달이 해보다 270° 앞선 순간으로 왼쪽 반달입니다. | The moon 270° ahead of the sun: the shrinking half moon.
  geumeumdal | 하현과 삭 사이에 왼쪽이 가늘게 빛나는 달입니다. | Between last quarter and new moon: a shrinking crescent.`;
