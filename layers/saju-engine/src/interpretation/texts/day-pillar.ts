import { texts } from '../text.ts';

/** By the day stem: what a person is at heart. */
export const DAY_STEM = texts(`
  gap
    갑목 일간은 하늘을 향해 곧게 자라는 큰 나무와 같습니다. 앞장서서 시작하는 힘이 있고, 굽히기보다 바르게 나아가려는 마음이 큰 편입니다.
    A Yang Wood day stem is like a tall tree growing straight towards the sky. It has the strength to lead and begin, and tends to go straight ahead rather than bend.
  eul
    을목 일간은 바람에 휘어도 꺾이지 않는 풀과 덩굴과 같습니다. 주변을 살피며 유연하게 길을 찾고, 부드러운 가운데 끈기가 있는 편입니다.
    A Yin Wood day stem is like grass and vines that bend in the wind and do not break. It finds its way flexibly with an eye on its surroundings, and tends to be tenacious in its gentleness.
  byeong
    병화 일간은 세상을 두루 비추는 태양과 같습니다. 밝고 숨김이 없으며, 가진 열정을 여러 사람과 나눌 때 빛나는 편입니다.
    A Yang Fire day stem is like the sun that shines on everything. It is bright and open, and tends to be at its best when it shares its warmth with many.
  jeong
    정화 일간은 어둠을 밝히는 촛불과 등불과 같습니다. 섬세하고 따뜻하며, 한곳에 마음을 모아 오래 밝히는 힘이 있는 편입니다.
    A Yin Fire day stem is like a candle or a lamp in the dark. It is delicate and warm, and tends to have the strength to burn long for one thing.
  mu
    무토 일간은 묵묵히 자리를 지키는 큰 산과 같습니다. 듬직하고 포용력이 있으며, 쉽게 흔들리지 않는 믿음을 주는 편입니다.
    A Yang Earth day stem is like a great mountain that keeps its place in silence. It is dependable and has room for others, and tends to inspire a trust that is not easily shaken.
  gi
    기토 일간은 씨앗을 품어 기르는 기름진 밭과 같습니다. 세심하게 보살피고 실속을 챙기며, 사람을 키우는 데 재능이 있는 편입니다.
    A Yin Earth day stem is like fertile ground that takes in the seed and rears it. It is attentive and practical, and tends to have a gift for bringing others on.
  gyeong
    경금 일간은 다듬지 않은 쇠와 바위와 같습니다. 의리와 결단력이 있고, 한번 정한 일은 끝까지 밀고 나가려는 편입니다.
    A Yang Metal day stem is like unwrought iron and rock. It is loyal and decisive, and tends to carry through what it has once resolved.
  sin
    신금 일간은 잘 닦인 보석과 같습니다. 감각이 예리하고 단정하며, 스스로의 기준에 맞게 완성도를 높이려는 편입니다.
    A Yin Metal day stem is like a polished jewel. Its senses are keen and its manner is neat, and it tends to perfect things to its own standard.
  im
    임수 일간은 넓게 흐르는 강과 바다와 같습니다. 생각의 폭이 넓고 임기응변에 능하며, 멀리 내다보고 움직이려는 편입니다.
    A Yang Water day stem is like a wide river or the sea. Its thoughts range far and it adapts readily, and it tends to look ahead before it moves.
  gye
    계수 일간은 만물을 적시는 비와 이슬과 같습니다. 마음결이 섬세하고 눈치가 빠르며, 조용히 스며들어 사람을 살리는 힘이 있는 편입니다.
    A Yin Water day stem is like rain and dew that moisten all things. It is sensitive and quick to notice, and tends to do people good by quiet ways.
`);

/** By the stage of the day stem on its own branch. */
export const DAY_STAGE = texts(`
  jangsaeng
    일지가 장생의 자리여서, 갓 돋은 싹처럼 배우고 받아들이는 마음이 밝고 주위의 도움을 얻기 쉽습니다.
    The day branch is the stage of Birth: like a new shoot, the mind is open and eager to learn, and help from others tends to be near.
  mogyok
    일지가 목욕의 자리여서, 감수성이 풍부하고 새로운 경험을 즐기며 자신을 가꾸는 데 관심이 큰 편입니다.
    The day branch is the stage of Bath: feelings are rich, and one tends to enjoy new experience and to take care in how one appears.
  gwandae
    일지가 관대의 자리여서, 의욕이 넘치고 인정받고자 하는 마음이 커서 도전을 통해 자라는 편입니다.
    The day branch is the stage of Coming of Age: full of zest and eager for recognition, one tends to grow by taking up challenges.
  geollok
    일지가 건록의 자리여서, 제 힘으로 살림과 일을 꾸려 가는 자립심이 강한 편입니다.
    The day branch is the stage of Prime: one tends to be self-reliant and to run one's life and work by one's own strength.
  jewang
    일지가 제왕의 자리여서, 기운이 한껏 차올라 중심에 서서 이끄는 데 익숙한 편입니다.
    The day branch is the stage of Peak: with strength at its full, one tends to be used to standing at the centre and leading.
  soe
    일지가 쇠의 자리여서, 절정을 지나 무르익은 때처럼 온건하고 노련하게 판단하는 편입니다.
    The day branch is the stage of Decline: as after a summit, one tends to judge with moderation and experience.
  byeong
    일지가 병의 자리여서, 남의 아픔에 공감하고 상상력이 섬세하며 마음을 써 주는 데 능한 편입니다.
    The day branch is the stage called Illness: one tends to feel with others, with a fine imagination and a gift for kindness.
  sa
    일지가 사의 자리여서, 움직임보다 고요함을 좋아하고 한 가지를 깊이 파고드는 편입니다.
    The day branch is the stage called Death, which is stillness: one tends to prefer quiet to movement and to go deep into one thing.
  myo
    일지가 묘의 자리여서, 거두어 간직하는 힘이 있고 속을 쉽게 드러내지 않으며 알뜰한 편입니다.
    The day branch is the stage called Grave, which is a storehouse: one tends to gather and keep, to be thrifty and not to show one's thoughts lightly.
  jeol
    일지가 절의 자리여서, 변화에 민감하고 순수하며 끊어진 자리에서 새로 시작하는 힘이 있는 편입니다.
    The day branch is the stage called Extinction, where one cycle ends and another begins: one tends to be sensitive to change, sincere, and able to start again.
  tae
    일지가 태의 자리여서, 가능성을 품은 씨앗처럼 호기심이 많고 여러 갈래의 꿈을 그리는 편입니다.
    The day branch is the stage of Conception: like a seed full of possibility, one tends to be curious and to dream in many directions.
  yang
    일지가 양의 자리여서, 보살핌 속에 자라듯 성품이 온화하고 서두르지 않고 준비하는 편입니다.
    The day branch is the stage of Nurture: as if growing in good care, one tends to be mild and to prepare without haste.
`);

/** By the word for the day stem's strength. */
export const STRENGTH = texts(`
  geugyak
    일간의 힘이 극약이어서, 혼자 버티기보다 흐름과 사람의 힘을 빌릴 때 훨씬 멀리 가기 쉽습니다.
    The day stem is extremely weak: one tends to get much further by borrowing the strength of the current and of people than by holding out alone.
  taeyak
    일간의 힘이 태약이어서, 맡은 일이 많으면 지치기 쉬우니 배움과 휴식으로 바탕을 채우는 것이 중요합니다.
    The day stem is very weak: too many duties tend to tire, so it matters to fill up the ground with learning and rest.
  sinyak
    일간의 힘이 신약이어서, 주변을 살피고 맞추는 재주가 좋은 대신 체력과 시간을 아껴 쓰는 지혜가 필요합니다.
    The day stem is weak: there is a gift for noticing and adapting, and it takes wisdom to be sparing with time and stamina.
  junghwa_sinyak
    일간의 힘이 중화에 가까우면서 조금 약한 편이어서, 치우침 없이 듣고 조율하되 도움을 청할 줄 알면 더 단단해집니다.
    The day stem is near balance and a little weak: it listens and adjusts without bias, and grows firmer by knowing how to ask for help.
  junghwa_singang
    일간의 힘이 중화에 가까우면서 조금 강한 편이어서, 제 뜻과 남의 뜻을 함께 살피며 꾸준히 나아가기 쉽습니다.
    The day stem is near balance and a little strong: it tends to go forward steadily with regard for its own mind and for others'.
  singang
    일간의 힘이 신강이어서, 스스로 정하고 밀고 나가는 힘이 좋으며 일을 맡을수록 활기를 얻는 편입니다.
    The day stem is strong: it has the strength to decide and carry through, and tends to gain life from being given work.
  taegang
    일간의 힘이 태강이어서, 추진력이 큰 만큼 힘을 쏟을 무대와 덜어 낼 통로를 함께 두면 좋습니다.
    The day stem is very strong: drive is great, and it is good to have both a stage to spend it on and a way to let it out.
  geugwang
    일간의 힘이 극왕이어서, 넘치는 기운을 한 가지 뜻에 모으고 남을 위해 나눌 때 크게 쓰이기 쉽습니다.
    The day stem is extremely strong: overflowing vigour tends to be put to great use when it is gathered for one purpose and shared with others.
`);

/** A void branch (공망), by its pillar. */
export const VOID = texts(`
  year
    연주가 공망이어서, 물려받은 틀보다 스스로 찾은 뿌리에서 힘을 얻기 쉽습니다.
    The year pillar is void: one tends to draw strength from roots one has found oneself rather than from what was handed down.
  month
    월주가 공망이어서, 조직의 이름보다 자기만의 방식으로 일의 의미를 찾아가기 쉽습니다.
    The month pillar is void: one tends to find the meaning of work in a way of one's own rather than in the name of an organisation.
  hour
    시주가 공망이어서, 결과에 매이기보다 과정과 정신적인 보람을 소중히 여기기 쉽습니다.
    The hour pillar is void: one tends to value the way and its inner reward rather than be bound to results.
`);
