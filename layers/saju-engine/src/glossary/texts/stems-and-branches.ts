/** Meanings: `code | Korean | English`. */

export const ELEMENT_TEXTS = `
  wood | 자라고 뻗는 봄의 기운입니다. 목생화로 화를 낳고 목극토로 토를 이깁니다. | The force of spring that grows and reaches out. It bears fire and controls earth.
  fire | 타오르고 드러내는 여름의 기운입니다. 화생토로 토를 낳고 화극금으로 금을 이깁니다. | The force of summer that burns and shows. It bears earth and controls metal.
  earth | 품고 중재하는 환절기의 기운입니다. 토생금으로 금을 낳고 토극수로 수를 이깁니다. | The force between seasons that holds and mediates. It bears metal and controls water.
  metal | 거두고 단단해지는 가을의 기운입니다. 금생수로 수를 낳고 금극목으로 목을 이깁니다. | The force of autumn that gathers and hardens. It bears water and controls wood.
  water | 스며들고 갈무리하는 겨울의 기운입니다. 수생목으로 목을 낳고 수극화로 화를 이깁니다. | The force of winter that seeps and stores. It bears wood and controls fire.`;

export const POLARITY_TEXTS = `
  yang | 밖으로 움직이고 드러나는 쪽입니다. 갑·병·무·경·임과 자·인·진·오·신·술이 양입니다. | The side that moves outward and shows: odd places of the ten stems and of the twelve branches.
  yin | 안으로 모이고 감추는 쪽입니다. 을·정·기·신·계와 축·묘·사·미·유·해가 음입니다. | The side that gathers inward and hides: even places of the ten stems and of the twelve branches.`;

export const STEM_TEXTS = `
  gap | 곧게 솟는 큰 나무에 견줍니다. 시작하고 앞장서는 성질로 읽습니다. | Likened to a tall straight tree: it begins things and goes ahead.
  eul | 풀과 덩굴에 견줍니다. 굽히면서 뻗는 부드럽고 끈질긴 성질로 읽습니다. | Likened to grass and vines: it bends and still spreads, soft and persistent.
  byeong | 태양에 견줍니다. 두루 비추고 감추지 않는 성질로 읽습니다. | Likened to the sun: it shines on everything and hides nothing.
  jeong | 등불과 화롯불에 견줍니다. 한곳을 데우고 밝히는 섬세한 성질로 읽습니다. | Likened to lamp and hearth fire: it warms and lights one place with care.
  mu | 큰 산과 제방에 견줍니다. 묵직하게 막고 받치는 성질로 읽습니다. | Likened to mountain and dyke: it stands heavy, blocks and supports.
  gi | 논밭의 흙에 견줍니다. 받아들여 기르는 성질로 읽습니다. | Likened to the soil of fields: it takes in and raises what grows.
  gyeong | 무쇠와 도끼에 견줍니다. 자르고 바로잡는 굳센 성질로 읽습니다. | Likened to raw iron and the axe: it cuts, sets right and holds firm.
  sin | 보석과 칼날에 견줍니다. 정제되어 예리하고 깨끗한 성질로 읽습니다. | Likened to jewel and blade: refined, keen and clean.
  im | 큰 강과 바다에 견줍니다. 막힘없이 흐르고 품는 성질로 읽습니다. | Likened to great river and sea: it flows without bounds and holds much.
  gye | 비와 이슬에 견줍니다. 스며들어 적시는 조용한 성질로 읽습니다. | Likened to rain and dew: it seeps in quietly and moistens.`;

export const BRANCH_TEXTS = `
  ja | 대설부터의 한겨울과 자시(23~1시)의 물입니다. 계수를 품은 왕지입니다. | Midwinter from Major Snow and the hours around midnight; water at its height, hiding Yin Water.
  chuk | 소한부터의 늦겨울과 축시(1~3시)의 언 흙입니다. 금의 고지입니다. | Late winter from Minor Cold and 1 to 3 at night; frozen earth, the store of metal.
  in | 입춘부터의 초봄과 인시(3~5시)의 나무입니다. 화의 생지입니다. | Early spring from Start of Spring and 3 to 5 before dawn; wood, the birthplace of fire.
  myo | 경칩부터의 한봄과 묘시(5~7시)의 나무입니다. 을목을 품은 왕지입니다. | Mid-spring from Awakening of Insects and 5 to 7 in the morning; wood at its height, hiding Yin Wood.
  jin | 청명부터의 늦봄과 진시(7~9시)의 젖은 흙입니다. 수의 고지입니다. | Late spring from Clear and Bright and 7 to 9 in the morning; moist earth, the store of water.
  sa | 입하부터의 초여름과 사시(9~11시)의 불입니다. 금의 생지입니다. | Early summer from Start of Summer and 9 to 11 in the morning; fire, the birthplace of metal.
  o | 망종부터의 한여름과 오시(11~13시)의 불입니다. 정화를 품은 왕지입니다. | Midsummer from Grain in Ear and the hours around noon; fire at its height, hiding Yin Fire.
  mi | 소서부터의 늦여름과 미시(13~15시)의 마른 흙입니다. 목의 고지입니다. | Late summer from Minor Heat and 1 to 3 in the afternoon; dry earth, the store of wood.
  sin | 입추부터의 초가을과 신시(15~17시)의 쇠입니다. 수의 생지입니다. | Early autumn from Start of Autumn and 3 to 5 in the afternoon; metal, the birthplace of water.
  yu | 백로부터의 한가을과 유시(17~19시)의 쇠입니다. 신금을 품은 왕지입니다. | Mid-autumn from White Dew and 5 to 7 in the evening; metal at its height, hiding Yin Metal.
  sul | 한로부터의 늦가을과 술시(19~21시)의 마른 흙입니다. 화의 고지입니다. | Late autumn from Cold Dew and 7 to 9 in the evening; dry earth, the store of fire.
  hae | 입동부터의 초겨울과 해시(21~23시)의 물입니다. 목의 생지입니다. | Early winter from Start of Winter and 9 to 11 at night; water, the birthplace of wood.`;

/** Images of which a line on each of the sixty pairs is made: what sits (`… 가/이`), and on what. */
export const STEM_IMAGES = `
  gap | 큰 나무가 | a tall tree
  eul | 풀과 덩굴이 | grass and vines
  byeong | 태양이 | the sun
  jeong | 등불이 | a lamp
  mu | 큰 산이 | a great mountain
  gi | 밭의 흙이 | field soil
  gyeong | 무쇠가 | raw iron
  sin | 보석이 | a jewel
  im | 큰 강이 | a great river
  gye | 비와 이슬이 | rain and dew`;

export const BRANCH_IMAGES = `
  ja | 쥐 | 한겨울 깊은 물 | deep midwinter water
  chuk | 소 | 섣달의 언 땅 | frozen ground
  in | 호랑이 | 이른 봄 숲 | early spring woods
  myo | 토끼 | 한창 봄풀 | spring grass at its height
  jin | 용 | 물기 머금은 봄 땅 | moist spring earth
  sa | 뱀 | 초여름 불길 | fire of early summer
  o | 말 | 한낮의 불 | fire of noon
  mi | 양 | 메마른 여름 땅 | dry summer earth
  sin | 원숭이 | 초가을 바위 | rock of early autumn
  yu | 닭 | 한가을의 쇠 | metal of full autumn
  sul | 개 | 불씨 묻힌 가을 산 | an autumn hill with embers in it
  hae | 돼지 | 초겨울 넓은 물 | wide water of early winter`;

/** Colours of the elements, as the years of the sixty are called by (푸른 쥐의 해). */
export const COLOUR_TEXTS = `
  wood | 푸른 | Blue
  fire | 붉은 | Red
  earth | 누런 | Yellow
  metal | 흰 | White
  water | 검은 | Black`;
