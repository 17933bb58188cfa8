/** 28수 with the luminary and the animal of each: `code | Korean | English`. */
export const MANSION_TEXTS = `
  gak | 동방 청룡의 뿔입니다. 칠요는 목성, 짐승은 교룡입니다. | The horn of the eastern dragon; its planet Jupiter, its animal the flood dragon.
  hang | 동방 청룡의 목입니다. 칠요는 금성, 짐승은 용입니다. | The neck of the eastern dragon; its planet Venus, its animal the dragon.
  jeo | 동방 청룡의 가슴입니다. 칠요는 토성, 짐승은 오소리입니다. | The breast of the eastern dragon; its planet Saturn, its animal the badger.
  bang | 동방 청룡의 배입니다. 칠요는 해, 짐승은 토끼입니다. | The belly of the eastern dragon; its planet the Sun, its animal the hare.
  sim | 동방 청룡의 심장입니다. 칠요는 달, 짐승은 여우입니다. | The heart of the eastern dragon; its planet the Moon, its animal the fox.
  mi | 동방 청룡의 꼬리입니다. 칠요는 화성, 짐승은 호랑이입니다. | The tail of the eastern dragon; its planet Mars, its animal the tiger.
  gi | 동방의 끝으로 곡식을 까부는 키입니다. 칠요는 수성, 짐승은 표범입니다. | The winnowing basket at the end of the east; its planet Mercury, its animal the leopard.
  du | 북방 현무의 첫째로 국자 모양의 남두입니다. 칠요는 목성, 짐승은 해태입니다. | The southern dipper, first of the north; its planet Jupiter, its animal the xiezhi.
  u | 북방 현무의 소입니다. 칠요는 금성, 짐승은 소입니다. | The ox of the north; its planet Venus, its animal the ox.
  yeo | 북방 현무의 여인입니다. 칠요는 토성, 짐승은 박쥐입니다. | The girl of the north; its planet Saturn, its animal the bat.
  heo | 북방 현무의 빈터입니다. 칠요는 해, 짐승은 쥐입니다. | The emptiness of the north; its planet the Sun, its animal the rat.
  wiwol | 북방 현무의 지붕마루입니다. 칠요는 달, 짐승은 제비입니다. | The rooftop of the north; its planet the Moon, its animal the swallow.
  sil | 북방 현무의 집입니다. 칠요는 화성, 짐승은 돼지입니다. | The encampment of the north; its planet Mars, its animal the pig.
  byeok | 북방 현무의 담입니다. 칠요는 수성, 짐승은 유(貐)입니다. | The wall of the north; its planet Mercury, its animal the porcupine.
  gyu | 서방 백호의 첫째로 다리입니다. 칠요는 목성, 짐승은 이리입니다. | The legs, first of the western tiger; its planet Jupiter, its animal the wolf.
  nu | 서방 백호의 다발입니다. 칠요는 금성, 짐승은 개입니다. | The bond of the western tiger; its planet Venus, its animal the dog.
  wito | 서방 백호의 밥통입니다. 칠요는 토성, 짐승은 꿩입니다. | The stomach of the western tiger; its planet Saturn, its animal the pheasant.
  myo | 서방 백호의 좀생이별입니다. 칠요는 해, 짐승은 닭입니다. | The Pleiades in the west; its planet the Sun, its animal the rooster.
  pil | 서방 백호의 그물입니다. 칠요는 달, 짐승은 까마귀입니다. | The net of the western tiger; its planet the Moon, its animal the crow.
  ja | 서방 백호의 부리입니다. 칠요는 화성, 짐승은 원숭이입니다. | The beak of the western tiger; its planet Mars, its animal the monkey.
  sam | 서방 백호의 몸으로 세 별이 나란합니다. 칠요는 수성, 짐승은 긴팔원숭이입니다. | The three stars, body of the western tiger; its planet Mercury, its animal the gibbon.
  jeong | 남방 주작의 우물입니다. 칠요는 목성, 짐승은 들개입니다. | The well, first of the southern bird; its planet Jupiter, its animal the wild dog.
  gwi | 남방 주작의 귀신 가마입니다. 칠요는 금성, 짐승은 양입니다. | The ghosts of the southern bird; its planet Venus, its animal the goat.
  yu | 남방 주작의 부리인 버들입니다. 칠요는 토성, 짐승은 노루입니다. | The willow, bill of the southern bird; its planet Saturn, its animal the river deer.
  seong | 남방 주작의 목입니다. 칠요는 해, 짐승은 말입니다. | The star, neck of the southern bird; its planet the Sun, its animal the horse.
  jang | 남방 주작의 모이주머니입니다. 칠요는 달, 짐승은 사슴입니다. | The spread net, crop of the southern bird; its planet the Moon, its animal the deer.
  ik | 남방 주작의 날개입니다. 칠요는 화성, 짐승은 뱀입니다. | The wings of the southern bird; its planet Mars, its animal the snake.
  jin | 남방의 끝으로 수레 뒤턱입니다. 칠요는 수성, 짐승은 지렁이입니다. | The chariot at the end of the south; its planet Mercury, its animal the worm.`;
