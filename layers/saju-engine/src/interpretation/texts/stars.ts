import { texts } from '../text.ts';

/** Stars in personality, most telling first; `{place}` is where they sit. */
export const PERSONALITY_STARS = texts(`
  goegang
    {place} 괴강이 있어, 기개와 결단력이 뚜렷하고 맡은 일을 크게 밀고 나가는 힘이 돋보이기 쉽습니다.
    The Commanding Star {place} tends to show as spirit and resolve, and as the strength to push on with large tasks.
  baekho
    {place} 백호가 있어, 한번 마음먹으면 무섭게 몰입하는 힘이 있으니 급한 마음만 다스리면 큰일을 해내기 쉽습니다.
    The White Tiger {place} tends to show as fierce concentration; with haste kept in check it can achieve much.
  yangin
    {place} 양인이 있어, 승부처에서 물러서지 않는 강단과 스스로를 지키는 힘이 있는 편입니다.
    The Goat Blade {place} tends to show as firmness that does not give way when it counts, and as strength to defend oneself.
  cheoneul
    {place} 천을귀인이 있어, 어려울 때 손을 내미는 사람을 만나기 쉽고 품위를 지키려는 마음이 큰 편입니다.
    The Heavenly Nobleman {place}: helping hands tend to appear in hard times, and dignity matters much.
  munchang
    {place} 문창귀인이 있어, 글과 말로 정리하는 재주가 있고 배움이 빠른 편입니다.
    The Literary Nobleman {place} tends to show as a gift for putting things into words, and as quick learning.
  yeokma
    {place} 역마가 있어, 움직이고 옮겨 다니는 가운데 기회를 얻고 새로운 환경에 잘 적응하는 편입니다.
    The Post Horse {place}: chances tend to come by moving about, and new surroundings are taken in one's stride.
  hwagae
    {place} 화개가 있어, 혼자만의 세계가 깊고 예술과 학문, 정신적인 것에 마음이 끌리기 쉽습니다.
    The Canopy {place} tends to show as a deep inner world, drawn to art, learning and things of the spirit.
  cheondeok
    {place} 천덕귀인이 있어, 마음 씀씀이가 넉넉하고 위태로운 일도 부드럽게 넘기는 힘이 있는 편입니다.
    The Heavenly Virtue Nobleman {place} tends to show as a generous mind and as a way of coming gently through difficulty.
  woldeok
    {place} 월덕귀인이 있어, 온화하고 사람을 아끼는 마음이 있어 주위의 신망을 얻기 쉽습니다.
    The Monthly Virtue Nobleman {place} tends to show as mildness and care for people, which earns trust.
  taegeuk
    {place} 태극귀인이 있어, 시작한 일의 끝을 보려 하고 근본을 묻는 마음이 있는 편입니다.
    The Great Ultimate Nobleman {place} tends to show as a wish to see things through and to ask what lies beneath.
  hakdang
    {place} 학당귀인이 있어, 차근차근 배우고 익혀 남에게 전하는 데 재능이 있는 편입니다.
    The Academy Nobleman {place} tends to show as a gift for learning step by step and passing it on.
  mungok
    {place} 문곡귀인이 있어, 예술적인 감각과 남다른 배움의 길을 즐기는 편입니다.
    The Artistic Nobleman {place} tends to show as artistic sense and a liking for unusual paths of learning.
  jangseong
    {place} 장성이 있어, 무리의 중심에서 책임을 지고 이끄는 데 힘을 내는 편입니다.
    The General {place} tends to find its strength in leading from the middle and taking responsibility.
  cheonmun
    {place} 천문성이 있어, 직관이 밝고 사람의 마음이나 이치를 헤아리는 일에 끌리기 쉽습니다.
    The Gate of Heaven {place} tends to show as clear intuition, drawn to understanding minds and principles.
  hyeonchim
    {place} 현침이 있어, 관찰이 날카롭고 손끝이나 말끝이 섬세하여 정밀한 일에 재주를 보이기 쉽습니다.
    The Hanging Needle {place} tends to show as keen observation and fine precision of hand or word.
  ganyeojidong
    {place} 간여지동이 있어, 겉과 속이 같은 기운이라 주관이 또렷하고 뜻을 잘 굽히지 않는 편입니다.
    Stem and branch of one element {place}: outside and inside agree, so the will tends to be clear and firm.
  samgi
    {place} 삼기귀인이 있어, 남다른 재능과 포부를 지녀 큰 그림을 그리기 좋아하는 편입니다.
    The Three Wonders {place} tend to show as unusual talent and ambition, and a liking for the large picture.
  ildeok
    {place} 일덕이 있어, 어질고 너그러운 성품이 삶의 든든한 바탕이 되기 쉽습니다.
    The Day Virtue {place}: a kind and generous temper tends to be a firm foundation in life.
  ilgwi
    {place} 일귀가 있어, 행동이 단정하고 스스로를 귀하게 여기는 마음이 있는 편입니다.
    The Day Nobility {place} tends to show as good conduct and self-respect.
  hwangeundaesa
    {place} 황은대사가 있어, 막힌 일이 풀리는 계기를 만나기 쉽고 너그럽게 용서할 줄 아는 편입니다.
    The Imperial Pardon {place}: what was stuck tends to find release, and one tends to forgive readily.
  yuksu
    {place} 육수가 있어, 재치가 빼어나고 눈썰미가 좋은 편입니다.
    The Six Elegances {place} tend to show as ready wit and a good eye.
  jinsin
    {place} 진신이 있어, 멈추지 않고 나아가는 추진력이 돋보이기 쉽습니다.
    The Advancing Spirit {place} tends to show as drive that does not stop.
  gwimun
    {place} 귀문관살이 있어, 감각과 상상력이 예민한 편이니 창작이나 연구에 몰입할 때 장점이 되기 쉽습니다.
    The Ghost Gate {place} tends to show as keen senses and imagination, which become a strength in creative work or study.
`);

/** Stars in wealth and work. */
export const WEALTH_STARS = texts(`
  geollok
    {place} 건록이 있어, 제 손으로 일구는 살림의 바탕이 튼튼한 편입니다.
    The Stipend {place}: the ground for a living made with one's own hands tends to be firm.
  amnok
    {place} 암록이 있어, 드러나지 않는 곳에서 돕는 손길이나 숨은 수입을 만나기 쉽습니다.
    The Hidden Stipend {place}: help from unseen places or quiet sources of income tend to turn up.
  geumyeo
    {place} 금여가 있어, 생활의 품격을 소중히 여기고 좋은 환경과 인연이 닿기 쉽습니다.
    The Golden Carriage {place}: one tends to value a certain style of living and to come upon good surroundings.
  cheonbok
    {place} 천복귀인이 있어, 맡은 자리에서 신망을 얻어 생활의 여유로 이어지기 쉽습니다.
    The Heavenly Blessing Nobleman {place}: trust won at one's post tends to lead to an easier life.
  cheongwan
    {place} 천관귀인이 있어, 공적인 일에서 능력을 인정받는 기회를 만나기 쉽습니다.
    The Heavenly Office Nobleman {place}: chances to be recognised in public matters tend to turn up.
  cheonju
    {place} 천주귀인이 있어, 먹고사는 일에 여유를 만들고 나누는 복이 있다고 읽습니다.
    The Heavenly Kitchen Nobleman {place} is read as a gift for making ends meet with something to share.
  bokseong
    {place} 복성귀인이 있어, 작은 복이 꾸준히 이어지도록 생활을 가꾸는 힘이 있는 편입니다.
    The Star of Blessing {place} tends to show as a way of living in which small good fortune continues.
  gwangwihakgwan
    {place} 관귀학관이 있어, 조직이나 전문 분야에서 배움으로 자리를 넓혀 가기 쉽습니다.
    The Officials' Academy {place}: in organisations or professions one tends to advance by learning.
  hyeomnok
    {place} 협록이 있어, 곁에서 밀어 주는 사람 덕에 기반을 넓히기 쉽습니다.
    The Flanked Stipend {place}: one's base tends to widen thanks to people at one's side.
`);

/** Stars in relationships. */
export const RELATIONSHIP_STARS = texts(`
  dohwa
    {place} 도화가 있어, 사람을 끄는 매력과 감각이 돋보이고 많은 이들과 어울리는 가운데 빛나기 쉽습니다.
    The Peach Blossom {place} tends to show as charm and taste, at its best in good company.
  hongyeom
    {place} 홍염이 있어, 은은한 매력과 다정한 눈빛이 있어 호감을 얻기 쉽습니다.
    The Red Allure {place} tends to show as quiet charm and warmth that win affection.
  hongnan
    {place} 홍란이 있어, 사랑과 경사에 마음이 열려 있고 기쁜 인연을 만나기 쉽다고 읽습니다.
    The Red Phoenix {place} is read as a heart open to love and celebration, and to happy meetings.
  cheonhui
    {place} 천희가 있어, 밝은 기운으로 사람들 사이에 기쁜 일을 불러오기 쉽다고 읽습니다.
    The Heavenly Joy {place} is read as a bright spirit that tends to bring gladness among people.
  gosin
    {place} 고신이 있어, 혼자 있는 시간에서 힘을 얻는 편이니 그 시간을 미리 알려 두면 관계가 편안해집니다.
    Solitude {place}: one tends to draw strength from time alone, and relations are easier when others know it.
  gwasuk
    {place} 과숙이 있어, 고요한 내면을 지키려는 마음이 큰 편이니 마음을 나눌 사람을 천천히 가려 사귀면 좋습니다.
    The star of inner quiet (Gwasuk) {place}: one tends to guard a quiet inner life, and it is good to choose confidants slowly.
  goran
    {place} 고란이 있어, 홀로 서는 힘이 있는 만큼 가까운 사람에게 기대는 연습도 도움이 됩니다.
    The Lonely Phoenix {place}: there is strength to stand alone, and practice in leaning on those who are near helps too.
  eumyangchachak
    {place} 음양차착이 있어, 가족과 인연 사이에서 마음이 엇갈리기 쉬우니 서로의 사정을 말로 확인하면 좋습니다.
    The Yin-Yang Mismatch {place}: feelings between family and partner tend to cross, and it helps to ask and to tell.
`);

/** Stars in health. */
export const HEALTH_STARS = texts(`
  baekho
    {place} 백호가 있어, 급하게 움직이다 다치는 일이 없도록 이동과 운동에서 여유를 두면 좋습니다.
    The White Tiger {place}: allow time when travelling and exercising, so that haste does no harm.
  yangin
    {place} 양인이 있어, 날이 선 도구나 격한 운동을 다룰 때 한 번 더 살피는 습관이 도움이 됩니다.
    The Goat Blade {place}: the habit of a second look helps with sharp tools and hard exercise.
  geupgak
    {place} 급각살이 있어, 다리와 관절을 아끼고 바른 자세로 걷는 습관을 들이면 좋습니다.
    The Stumbling Leg {place}: it is good to spare legs and joints and to walk with good posture.
  dangyogwan
    {place} 단교관살이 있어, 높은 곳과 계단에서 걸음을 살피는 습관이 도움이 됩니다.
    The Broken Bridge {place}: the habit of minding one's step on stairs and heights helps.
  tanghwa
    {place} 탕화가 있어, 뜨거운 것과 불을 다룰 때 여유를 두고 살피면 좋습니다.
    Scalding {place}: it is good to take one's time around fire and hot things.
  byeongbu
    {place} 병부가 있어, 계절이 바뀔 때 몸을 미리 돌보는 습관이 도움이 됩니다.
    The Sickness Tally {place}: the habit of looking after oneself before the seasons change helps.
  cheonui
    {place} 천의성이 있어, 몸과 마음을 돌보는 일에 감각이 있어 자신과 남을 살리는 데 쓰이기 쉽습니다.
    The Heavenly Healer {place} tends to show as a sense for care of body and mind, one's own and others'.
`);
