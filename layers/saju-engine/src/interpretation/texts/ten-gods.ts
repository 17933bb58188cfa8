import { texts } from '../text.ts';

/** What each ten god is like. */
export const NATURE = texts(`
  bigyeon
    비견은 나와 같은 기운으로, 주관이 뚜렷하고 스스로 서려는 마음이 강하며 대등한 관계를 편안해하는 편입니다.
    The Companion is one's own kind: it has a mind of its own, likes to stand unaided and is at ease among equals.
  geopjae
    겁재는 승부욕과 추진력의 기운으로, 사람들 사이에서 힘을 얻고 기회 앞에서 과감하게 움직이는 편입니다.
    Rob Wealth is drive and rivalry: it gains strength among people and tends to move boldly when a chance appears.
  siksin
    식신은 느긋하게 즐기며 꾸준히 만들어 내는 기운으로, 표현이 부드럽고 좋아하는 일을 오래 파고드는 편입니다.
    The Eating God makes things at its own pace: gentle in expression, it tends to stay long with what it enjoys.
  sanggwan
    상관은 재치와 표현의 기운으로, 틀에 매이기보다 더 나은 방법을 찾고 말과 솜씨로 자신을 드러내는 편입니다.
    The Hurting Officer is wit and expression: rather than keep to the frame, it looks for a better way and shows itself in words and skill.
  pyeonjae
    편재는 넓게 움직이며 판을 읽는 기운으로, 수완이 좋고 사람과 자원을 융통성 있게 다루는 편입니다.
    Indirect Wealth ranges widely and reads the field: resourceful, it tends to handle people and means with flexibility.
  jeongjae
    정재는 성실하게 쌓아 가는 기운으로, 셈이 바르고 약속과 생활의 질서를 소중히 여기는 편입니다.
    Direct Wealth builds up steadily: careful with figures, it tends to value promises and an orderly life.
  pyeongwan
    편관은 긴장과 결단의 기운으로, 책임을 무겁게 느끼며 어려운 상황에서 오히려 힘을 내는 편입니다.
    Seven Killings is tension and resolve: it takes responsibility seriously and tends to find its strength when things are hard.
  jeonggwan
    정관은 규범과 신뢰의 기운으로, 원칙을 지키고 맡은 자리에서 반듯하게 처신하려는 편입니다.
    The Direct Officer is order and trust: it keeps to principles and tends to act correctly in the place it is given.
  pyeonin
    편인은 직관과 탐구의 기운으로, 남다른 시각으로 사물을 보고 혼자 깊이 생각하는 시간을 필요로 하는 편입니다.
    Indirect Resource is intuition and inquiry: it sees things from an unusual side and tends to need time to think alone.
  jeongin
    정인은 배움과 보살핌의 기운으로, 차분히 받아들이고 이해한 뒤에 움직이며 정이 두터운 편입니다.
    Direct Resource is learning and care: warm-hearted, it tends to take in and understand before it acts.
`);

/** What each is like when there is much of it, and what helps then. */
export const EXCESS = texts(`
  bigyeon
    비견이 넘치면 고집이 세지고 혼자 짊어지기 쉬우니, 의견을 나누고 함께 나아갈 자리를 남겨 두면 좋습니다.
    Too much Companion can turn into stubbornness and carrying everything alone; it helps to share views and leave room for others.
  geopjae
    겁재가 넘치면 경쟁심이 앞서고 성급해지기 쉬우니, 한 박자 쉬고 상대의 몫을 먼저 헤아리면 좋습니다.
    Too much Rob Wealth can turn into rivalry and haste; it helps to pause for a beat and weigh the other person's share first.
  siksin
    식신이 넘치면 편안함에 머물러 마무리가 늦어지기 쉬우니, 작은 기한을 정해 두면 재능이 결실로 이어지기 쉽습니다.
    Too much Eating God can settle into comfort and finish late; small deadlines help talent to bear fruit.
  sanggwan
    상관이 넘치면 말이 앞서거나 규칙과 부딪치기 쉬우니, 비판과 함께 대안을 내놓으면 재능이 더 빛납니다.
    Too much Hurting Officer can speak too soon or run into rules; talent shines more when criticism comes with a proposal.
  pyeonjae
    편재가 넘치면 벌이는 일이 많아져 힘이 흩어지기 쉬우니, 하지 않을 일을 먼저 정해 두면 좋습니다.
    Too much Indirect Wealth can start too many things and scatter its strength; it helps to decide first what not to do.
  jeongjae
    정재가 넘치면 걱정과 셈이 많아져 몸을 사리기 쉬우니, 때로는 여유를 위해 쓰는 것도 필요합니다.
    Too much Direct Wealth can worry and count until it holds back; now and then it is right to spend on ease.
  pyeongwan
    편관이 넘치면 스스로를 몰아붙이고 예민해지기 쉬우니, 긴장을 풀 통로를 마련해 두면 좋습니다.
    Too much Seven Killings can drive itself hard and grow tense; it helps to have a way of letting tension go.
  jeonggwan
    정관이 넘치면 남의 시선과 체면에 묶이기 쉬우니, 스스로의 기준을 함께 세우면 한결 편안해집니다.
    Too much Direct Officer can be bound by how others see it; standards of one's own make things easier.
  pyeonin
    편인이 넘치면 생각이 꼬리를 물어 시작이 늦어지기 쉬우니, 작은 것부터 몸으로 옮겨 보면 좋습니다.
    Too much Indirect Resource can chase its own thoughts and start late; it helps to put something small into practice first.
  jeongin
    정인이 넘치면 도움을 기다리거나 생각에 머무르기 쉬우니, 배운 것을 바로 써 보는 습관이 힘이 됩니다.
    Too much Direct Resource can wait for help or stay in thought; the habit of using at once what was learnt gives strength.
`);

/** The fortune that each brings in a chart. */
export const FORTUNE = texts(`
  bigyeon
    비견의 재물은 제 힘으로 버는 재물이어서, 동업이나 보증보다 몫이 분명한 일이 잘 맞는 편입니다.
    With the Companion fortune comes through one's own effort; clear shares tend to suit it better than partnerships or guarantees.
  geopjae
    겁재의 재물은 들고 나는 폭이 큰 편이어서, 버는 힘만큼 지키는 규칙을 세워 두는 것이 중요합니다.
    With Rob Wealth fortune tends to come and go in large steps; rules for keeping matter as much as the power to earn.
  siksin
    식신의 재물은 솜씨에서 나오는 재물이어서, 잘하는 일을 꾸준히 이어 갈 때 흐름이 안정되기 쉽습니다.
    With the Eating God fortune comes from skill; it tends to flow evenly when one keeps on with what one does well.
  sanggwan
    상관의 재물은 재능과 아이디어를 값으로 바꾸는 데서 나와, 새로운 방식이나 입소문에서 기회를 얻기 쉽습니다.
    With the Hurting Officer fortune comes from putting a price on talent and ideas; chances tend to come by new ways and by word of mouth.
  pyeonjae
    편재의 재물은 넓은 시장에서 움직이는 재물이어서, 기회를 잡는 힘이 큰 만큼 기복도 함께 다스려야 하는 편입니다.
    With Indirect Wealth fortune moves in a wide market; the power to seize chances is great, and so is the need to steady the ups and downs.
  jeongjae
    정재의 재물은 성실함이 쌓여 이루어지는 재물이어서, 정기적인 수입과 저축에서 안정감을 얻기 쉽습니다.
    With Direct Wealth fortune is diligence adding up; regular income and saving tend to give it a feeling of safety.
  pyeongwan
    편관의 재물은 책임을 맡아 얻는 보상이어서, 역할이 먼저 커지고 재물은 그 뒤를 따르기 쉽습니다.
    With Seven Killings fortune is the reward of responsibility; the role tends to grow first and means to follow.
  jeonggwan
    정관의 재물은 자리와 신용에서 나오는 재물이어서, 평판을 지키는 일이 곧 재물을 지키는 일이 되기 쉽습니다.
    With the Direct Officer fortune comes from position and credit; to guard one's good name tends to be to guard one's means.
  pyeonin
    편인의 재물은 전문 지식과 독창성에서 나와, 남들이 하지 않는 분야를 깊이 파고드는 것이 유리한 편입니다.
    With Indirect Resource fortune comes from special knowledge and originality; it tends to do well by going deep where others do not.
  jeongin
    정인의 재물은 배움과 자격, 문서에서 바탕이 생겨, 공부에 들인 시간이 나중에 값을 하기 쉽습니다.
    With Direct Resource fortune is founded on learning, qualifications and papers; time given to study tends to pay later.
`);

/** What each brings when it comes as luck. */
export const LUCK = texts(`
  bigyeon
    비견의 때에는 내 뜻대로 해 보려는 마음이 커지고, 동료와 함께할 일과 나눌 일이 늘어나기 쉽습니다.
    In a time of the Companion the wish to go one's own way grows, and there tends to be more to do and to share with others.
  geopjae
    겁재의 때에는 경쟁과 지출이 늘기 쉬우니, 돈거래와 보증은 신중히 하고 활력은 새로운 도전에 쓰면 좋습니다.
    In a time of Rob Wealth rivalry and spending tend to rise; be careful with loans and guarantees, and put the vigour into something new.
  siksin
    식신의 때에는 여유가 생기고 하고 싶은 일을 펼치기 좋아, 꾸준히 만든 것이 조금씩 드러나기 쉽습니다.
    In a time of the Eating God there is more ease to do what one likes, and what was made patiently tends to come into view.
  sanggwan
    상관의 때에는 표현하고 바꾸려는 마음이 커지니, 새로운 시도에는 좋지만 윗사람이나 규칙과의 마찰은 살피면 좋습니다.
    In a time of the Hurting Officer the wish to express and to change grows: good for trying new things, with an eye on friction with superiors and rules.
  pyeonjae
    편재의 때에는 활동 반경이 넓어지고 뜻밖의 기회가 오가기 쉬우니, 크게 벌이기 전에 규모를 먼저 정해 두면 좋습니다.
    In a time of Indirect Wealth one's range widens and unexpected chances tend to come and go; settle the scale before starting anything large.
  jeongjae
    정재의 때에는 노력에 맞는 결실을 챙기기 좋고, 살림과 계획을 차근차근 정돈하기에 알맞습니다.
    A time of Direct Wealth is good for gathering what effort has earned, and for putting household and plans in order step by step.
  pyeongwan
    편관의 때에는 책임과 압박이 함께 커지기 쉬우니, 맡을 일과 내려놓을 일을 가리면 실력을 인정받는 계기가 될 수 있습니다.
    In a time of Seven Killings duty and pressure tend to grow together; choosing what to take on and what to put down can make it a time of recognition.
  jeonggwan
    정관의 때에는 자리와 역할이 분명해지기 쉽고, 시험이나 계약처럼 공적인 일에서 신뢰를 쌓기 좋습니다.
    In a time of the Direct Officer place and role tend to become clear, and it is good for building trust in public matters such as examinations and contracts.
  pyeonin
    편인의 때에는 생각이 깊어지고 관심사가 바뀌기 쉬우니, 연구와 공부에는 좋지만 결정을 미루는 습관은 살피면 좋습니다.
    In a time of Indirect Resource thought deepens and interests tend to change: good for research and study, with an eye on putting off decisions.
  jeongin
    정인의 때에는 배움과 도움의 손길이 가까워지기 쉽고, 문서나 계약을 차분히 매듭짓기 좋습니다.
    In a time of Direct Resource learning and helping hands tend to come near, and papers and contracts can be settled calmly.
`);

/** Work that suits each. */
export const CAREER = texts(`
  bigyeon
    비견은 스스로 책임지는 일과 잘 맞아, 자영업이나 전문 기술, 운동처럼 자기 몫이 분명한 분야가 어울리는 편입니다.
    The Companion goes well with work that answers for itself: one's own business, a skilled trade, sport, or any field with a clear share of one's own.
  geopjae
    겁재는 경쟁이 있는 현장과 잘 맞아, 영업이나 협상, 스포츠처럼 순발력과 추진력이 필요한 분야가 어울리는 편입니다.
    Rob Wealth goes well with the field of contest: sales, negotiation, sport, or wherever quickness and drive are needed.
  siksin
    식신은 꾸준히 만들고 나누는 일과 잘 맞아, 연구와 교육, 요리, 제작, 돌봄 같은 분야가 어울리는 편입니다.
    The Eating God goes well with making and sharing over time: research, teaching, cooking, crafts, or care.
  sanggwan
    상관은 새로움과 표현이 필요한 일과 잘 맞아, 기획과 예술, 방송, 강연, 개발 같은 분야가 어울리는 편입니다.
    The Hurting Officer goes well with novelty and expression: planning, the arts, broadcasting, speaking, or development.
  pyeonjae
    편재는 넓게 움직이며 판을 짜는 일과 잘 맞아, 사업과 무역, 유통, 마케팅 같은 분야가 어울리는 편입니다.
    Indirect Wealth goes well with wide movement and arranging the field: business, trade, distribution, or marketing.
  jeongjae
    정재는 정확함과 성실함이 필요한 일과 잘 맞아, 회계와 재무, 행정, 품질 관리 같은 분야가 어울리는 편입니다.
    Direct Wealth goes well with accuracy and diligence: accounting, finance, administration, or quality control.
  pyeongwan
    편관은 긴장 속에서 결단하는 일과 잘 맞아, 군과 경찰, 의료, 안전, 위기 관리 같은 분야가 어울리는 편입니다.
    Seven Killings goes well with deciding under tension: the forces, medicine, safety, or the handling of crises.
  jeonggwan
    정관은 원칙과 신뢰가 바탕인 일과 잘 맞아, 공직과 법무, 인사, 조직 운영 같은 분야가 어울리는 편입니다.
    The Direct Officer goes well with work founded on principle and trust: public service, law, personnel, or running an organisation.
  pyeonin
    편인은 남다른 시각이 필요한 일과 잘 맞아, 연구와 상담, 디자인, 정보 기술, 철학 같은 분야가 어울리는 편입니다.
    Indirect Resource goes well with an unusual point of view: research, counselling, design, information technology, or philosophy.
  jeongin
    정인은 배우고 전하는 일과 잘 맞아, 교육과 출판, 학술, 복지, 문서를 다루는 분야가 어울리는 편입니다.
    Direct Resource goes well with learning and passing on: teaching, publishing, scholarship, welfare, or work with documents.
`);

/** How each is with others. */
export const RELATIONSHIP = texts(`
  bigyeon
    비견의 관계는 친구처럼 대등할 때 편안하며, 서로의 영역을 존중할수록 오래가는 편입니다.
    Relations of the Companion are at ease when equal, as between friends, and tend to last the more each respects the other's ground.
  geopjae
    겁재의 관계는 뜨겁고 솔직하지만 주도권을 다투기 쉬우니, 이기는 것보다 함께 가는 것을 앞에 두면 좋습니다.
    Relations of Rob Wealth are warm and frank but tend to contest the lead; it helps to put going together before winning.
  siksin
    식신의 관계는 다정하고 편안하며, 함께 먹고 즐기는 일상에서 정이 깊어지는 편입니다.
    Relations of the Eating God are kind and easy, and tend to deepen in the daily pleasures of eating and enjoying together.
  sanggwan
    상관의 관계는 말이 통하는 즐거움이 크지만 솔직함이 지나치면 상처가 되기도 하니, 말의 온도를 살피면 좋습니다.
    Relations of the Hurting Officer delight in good talk, yet too much frankness can hurt; it helps to mind the warmth of one's words.
  pyeonjae
    편재의 관계는 시원시원하고 너그러우며 새로운 만남을 즐기지만, 가까운 사람에게 쓸 시간을 따로 챙기면 더 좋습니다.
    Relations of Indirect Wealth are open and generous and enjoy meeting new people; it helps to set time aside for those who are near.
  jeongjae
    정재의 관계는 책임감 있고 한결같으며, 작은 약속을 지키는 데서 신뢰가 자라는 편입니다.
    Relations of Direct Wealth are responsible and constant, and trust tends to grow out of small promises kept.
  pyeongwan
    편관의 관계는 강하게 끌리는 만큼 서로에게 엄격해지기 쉬우니, 부드러운 말 한마디가 큰 힘이 됩니다.
    Relations of Seven Killings pull strongly and tend to grow strict with each other; a gentle word goes a long way.
  jeonggwan
    정관의 관계는 예의와 신의를 바탕으로 하며, 약속과 역할이 분명할 때 안정감을 느끼는 편입니다.
    Relations of the Direct Officer rest on courtesy and good faith, and tend to feel safe when promises and roles are clear.
  pyeonin
    편인의 관계는 말없이 통하는 깊이를 바라며, 혼자 있을 시간을 존중받을 때 마음을 여는 편입니다.
    Relations of Indirect Resource seek a wordless depth, and tend to open up when time alone is respected.
  jeongin
    정인의 관계는 보살피고 보살핌을 받는 따뜻함이 크며, 이해받는다고 느낄 때 깊어지는 편입니다.
    Relations of Direct Resource have the warmth of caring and being cared for, and tend to deepen with the feeling of being understood.
`);

/** What each may take care of. */
export const HEALTH = texts(`
  bigyeon
    비견은 체력을 믿고 무리하기 쉬운 기운이니, 쉬는 날을 먼저 정해 두는 것이 도움이 됩니다.
    The Companion tends to trust its stamina and overdo things; it helps to fix days of rest first.
  geopjae
    겁재는 몸을 급하게 쓰기 쉬운 기운이니, 운동 전후의 준비와 회복에 공을 들이면 좋습니다.
    Rob Wealth tends to use the body in a hurry; care given to warming up and recovering is well spent.
  siksin
    식신은 먹고 쉬는 즐거움이 큰 기운이니, 알맞은 식사와 규칙적인 움직임을 함께 챙기면 좋습니다.
    The Eating God takes pleasure in food and rest; moderate meals and regular movement go well together.
  sanggwan
    상관은 기운을 밖으로 많이 쓰는 별이니, 말과 활동이 많은 날 뒤에는 충분히 쉬어 주면 좋습니다.
    The Hurting Officer spends much of its strength outward; after days of much talk and activity, ample rest does good.
  pyeonjae
    편재는 바깥 활동이 많아지기 쉬운 기운이니, 일과 모임의 양을 조절하는 것이 도움이 됩니다.
    Indirect Wealth tends to be out and about; it helps to keep the amount of work and company in measure.
  jeongjae
    정재는 걱정을 안으로 담아 두기 쉬운 기운이니, 규칙적인 생활 속에 마음을 푸는 시간을 넣어 두면 좋습니다.
    Direct Wealth tends to keep its worries inside; time to unwind belongs in an ordered day.
  pyeongwan
    편관은 긴장이 몸에 쌓이기 쉬운 기운이니, 호흡과 스트레칭처럼 힘을 빼는 습관이 도움이 됩니다.
    With Seven Killings tension tends to gather in the body; habits of letting go, such as breathing and stretching, help.
  jeonggwan
    정관은 책임감 때문에 쉬는 것을 미루기 쉬운 기운이니, 휴식도 일정으로 잡아 두면 좋습니다.
    The Direct Officer tends to put off rest out of duty; it helps to enter rest in the calendar too.
  pyeonin
    편인은 생각이 많아 잠과 식사가 불규칙해지기 쉬운 기운이니, 자고 먹는 시간을 일정하게 두면 좋습니다.
    Indirect Resource thinks much, and sleep and meals tend to become irregular; fixed hours for both do good.
  jeongin
    정인은 앉아서 생각하는 시간이 길어지기 쉬운 기운이니, 걷기처럼 가벼운 움직임을 더하면 좋습니다.
    Direct Resource tends to sit long in thought; light movement such as walking does good.
`);
