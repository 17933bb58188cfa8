/** Meanings: `code | Korean | English`. */

export const USEFUL_GOD_METHOD_TEXTS = `
  jeonwang | 한 오행이나 한 세력으로 기운 사주에서 그 세력을 따르는 법입니다. | In a chart that leans all one way, go with what rules it.
  johu | 태어난 계절의 춥고 더움과 마르고 젖음을 고르는 법입니다. | Temper the season of birth: its cold or heat, its dryness or wet.
  tonggwan | 맞서는 두 오행 사이를 이어 흐르게 하는 법입니다. | Join two elements that oppose each other by the one between them.
  byeongyak | 지나쳐서 병이 된 오행을 이기는 것을 약으로 쓰는 법입니다. | Where one element is too much and an illness, what controls it is the medicine.
  eokbu | 강하면 누르거나 덜고 약하면 돕는 법입니다. | Restrain or drain a strong day stem, support a weak one.`;

export const USEFUL_GOD_ROLE_TEXTS = `
  yongsin | 사주의 균형에 가장 긴요하여 쓰는 오행입니다. | The element most needed for the balance of the chart.
  huisin | 용신을 돕는 오행입니다. 대개 용신을 낳는 것입니다. | The element that helps the useful god, as a rule by bearing it.
  gisin | 용신을 이겨 해치는 오행입니다. | The element that controls the useful god and harms it.
  gusin | 기신을 낳아 돕는 오행입니다. | The element that bears the harmful one.
  hansin | 앞의 넷에 들지 않아 크게 돕지도 해치지도 않는 오행입니다. | The element left over, neither much help nor harm.`;
