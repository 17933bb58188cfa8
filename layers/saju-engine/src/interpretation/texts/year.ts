import { texts } from '../text.ts';

/** By the ten god of the year's branch: where the year is felt in daily life. */
export const BRANCH_GOD = texts(`
  bigyeon
    세운의 지지로는 비견이 들어와, 생활에서 나와 비슷한 사람들과 어울리고 스스로 정하는 일이 많아지기 쉽습니다.
    In the branch comes the Companion: daily life tends to bring people like oneself, and more to decide alone.
  geopjae
    세운의 지지로는 겁재가 들어와, 생활에서 모임과 나눔이 늘기 쉬우니 쓸 몫과 남길 몫을 미리 가르면 좋습니다.
    In the branch comes Rob Wealth: company and sharing tend to increase in daily life, so set apart what to spend and what to keep.
  siksin
    세운의 지지로는 식신이 들어와, 먹고 쉬고 만드는 일상의 즐거움이 커지기 쉽습니다.
    In the branch comes the Eating God: the daily pleasures of food, rest and making tend to grow.
  sanggwan
    세운의 지지로는 상관이 들어와, 하던 방식을 바꾸고 새로운 재주를 펼칠 일이 생활에 많아지기 쉽습니다.
    In the branch comes the Hurting Officer: daily life tends to offer more occasions to change old ways and use new skills.
  pyeonjae
    세운의 지지로는 편재가 들어와, 바깥 활동과 이동이 생활의 중심이 되기 쉽습니다.
    In the branch comes Indirect Wealth: activity outside and travel tend to take the middle of daily life.
  jeongjae
    세운의 지지로는 정재가 들어와, 살림과 일상의 규칙을 다듬는 일에 마음이 가기 쉽습니다.
    In the branch comes Direct Wealth: attention tends to turn to the household and to the order of the day.
  pyeongwan
    세운의 지지로는 편관이 들어와, 생활에서 서둘러 처리할 일이 늘기 쉬우니 쉬는 날을 먼저 정해 두면 좋습니다.
    In the branch comes Seven Killings: urgent tasks tend to multiply in daily life, so fix the days of rest first.
  jeonggwan
    세운의 지지로는 정관이 들어와, 생활이 규칙을 찾고 맡은 역할에 충실해지기 쉽습니다.
    In the branch comes the Direct Officer: life tends to find its order and its faithfulness to a role.
  pyeonin
    세운의 지지로는 편인이 들어와, 혼자 생각하고 배우는 시간이 늘고 생활의 관심사가 달라지기 쉽습니다.
    In the branch comes Indirect Resource: time to think and learn alone tends to increase, and daily interests to change.
  jeongin
    세운의 지지로는 정인이 들어와, 생활이 차분해지고 가까운 이들의 보살핌을 주고받기 쉽습니다.
    In the branch comes Direct Resource: life tends to grow calm, with care given and received among those who are near.
`);

/** By the stage of the day stem at the year's branch. */
export const STAGE = texts(`
  jangsaeng
    일간이 장생을 만나는 해여서, 새로운 일을 시작하고 배우는 데 힘이 붙기 쉽습니다.
    The day stem meets its Birth: beginning and learning tend to gather strength.
  mogyok
    일간이 목욕을 만나는 해여서, 새로운 것을 겪으며 마음이 들뜨기 쉬우니 중심을 잡으면 좋습니다.
    The day stem meets its Bath: new experience tends to stir the heart, and it is good to keep one's centre.
  gwandae
    일간이 관대를 만나는 해여서, 자신감이 오르고 남 앞에 나설 일이 생기기 쉽습니다.
    The day stem meets its Coming of Age: confidence tends to rise, with occasions to step forward.
  geollok
    일간이 건록을 만나는 해여서, 제 힘으로 꾸려 가는 일이 자리를 잡기 쉽습니다.
    The day stem meets its Prime: what one runs by one's own strength tends to find its footing.
  jewang
    일간이 제왕을 만나는 해여서, 힘이 한껏 오르는 만큼 주위를 살피며 쓰면 성과가 커지기 쉽습니다.
    The day stem meets its Peak: strength is at its full, and used with regard for others it tends to achieve more.
  soe
    일간이 쇠를 만나는 해여서, 무리하게 넓히기보다 이룬 것을 다듬는 데 알맞습니다.
    The day stem meets its Decline: the year suits refining what has been achieved more than stretching further.
  byeong
    일간이 병을 만나는 해여서, 속도를 늦추고 몸과 마음을 살피며 주변과 마음을 나누기 좋습니다.
    The day stem meets the stage called Illness: it is good to slow down, to look after body and mind and to share feelings.
  sa
    일간이 사를 만나는 해여서, 벌이던 일을 정리하고 한 가지를 깊이 들여다보기 좋습니다.
    The day stem meets the stage called Death, which is stillness: good for putting things in order and looking deeply into one.
  myo
    일간이 묘를 만나는 해여서, 거두어 간직하고 다음을 준비하는 데 알맞습니다.
    The day stem meets the stage called Grave, which is a storehouse: the year suits gathering in and preparing what comes next.
  jeol
    일간이 절을 만나는 해여서, 끝맺음과 새 출발이 맞닿기 쉬우니 마음을 가볍게 하고 방향을 살피면 좋습니다.
    The day stem meets the stage called Extinction: endings and new beginnings tend to touch, so travel light and mind the direction.
  tae
    일간이 태를 만나는 해여서, 새로운 구상이 싹트기 쉬우니 서두르지 말고 품어 키우면 좋습니다.
    The day stem meets its Conception: new ideas tend to sprout, and it is good to carry them without haste.
  yang
    일간이 양을 만나는 해여서, 배우고 준비하며 힘을 기르는 데 알맞습니다.
    The day stem meets its Nurture: the year suits learning, preparing and building up strength.
`);

/** What the element of the year's stem is to the useful god. */
export const STEM_ROLE = texts(`
  yongsin
    세운의 천간이 용신의 오행이어서, 뜻한 일이 겉으로 드러나 풀릴 계기를 만나기 쉽습니다.
    The year's stem is of the useful god's element: what one intends tends to find occasions to come into the open.
  huisin
    세운의 천간이 희신의 오행이어서, 돕는 사람이나 소식이 좋은 방향으로 이어지기 쉽습니다.
    The year's stem is of the favourable god's element: people and news tend to lead in a good direction.
  gisin
    세운의 천간이 기신의 오행이어서, 겉으로 드러나는 일은 한 번 더 살피고 천천히 결정하면 좋습니다.
    The year's stem is of the element that works against the useful god: look twice at what is on the surface and decide slowly.
  gusin
    세운의 천간이 구신의 오행이어서, 남의 말에 흔들리기보다 처음 세운 기준을 지키면 좋습니다.
    The year's stem is of an element that sides against the useful god: keep to the standard first set rather than be swayed.
  hansin
    세운의 천간이 한신의 오행이어서, 겉으로는 큰 치우침 없이 흘러가기 쉽습니다.
    The year's stem is of a neutral element: on the surface things tend to run without great swings.
`);

/** What the element of the year's branch is to the useful god. */
export const BRANCH_ROLE = texts(`
  yongsin
    세운의 지지가 용신의 오행이어서, 생활의 바탕에서 힘을 얻고 실속을 챙기기 좋습니다.
    The year's branch is of the useful god's element: the ground of life tends to give strength and substance.
  huisin
    세운의 지지가 희신의 오행이어서, 생활 속의 작은 도움들이 쌓여 여유가 생기기 쉽습니다.
    The year's branch is of the favourable god's element: small helps of daily life tend to add up to ease.
  gisin
    세운의 지지가 기신의 오행이어서, 생활에서 힘이 새기 쉬우니 일을 줄이고 바탕을 다지면 좋습니다.
    The year's branch is of the element that works against the useful god: strength tends to leak in daily life, so do less and firm the ground.
  gusin
    세운의 지지가 구신의 오행이어서, 생활의 변화는 작은 것부터 시험해 보고 넓혀 가면 좋습니다.
    The year's branch is of an element that sides against the useful god: try changes of daily life on a small scale first.
  hansin
    세운의 지지가 한신의 오행이어서, 생활은 해 오던 대로 꾸준히 이어 가기에 무난합니다.
    The year's branch is of a neutral element: daily life can well go on as it has.
`);

/** A relation of the year to a pillar, or to the running 대운. */
export const RELATION = texts(`
  chung
    세운의 지지가 {with} 충을 이루어, {area} 변화와 이동이 생기기 쉬우니 미리 준비하면 전환의 기회가 될 수 있습니다.
    The year's branch clashes with {with}: {area} change and movement tend to come, and with preparation they can be a turning point.
  samhap
    세운의 지지가 {with} 만나 삼합을 이루어, {area} 여러 사람의 힘이 한 방향으로 모이기 쉽습니다.
    The year's branch makes a Three Harmony with {with}: {area} the strength of several people tends to gather in one direction.
  banghap
    세운의 지지가 {with} 만나 방합을 이루어, {area} 한 가지 기운이 크게 모이기 쉬우니 치우침을 살피면 좋습니다.
    The year's branch makes a Directional Combination with {with}: {area} one element tends to gather greatly, so mind the balance.
  yukhap
    세운의 지지가 {with} 육합을 이루어, {area} 손을 맞잡을 인연과 화해의 기회가 생기기 쉽습니다.
    The year's branch is in Six Combination with {with}: {area} ties to join hands on and chances to make peace tend to appear.
  samhyeong
    세운의 지지가 {with} 만나 삼형을 이루어, {area} 바로잡고 고칠 일이 생기기 쉬우니 규정과 건강을 차분히 살피면 좋습니다.
    The year's branch makes the Three Punishments with {with}: {area} things to correct and repair tend to come up, so look calmly to rules and health.
  hyeong
    세운의 지지가 {with} 형을 이루어, {area} 조율하고 고칠 일이 생기기 쉬우니 말과 서류를 한 번 더 살피면 좋습니다.
    The year's branch is in Punishment with {with}: {area} things to adjust tend to come up, so check words and papers twice.
  cheonganhap
    세운의 천간이 {with} 합을 이루어, {area} 마음이 끌리는 제안이나 인연을 만나기 쉽습니다.
    The year's stem combines with {with}: {area} proposals or ties that attract tend to come along.
  cheonganchung
    세운의 천간이 {with} 충을 이루어, {area} 생각과 계획이 바뀌기 쉬우니 결정 앞에서 한숨 돌리면 좋습니다.
    The year's stem clashes with {with}: {area} thoughts and plans tend to change, so take a breath before deciding.
  wonjin
    세운의 지지가 {with} 원진을 이루어, {area} 가까운 만큼 서운함이 생기기 쉬우니 기대를 말로 나누면 좋습니다.
    The year's branch is in Resentment with {with}: {area} closeness tends to bring small hurts, so put expectations into words.
  banhap
    세운의 지지가 {with} 반합을 이루어, {area} 뜻이 통하는 협력이 이루어지기 쉽습니다.
    The year's branch is in Half Three Harmony with {with}: {area} cooperation of like minds tends to come about.
  gwimun
    세운의 지지가 {with} 귀문을 이루어, {area} 생각이 예민해지기 쉬우니 몰입할 일과 쉴 시간을 함께 두면 좋습니다.
    The year's branch is in the Ghost Gate with {with}: {area} thoughts tend to grow keen, so have both absorbing work and rest.
  hae
    세운의 지지가 {with} 해를 이루어, {area} 기대와 다른 일이 생기기 쉬우니 약속을 분명히 해 두면 좋습니다.
    The year's branch is in Harm with {with}: {area} things tend to differ from what was hoped, so make promises clear.
  pa
    세운의 지지가 {with} 파를 이루어, {area} 계획을 고쳐 세울 일이 생기기 쉬우니 여유를 두고 잡으면 좋습니다.
    The year's branch is in Break with {with}: {area} plans tend to need remaking, so leave some slack in them.
  amhap
    세운의 지지가 {with} 암합을 이루어, {area} 드러나지 않은 도움이나 정이 오가기 쉽습니다.
    The year's branch is in Hidden Combination with {with}: {area} unseen help and affection tend to pass.
`);

/** The year's branch in the 12신살 of the year of birth. */
export const TWELVE_SINSAL_YEAR = texts(`
  geopsal
    태어난 해로 보면 겁살의 해여서, 뜻밖의 지출이나 빼앗기는 느낌이 들지 않게 중요한 것은 미리 챙겨 두면 좋습니다.
    Counted from the year of birth it is a year of Robbery: look after what matters in good time against unexpected expense.
  jaesal
    태어난 해로 보면 재살의 해여서, 다툼에 끼기보다 지혜로 비켜 가고 약속을 문서로 남기면 좋습니다.
    Counted from the year of birth it is a year of Calamity: step round disputes with wit and put agreements in writing.
  cheonsal
    태어난 해로 보면 천살의 해여서, 뜻대로 되지 않는 일 앞에서 한 걸음 물러나 마음을 닦기 좋습니다.
    Counted from the year of birth it is a year of Heaven's Blow: before what does not go as wished, it is good to step back and compose the mind.
  jisal
    태어난 해로 보면 지살의 해여서, 새로운 곳으로 옮기거나 여행하며 시야를 넓히기 쉽습니다.
    Counted from the year of birth it is a year of Earth's Move: moving and travelling tend to widen the view.
  yeonsal
    태어난 해로 보면 연살, 곧 도화의 해여서, 사람들의 눈길을 끌고 어울릴 일이 많아지기 쉽습니다.
    Counted from the year of birth it is a year of the Peach Blossom: one tends to draw the eye and to be much in company.
  wolsal
    태어난 해로 보면 월살의 해여서, 일이 더디게 느껴질 수 있으니 씨를 뿌리기보다 땅을 고르는 마음이 좋습니다.
    Counted from the year of birth it is a year of Withering: things may seem slow, so better to till the ground than to sow.
  mangsin
    태어난 해로 보면 망신살의 해여서, 감추던 일이 드러나기 쉬우니 처음부터 솔직하게 나누면 오히려 인기를 얻기 쉽습니다.
    Counted from the year of birth it is a year of Exposure: hidden things tend to come out, and frankness from the start tends to win favour.
  jangseong
    태어난 해로 보면 장성살의 해여서, 중심에 서서 책임을 맡고 힘을 펼칠 일이 생기기 쉽습니다.
    Counted from the year of birth it is a year of the General: one tends to be called to the middle, with responsibility and scope.
  banan
    태어난 해로 보면 반안살의 해여서, 안장에 오르듯 자리를 잡고 편안함을 얻기 쉽습니다.
    Counted from the year of birth it is a year of the Saddle: as if mounted, one tends to find a seat and some comfort.
  yeokma
    태어난 해로 보면 역마살의 해여서, 움직임과 소식이 많아 바쁘게 오가는 가운데 기회를 얻기 쉽습니다.
    Counted from the year of birth it is a year of the Post Horse: there tend to be much movement and news, and chances on the way.
  yukhae
    태어난 해로 보면 육해살의 해여서, 잔일에 마음을 쓰기 쉬우니 급한 것부터 하나씩 덜어 내면 좋습니다.
    Counted from the year of birth it is a year of the Six Harms: small matters tend to occupy the mind, so clear them one by one.
  hwagae
    태어난 해로 보면 화개살의 해여서, 하던 일을 거두어 정리하고 배움과 사색을 깊게 하기 좋습니다.
    Counted from the year of birth it is a year of the Canopy: good for gathering in what was begun, and for study and reflection.
`);

/** 삼재 of the year of birth. */
export const SAMJAE_YEAR = texts(`
  deulsamjae
    들삼재에 드는 해입니다. 세 해의 시작이니 크게 벌이기보다 바탕을 살피며 천천히 맞추어 가면 충분합니다.
    It is the first year of Samjae, the three cautious years: it is enough to look to the ground and adapt slowly rather than start large things.
  nulsamjae
    눌삼재에 드는 해입니다. 머무는 해이니 하던 일을 꾸준히 지키고 쉬어 가는 여유를 두면 충분합니다.
    It is the middle year of Samjae, the three cautious years: it is enough to keep on steadily and to leave room for rest.
  nalsamjae
    날삼재에 드는 해입니다. 나가는 해이니 마무리를 깔끔히 하고 새로운 출발을 준비하면 충분합니다.
    It is the last year of Samjae, the three cautious years: it is enough to finish things cleanly and prepare a new start.
`);

/** A year whose branch is void. */
export const VOID_YEAR = texts(`
  void
    세운의 지지가 공망에 들어, 눈에 보이는 성과보다 내면을 비우고 배우는 데서 얻는 것이 많기 쉽습니다.
    The year's branch is void: more tends to be gained by emptying the mind and learning than by visible results.
`);

/** The running 대운 by the ten god of its branch. */
export const DAEUN_GOD = texts(`
  bigeop
    큰 흐름인 대운에는 비겁의 기운이 흘러, 홀로 서고 사람들과 힘을 겨루거나 나누는 일이 배경이 되기 쉽습니다.
    In the larger ten-year luck the companions are at work: standing on one's own, and contest or sharing with others, tend to form the background.
  siksang
    큰 흐름인 대운에는 식상의 기운이 흘러, 재능을 펼치고 새로운 것을 만들어 내는 일이 배경이 되기 쉽습니다.
    In the larger ten-year luck output is at work: unfolding talent and making new things tend to form the background.
  jaeseong
    큰 흐름인 대운에는 재성의 기운이 흘러, 현실의 기반을 넓히고 결과를 거두는 일이 배경이 되기 쉽습니다.
    In the larger ten-year luck wealth is at work: widening one's base and bringing in results tend to form the background.
  gwanseong
    큰 흐름인 대운에는 관성의 기운이 흘러, 책임을 맡고 자리를 지키는 일이 배경이 되기 쉽습니다.
    In the larger ten-year luck the officer is at work: taking responsibility and holding a position tend to form the background.
  inseong
    큰 흐름인 대운에는 인성의 기운이 흘러, 배우고 안으로 다지는 일이 배경이 되기 쉽습니다.
    In the larger ten-year luck resource is at work: learning and inner strengthening tend to form the background.
`);

/** What the element of the running 대운's branch is to the useful god. */
export const DAEUN_ROLE = texts(`
  yongsin
    대운의 지지가 용신의 오행이어서, 십 년의 바탕이 든든한 편이니 뜻한 일을 길게 펼치기 좋습니다.
    The ten-year branch is of the useful god's element: its ground tends to be firm and good for long purposes.
  huisin
    대운의 지지가 희신의 오행이어서, 꾸준히 하면 돕는 손길이 따르는 십 년이 되기 쉽습니다.
    The ten-year branch is of the favourable god's element: help tends to follow steady work through these years.
  gisin
    대운의 지지가 기신의 오행이어서, 십 년을 길게 보고 무리한 확장보다 실력을 기르면 좋습니다.
    The ten-year branch is of the element that works against the useful god: take the long view, and build ability rather than overreach.
  gusin
    대운의 지지가 구신의 오행이어서, 십 년 동안 사람과 일을 가려 힘을 아껴 쓰면 좋습니다.
    The ten-year branch is of an element that sides against the useful god: choose people and tasks, and be sparing with strength.
  hansin
    대운의 지지가 한신의 오행이어서, 해마다의 흐름에 따라 빛깔이 달라지는 십 년이 되기 쉽습니다.
    The ten-year branch is of a neutral element: the colour of these years tends to follow each year's luck.
`);
