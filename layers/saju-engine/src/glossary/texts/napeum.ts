/** Images of the thirty 납음 오행: `code | Korean | English`. */
export const NAPEUM_TEXTS = `
  haejunggeum | 바다 밑에 감추어진 금으로, 아직 드러나지 않은 가치입니다. | gold on the sea floor, worth not yet seen
  nojunghwa | 화로 속에서 세차게 타는 불로, 만물을 단련합니다. | fire in the furnace, which tempers things
  daerimmok | 큰 숲을 이룬 나무로, 함께 있어 울창합니다. | trees of a great forest, strong together
  nobangto | 길가에 펼쳐진 흙으로, 사람이 밟고 다니는 땅입니다. | earth by the road, open to all who pass
  geombonggeum | 칼끝의 금으로, 다 벼려져 가장 날카롭습니다. | metal of the sword's edge, finished and sharpest
  sanduhwa | 산꼭대기의 불로, 멀리서도 보이는 횃불입니다. | fire on the mountain top, a beacon seen from afar
  ganhasu | 골짜기 아래로 흐르는 물로, 작지만 그치지 않습니다. | water down in the ravine, small and never ending
  seongduto | 성벽 위의 흙으로, 높고 단단하게 지킵니다. | earth on the rampart, high and guarding
  baengnapgeum | 갓 녹여 낸 땜납 같은 금으로, 맑지만 무릅니다. | metal fresh from the melt, clear and still soft
  yangnyumok | 버드나무로, 부드럽게 휘며 바람을 따릅니다. | the willow, which bends with the wind
  cheonjungsu | 샘에서 솟는 물로, 길어도 마르지 않습니다. | water of the spring, drawn and never dry
  oksangto | 지붕 위의 흙 곧 기와로, 비바람을 가립니다. | earth on the roof, tiles that keep off the weather
  byeongnyeokhwa | 벼락의 불로, 한순간에 번쩍이며 만물을 깨웁니다. | fire of lightning, a flash that wakes all things
  songbaengmok | 소나무와 잣나무로, 눈 속에서도 푸릅니다. | pine and cypress, green under snow
  jangnyusu | 길게 흐르는 물로, 끊이지 않고 멀리 갑니다. | long flowing water, unbroken and far reaching
  sajunggeum | 모래 속의 금으로, 일어서 가려내야 쓰입니다. | gold in the sand, of use once it is washed out
  sanhahwa | 산 아래의 불로, 해 질 녘처럼 은은합니다. | fire at the foot of the mountain, gentle as dusk
  pyeongjimok | 들판의 나무로, 자라기 좋으나 가릴 것이 없습니다. | trees of the plain, free to grow and without shelter
  byeoksangto | 벽에 바른 흙으로, 기둥에 기대어 집을 이룹니다. | earth on the wall, which makes a house by leaning on its posts
  geumbakgeum | 금박으로, 얇게 펴져 겉을 빛냅니다. | gold leaf, spread thin to adorn
  bokdeunghwa | 등잔의 불로, 밤에 쓰이는 작은 빛입니다. | the sheltered lamp, a small light for the night
  cheonhasu | 은하수의 물 곧 하늘에서 내리는 비로, 만물을 적십니다. | water of the Milky Way, rain that falls on all
  daeyeokto | 큰 역로의 흙으로, 사방으로 통하는 넓은 땅입니다. | earth of the post road, wide land open to all sides
  chacheongeum | 비녀와 팔찌의 금으로, 다듬어져 몸을 꾸밉니다. | gold of hairpin and bracelet, worked into ornament
  sangjamok | 뽕나무로, 누에를 길러 옷감이 됩니다. | the mulberry, which feeds silkworms and clothes people
  daegyesu | 큰 시내의 물로, 골짜기를 돌아 바다로 갑니다. | water of the great stream, bound for the sea
  sajungto | 모래 속의 흙으로, 물결이 쌓아 만든 땅입니다. | earth in the sand, land laid down by waves
  cheonsanghwa | 하늘 위의 불 곧 한낮의 해로, 온 세상을 비춥니다. | fire in the sky, the noon sun over everything
  seongnyumok | 석류나무로, 가을에도 맵고 단단하게 열매를 맺습니다. | the pomegranate, hard of wood and bearing in autumn
  daehaesu | 큰 바다의 물로, 모든 물이 모여듭니다. | water of the great sea, to which all waters come`;
