import type { ElementCode } from '../calendar/elements.ts';
import { type Text, texts } from './text.ts';

/** 상생, 상극 and 설기: what is borne weakens its bearer. */
export type ElementRelationKind = 'generates' | 'destroys' | 'weakens';

/** What one element does to another. */
export interface FiveElementsRelation {
  readonly source: ElementCode;
  readonly target: ElementCode;
  readonly relation: ElementRelationKind;
  /** 0 to 1: how far the target is changed. Ours: control acts at once, bearing over time, draining as bearing's other side. */
  readonly strength: number;
  readonly traditional: Text;
  readonly modern: Text;
}

const STRENGTH: Readonly<Record<ElementRelationKind, number>> = { destroys: 0.9, generates: 0.8, weakens: 0.6 };

const TRADITIONAL = texts(`
  wood generates fire
    나무가 타서 불을 일으킵니다.
    Wood burns and makes fire.
  fire generates earth
    불이 타고 남은 재가 흙이 됩니다.
    Fire leaves ash, which becomes earth.
  earth generates metal
    흙이 품어 쇠를 길러 냅니다.
    Earth bears metal within it.
  metal generates water
    쇠와 바위틈에서 맑은 물이 솟습니다.
    Clear water springs from metal and rock.
  water generates wood
    물이 나무를 기릅니다.
    Water feeds wood.
  wood destroys earth
    나무뿌리가 흙을 파고들어 붙듭니다.
    The roots of wood break into earth and hold it.
  fire destroys metal
    불이 쇠를 녹여 다룹니다.
    Fire melts metal and shapes it.
  earth destroys water
    흙이 둑이 되어 물을 막습니다.
    Earth becomes a bank and holds water back.
  metal destroys wood
    쇠가 나무를 베고 다듬습니다.
    Metal cuts wood and trims it.
  water destroys fire
    물이 불을 끄고 식힙니다.
    Water quenches fire and cools it.
  wood weakens water
    나무가 자라며 물을 길어 올립니다.
    Wood draws up water as it grows.
  fire weakens wood
    불이 타오르며 나무의 기운을 덜어 냅니다.
    Fire consumes the strength of wood as it burns.
  earth weakens fire
    흙이 불의 열기를 거두어들입니다.
    Earth takes in the heat of fire.
  metal weakens earth
    쇠가 여물며 흙의 기운을 거두어 갑니다.
    Metal takes the strength of earth as it ripens.
  water weakens metal
    물이 솟으며 쇠의 기운을 덜어 냅니다.
    Water takes the strength of metal as it springs.
`);

const MODERN = texts(`
  wood generates fire
    계획과 성장의 힘이 표현과 열정으로 이어지는 흐름입니다.
    Plans and growth lead on to expression and enthusiasm.
  fire generates earth
    열정이 경험으로 쌓여 믿음과 안정이 되는 흐름입니다.
    Enthusiasm settles as experience and becomes trust and stability.
  earth generates metal
    꾸준한 바탕이 분명한 기준과 결실을 길러 내는 흐름입니다.
    A steady ground brings forth clear standards and results.
  metal generates water
    정돈된 원칙이 유연한 생각과 지혜로 이어지는 흐름입니다.
    Ordered principles lead on to flexible thought and wisdom.
  water generates wood
    배움과 쉼이 새로운 시작을 길러 내는 흐름입니다.
    Learning and rest nourish new beginnings.
  wood destroys earth
    새로운 시도가 굳어 있던 안정을 흔들어 일구는 흐름입니다.
    New attempts shake a settled stability and till it.
  fire destroys metal
    열정이 굳은 원칙을 녹여 쓸모 있는 그릇으로 빚는 흐름입니다.
    Enthusiasm melts rigid principles into a useful vessel.
  earth destroys water
    현실감이 흩어지는 생각을 모아 방향을 잡아 주는 흐름입니다.
    A sense of reality gathers scattered thoughts and gives them direction.
  metal destroys wood
    절제와 기준이 뻗어 가는 의욕을 다듬는 흐름입니다.
    Restraint and standards trim an ambition that spreads.
  water destroys fire
    차분함이 달아오른 열기를 가라앉히고 다스리는 흐름입니다.
    Calm settles and governs heat that has risen.
  wood weakens water
    새로운 일을 키우는 데 생각과 지혜를 쓰게 되는 흐름입니다.
    Thought and wisdom are spent on bringing up something new.
  fire weakens wood
    표현하고 드러내는 일에 성장의 힘을 쓰게 되는 흐름입니다.
    The power to grow is spent on expressing and showing.
  earth weakens fire
    책임지고 쌓아 가는 일에 열정을 쓰게 되는 흐름입니다.
    Enthusiasm is spent on building up and answering for things.
  metal weakens earth
    결과를 다듬는 일에 바탕의 힘을 쓰게 되는 흐름입니다.
    The strength of the ground is spent on refining results.
  water weakens metal
    생각하고 나누는 일에 단단한 원칙의 힘을 쓰게 되는 흐름입니다.
    The strength of firm principles is spent on thinking and sharing.
`);

/** The five elements' relations: five that generate, five that destroy, five that weaken. */
export const FIVE_ELEMENTS_RELATIONS: readonly FiveElementsRelation[] = Object.keys(TRADITIONAL).map(key => {
  const [source, relation, target] = key.split(' ') as [ElementCode, ElementRelationKind, ElementCode];
  return Object.freeze({
    source,
    target,
    relation,
    strength: STRENGTH[relation],
    traditional: TRADITIONAL[key]!,
    modern: MODERN[key]!,
  });
});

/** The element that one generates or destroys. */
export function elementThat(source: ElementCode, relation: 'generates' | 'destroys'): ElementCode {
  return FIVE_ELEMENTS_RELATIONS.find(row => row.source === source && row.relation === relation)!.target;
}
