import { TEN_GODS } from '../analysis/ten-gods.ts';
import { type Condition, is, within } from './rules.ts';

/** The ten gods by element: 비겁 식상 재성 관성 인성. */
export const TEN_GOD_GROUPS = ['bigeop', 'siksang', 'jaeseong', 'gwanseong', 'inseong'] as const;
export type TenGodGroup = (typeof TEN_GOD_GROUPS)[number];

/** The two ten gods of a group. */
export function godsOf(group: TenGodGroup): readonly [string, string] {
  const first = 2 * TEN_GOD_GROUPS.indexOf(group);
  return [TEN_GODS[first]!.code, TEN_GODS[first + 1]!.code];
}

/** Path of a ten god's share, percent. */
export function weightOf(god: string): string {
  return `tenGodsStrength.${god}.weight`;
}

/** That a group has from `from` to under `to` percent of the chart. */
export function share(group: TenGodGroup, from: number, to?: number): Condition {
  return within(godsOf(group).map(weightOf), from, to);
}

/** That a group is nowhere, not even hidden. */
export function absent(group: TenGodGroup): readonly Condition[] {
  return godsOf(group).map(god => is(weightOf(god), 0));
}

/** Any share at all: shares have two decimals. */
export const SOME = 0.01;

/** Bands of a group's share, in percent, that leave none out. */
export function shareBands(group: TenGodGroup): readonly (readonly [string, readonly Condition[]])[] {
  return [
    ['none', absent(group)],
    ['slight', [share(group, SOME, 10)]],
    ['moderate', [share(group, 10, 20)]],
    ['ample', [share(group, 20, 35)]],
    ['abundant', [share(group, 35)]],
  ];
}
