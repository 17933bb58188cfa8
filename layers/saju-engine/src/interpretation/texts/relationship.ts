import { texts } from '../text.ts';

/** The spouse's star by sex (재성 for a man, 관성 for a woman), by its share, and where both its kinds have 10 % or more. */
export const SPOUSE_STAR = texts(`
  none
    전통적으로 배우자의 별로 보는 {star} 겉과 속 어디에도 없어, 정해진 틀보다 스스로 뜻이 통하는 사람을 찾아가기 쉽습니다.
    {star}, read by tradition as the partner's star, is nowhere in the chart: one tends to look for a kindred mind rather than to follow a set form.
  slight
    전통적으로 배우자의 별로 보는 {star} 은은하게 자리해, 관계를 천천히 확인하며 깊어지는 편입니다.
    {star}, read by tradition as the partner's star, is slight: one tends to make sure slowly and to deepen over time.
  moderate
    전통적으로 배우자의 별로 보는 {star} 알맞게 자리해, 인연을 자연스럽게 맺고 이어 가기 쉽습니다.
    {star}, read by tradition as the partner's star, has a fair place: ties tend to form and last in a natural way.
  ample
    전통적으로 배우자의 별로 보는 {star} 뚜렷하게 자리해, 가까운 관계가 삶에서 큰 자리를 차지하기 쉽습니다.
    {star}, read by tradition as the partner's star, is marked: close relationships tend to take a large place in life.
  abundant
    전통적으로 배우자의 별로 보는 {star} 매우 커서, 관계에 마음을 많이 쓰기 쉬우니 나를 돌볼 자리를 함께 지키면 좋습니다.
    {star}, read by tradition as the partner's star, weighs very heavily: much heart tends to go into relationships, and it is good to keep a place to care for oneself.
  mixed
    {star} 정과 편으로 함께 힘을 갖추어, 안정과 설렘을 모두 바라기 쉬우니 무엇을 먼저 둘지 살펴보면 좋습니다.
    {star} has weight in both its direct and its indirect kind: one tends to want both safety and excitement, and it is good to see which comes first.
`);

/** A relation of the day branch to another; the sentence goes on from where the other branch is named. */
export const DAY_BRANCH_RELATION = texts(`
  yukhap
    {pair} 육합을 이루어, {area} 마음이 잘 맞고 서로를 돕기 쉽습니다.
    {pair} are in Six Combination: {area} hearts tend to agree and help each other.
  samhap
    {pair} 삼합을 이루어, {area} 뜻을 모아 함께 커 가는 힘이 좋은 편입니다.
    {pair} are in Three Harmony: {area} there tends to be strength in joining for one purpose.
  banghap
    {pair} 방합을 이루어, {area} 한편이 되어 주는 끈끈함이 큰 편입니다.
    {pair} are in Directional Combination: {area} there tends to be close solidarity.
  banhap
    {pair} 반합을 이루어, {area} 공통의 관심사로 가까워지기 쉽습니다.
    {pair} are in Half Three Harmony: {area} shared interests tend to bring people closer.
  amhap
    {pair} 암합을 이루어, {area} 말로 하지 않아도 통하는 정이 있기 쉽습니다.
    {pair} are in Hidden Combination: {area} there tends to be an affection that needs no words.
  chung
    {pair} 충을 이루어, {area} 변화와 움직임이 많기 쉬우니 서로의 속도를 맞추는 대화가 도움이 됩니다.
    {pair} clash: {area} there tends to be much change and movement, and talk that matches each other's pace helps.
  samhyeong
    {pair} 삼형을 이루어, {area} 바로잡으려는 마음이 날카로워지기 쉬우니 말하기 전에 한 번 더 헤아리면 좋습니다.
    {pair} are in the Three Punishments: {area} the wish to put things right tends to grow sharp, and a second thought before speaking does good.
  hyeong
    {pair} 형을 이루어, {area} 서로를 고치려 들기 쉬우니 있는 그대로 보아 주는 여유가 도움이 됩니다.
    {pair} are in Punishment: {area} each tends to want to correct the other, and room to let things be helps.
  wonjin
    {pair} 원진을 이루어, {area} 애정과 서운함이 함께 오가기 쉬우니 작은 오해를 그때그때 풀면 좋습니다.
    {pair} are in Resentment: {area} affection and hurt tend to come and go together, and it is good to clear up small misunderstandings at once.
  gwimun
    {pair} 귀문을 이루어, {area} 미묘한 기분까지 예민하게 느끼기 쉬우니 짐작보다 물어보는 습관이 좋습니다.
    {pair} are in the Ghost Gate: {area} one tends to sense the finest moods, and asking is better than guessing.
  hae
    {pair} 해를 이루어, {area} 기대가 어긋나기 쉬우니 고마움을 자주 말로 전하면 좋습니다.
    {pair} are in Harm: {area} expectations tend to miss each other, and it is good to put thanks into words often.
  pa
    {pair} 파를 이루어, {area} 계획이 바뀌는 일이 생기기 쉬우니 약속에 여유를 두면 좋습니다.
    {pair} are in Break: {area} plans tend to change, and it is good to leave some slack in promises.
`);

/** What the element of the day branch is to the useful god. */
export const DAY_BRANCH_ROLE = texts(`
  yongsin
    배우자의 자리인 일지가 용신의 오행이어서, 가까운 사람에게서 힘과 위로를 얻기 쉽습니다.
    The day branch, the partner's place, is of the useful god's element: strength and comfort tend to come from those who are near.
  huisin
    배우자의 자리인 일지가 희신의 오행이어서, 함께하는 사람이 좋은 방향을 열어 주기 쉽습니다.
    The day branch, the partner's place, is of the favourable god's element: a companion tends to open good directions.
  gisin
    배우자의 자리인 일지가 기신의 오행이어서, 가까울수록 서로의 다름을 인정하는 연습이 관계를 지켜 줍니다.
    The day branch, the partner's place, is of the element that works against the useful god: the nearer the tie, the more it is kept by accepting differences.
  gusin
    배우자의 자리인 일지가 구신의 오행이어서, 모든 것을 함께하기보다 각자의 시간을 나누면 편안해지기 쉽습니다.
    The day branch, the partner's place, is of an element that sides against the useful god: time apart as well as together tends to bring ease.
  hansin
    배우자의 자리인 일지가 한신의 오행이어서, 관계의 빛깔은 두 사람이 가꾸는 대로 달라지기 쉽습니다.
    The day branch, the partner's place, is of a neutral element: the colour of a relationship tends to be what the two make of it.
`);

/** Ten gods of one element with 30 % or more. */
export const STRONG_GROUP = texts(`
  bigeop
    비겁이 강해 친구와 동료의 자리가 크니, 연인이나 가족과 보내는 시간을 따로 약속해 두면 좋습니다.
    Companions are strong and friends take a large place; it is good to keep appointed time for partner and family.
  siksang
    식상이 강해 표현이 풍부하니, 들어 주는 시간을 함께 두면 관계가 더 깊어지기 쉽습니다.
    Output is strong and expression rich; with time to listen as well, relationships tend to deepen.
  jaeseong
    재성이 강해 현실적으로 챙겨 주는 힘이 좋으니, 마음을 묻는 말을 더하면 다정함이 전해지기 쉽습니다.
    Wealth is strong and so is practical care; a word that asks after feelings tends to carry the affection over.
  gwanseong
    관성이 강해 책임감 있는 관계를 맺지만 긴장하기 쉬우니, 편히 기댈 수 있는 사이를 소중히 하면 좋습니다.
    The officer is strong: ties are responsible but tend to be tense, and it is good to treasure those on whom one can lean at ease.
  inseong
    인성이 강해 이해받고 싶은 마음이 크니, 받은 만큼 먼저 다가가는 연습이 관계를 넓혀 줍니다.
    Resource is strong and so is the wish to be understood; practice in making the first step widens relationships.
`);
