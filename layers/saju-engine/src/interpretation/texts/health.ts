import { texts } from '../text.ts';

/** The lightest element: what tradition connects with it. */
export const WEAKEST = texts(`
  wood
    오행 가운데 목이 가장 약합니다. 전통적으로 목은 간과 눈, 근육에 견주니, 눈을 쉬게 하고 몸을 늘여 주는 습관이 좋습니다.
    Wood is the weakest of the five elements. Tradition compares it with liver, eyes and muscles; resting the eyes and stretching are good habits.
  fire
    오행 가운데 화가 가장 약합니다. 전통적으로 화는 심장과 혈관의 순환에 견주니, 몸을 따뜻하게 하고 웃을 일을 만드는 습관이 좋습니다.
    Fire is the weakest of the five elements. Tradition compares it with heart and circulation; keeping warm and finding reasons to laugh are good habits.
  earth
    오행 가운데 토가 가장 약합니다. 전통적으로 토는 위장과 소화에 견주니, 제때 천천히 먹는 습관이 좋습니다.
    Earth is the weakest of the five elements. Tradition compares it with stomach and digestion; eating slowly and at regular times is a good habit.
  metal
    오행 가운데 금이 가장 약합니다. 전통적으로 금은 폐와 호흡, 피부에 견주니, 맑은 공기와 깊은 호흡을 챙기는 습관이 좋습니다.
    Metal is the weakest of the five elements. Tradition compares it with lungs, breathing and skin; fresh air and deep breaths are good habits.
  water
    오행 가운데 수가 가장 약합니다. 전통적으로 수는 신장과 방광, 허리에 견주니, 물을 알맞게 마시고 충분히 자는 습관이 좋습니다.
    Water is the weakest of the five elements. Tradition compares it with kidneys, bladder and lower back; drinking in measure and sleeping enough are good habits.
`);

/** The heaviest element. */
export const STRONGEST_HEALTH = texts(`
  wood
    가장 강한 기운은 목이어서, 의욕이 앞서 긴장하기 쉬우니 어깨와 마음의 힘을 빼는 시간을 두면 좋습니다.
    The strongest element is wood: eagerness tends to run ahead into tension, so time to loosen shoulders and mind does good.
  fire
    가장 강한 기운은 화여서, 열이 오르고 쉽게 달아오르기 쉬우니 서늘하게 가라앉히는 저녁 시간을 두면 좋습니다.
    The strongest element is fire: one tends to heat up quickly, so cool and quiet evenings do good.
  earth
    가장 강한 기운은 토여서, 생각과 몸이 무거워지기 쉬우니 자주 걷고 가볍게 먹으면 좋습니다.
    The strongest element is earth: thought and body tend to grow heavy, so frequent walks and light meals do good.
  metal
    가장 강한 기운은 금이어서, 지나치게 조이고 참기 쉬우니 쉬는 숨을 의식하며 느슨해지는 시간을 두면 좋습니다.
    The strongest element is metal: one tends to hold tight and endure, so time to breathe out and be loose does good.
  water
    가장 강한 기운은 수여서, 생각이 깊어 밤이 길어지기 쉬우니 몸을 덥히고 일찍 쉬는 습관이 좋습니다.
    The strongest element is water: thought runs deep and nights tend to grow long, so keeping warm and resting early do good.
`);

/** The heaviest element where it is the useful god. */
export const STRONGEST_USEFUL = texts(`
  wood
    가장 강한 기운이자 용신인 목을 살려, 아침에 움직이고 배우는 일과를 규칙적으로 이어 가면 몸도 고르게 쓰기 쉽습니다.
    Wood is both the strongest element and the useful god: a regular round of morning movement and learning tends to keep the body even.
  fire
    가장 강한 기운이자 용신인 화를 살려, 햇볕 아래 움직이고 제때 쉬는 일과를 규칙적으로 이어 가면 몸도 고르게 쓰기 쉽습니다.
    Fire is both the strongest element and the useful god: a regular round of movement in the sun and timely rest tends to keep the body even.
  earth
    가장 강한 기운이자 용신인 토를 살려, 걷고 제때 먹는 일과를 규칙적으로 이어 가면 몸도 고르게 쓰기 쉽습니다.
    Earth is both the strongest element and the useful god: a regular round of walks and meals tends to keep the body even.
  metal
    가장 강한 기운이자 용신인 금을 살려, 정돈된 자리에서 깊이 숨 쉬는 일과를 규칙적으로 이어 가면 몸도 고르게 쓰기 쉽습니다.
    Metal is both the strongest element and the useful god: order about one and a regular time for deep breathing tend to keep the body even.
  water
    가장 강한 기운이자 용신인 수를 살려, 고요히 쉬고 부드럽게 움직이는 일과를 규칙적으로 이어 가면 몸도 고르게 쓰기 쉽습니다.
    Water is both the strongest element and the useful god: a regular round of quiet rest and gentle movement tends to keep the body even.
`);

/** An element with 40 % or more that is not the useful god. */
export const EXCESSIVE = texts(`
  wood
    목의 기운이 넘치는 편이니, 일을 벌이는 만큼 덜어 내고 마무리하는 날을 정해 두면 몸이 가벼워지기 쉽습니다.
    Wood overflows: for all that is begun, days set aside for finishing and letting go tend to lighten the body.
  fire
    화의 기운이 넘치는 편이니, 물과 그늘, 고요한 취미로 열기를 식히는 시간을 챙기면 좋습니다.
    Fire overflows: water, shade and quiet pastimes are good for cooling down.
  earth
    토의 기운이 넘치는 편이니, 담아 두지 말고 움직이며 비우는 습관을 들이면 좋습니다.
    Earth overflows: rather than store things up, it is good to move and to empty out.
  metal
    금의 기운이 넘치는 편이니, 완벽하게 하려는 마음을 조금 놓고 부드러운 운동을 곁들이면 좋습니다.
    Metal overflows: it is good to let go a little of perfection and take up some gentle exercise.
  water
    수의 기운이 넘치는 편이니, 햇볕을 쬐고 몸을 움직여 가라앉은 기운을 끌어올리면 좋습니다.
    Water overflows: sunshine and movement are good for lifting spirits that have sunk.
`);

/** The season of birth, by the month branch; heat and cold that the opposite element tempers. */
export const SEASON = texts(`
  spring
    봄의 기운이 오르는 달에 태어나, 무엇이든 펼치려는 힘이 좋으니 무리하지 않게 속도를 고르면 좋습니다.
    Born in a month of spring, one has the power to unfold; it is good to choose a pace without strain.
  summer
    더운 여름의 달에 태어나, 물을 알맞게 마시고 한낮에 쉬는 틈을 두면 기운을 오래 쓰기 쉽습니다.
    Born in a hot month of summer, one tends to last longer by drinking in measure and resting at midday.
  summer_cooled
    더운 여름의 달에 태어났지만 수의 기운이 더위를 덜어 주어, 움직임과 쉼을 고르게 나누면 좋습니다.
    Born in a hot month of summer, yet with water to temper it, it is good to divide the day evenly between movement and rest.
  autumn
    서늘하고 마른 가을의 달에 태어나, 몸을 촉촉하고 부드럽게 지키는 습관이 도움이 됩니다.
    Born in a cool, dry month of autumn, habits that keep the body supple and well watered help.
  winter
    추운 겨울의 달에 태어나, 몸을 따뜻하게 하고 햇볕을 가까이하면 기운이 살아나기 쉽습니다.
    Born in a cold month of winter, warmth and sunlight tend to bring the spirits to life.
  winter_warmed
    추운 겨울의 달에 태어났지만 화의 기운이 추위를 덜어 주어, 바깥 활동과 고요한 쉼을 번갈아 두면 좋습니다.
    Born in a cold month of winter, yet with fire to temper it, it is good to alternate activity outside with quiet rest.
`);

/** Evenness of the elements: 80 or more (no element then has 40 %), under 45. */
export const EVENNESS = texts(`
  even
    오행이 고르게 놓여 있어, 큰 치우침 없이 생활의 리듬을 지키기 쉽습니다.
    The five elements are evenly spread: one tends to keep the rhythm of life without great imbalance.
  uneven
    오행이 한쪽으로 치우쳐 있어, 좋을 때와 지칠 때의 차이가 크기 쉬우니 규칙적인 생활이 큰 힘이 됩니다.
    The five elements lean to one side: good days and tired days tend to differ much, and a regular life is a great help.
`);

/** Strength of the day stem, where it is far from the middle. */
export const STAMINA = texts(`
  weak
    일간의 힘이 약한 편이어서, 한꺼번에 쓰기보다 나누어 쓰고 일찍 쉬는 것이 체력을 지키는 길입니다.
    The day stem is on the weak side: to spend strength in portions and rest early is the way to keep it.
  strong
    일간의 힘이 강한 편이어서, 쌓인 기운을 땀 흘려 풀어 주는 운동이 몸과 마음에 좋습니다.
    The day stem is on the strong side: exercise that works off stored vigour does body and mind good.
`);

/** 충 between two pillars. Tradition compares the pillars, year to hour, with the body from head to legs. */
export const HEALTH_CLASH = texts(`
  year month
    연지와 월지가 충을 이루어, 어린 시절부터 환경의 변화가 많기 쉬우니 익숙한 생활 리듬을 지키는 것이 힘이 됩니다.
    The branches of year and month clash: surroundings tend to change from early on, and a familiar rhythm of life gives strength.
  year day
    연지와 일지가 충을 이루어, 가족과 나 사이에서 마음을 많이 쓰기 쉬우니 긴장을 풀어 줄 시간을 따로 두면 좋습니다.
    The branches of year and day clash: much heart tends to be spent between family and self, so time to unwind does good.
  year hour
    연지와 시지가 충을 이루어, 생각의 폭이 넓은 만큼 머리가 쉴 틈을 주고 걷는 시간을 두면 좋습니다.
    The branches of year and hour clash: thought ranges widely, so it is good to give the head a rest and walk.
  month day
    월지와 일지가 충을 이루어, 일과 생활이 부딪치며 지치기 쉬우니 쉬는 날의 경계를 분명히 하면 좋습니다.
    The branches of month and day clash: work and private life tend to collide and tire, so a clear line around days of rest does good.
  month hour
    월지와 시지가 충을 이루어, 하루의 처음과 끝이 바빠지기 쉬우니 잠드는 시간을 일정하게 지키면 좋습니다.
    The branches of month and hour clash: the beginning and end of the day tend to be busy, so a fixed bedtime does good.
  day hour
    일지와 시지가 충을 이루어, 마음이 앞날로 앞서가기 쉬우니 몸을 쓰는 취미로 지금에 머무는 시간을 두면 좋습니다.
    The branches of day and hour clash: the mind tends to run ahead, so a pastime with the hands or body helps to stay in the present.
`);
