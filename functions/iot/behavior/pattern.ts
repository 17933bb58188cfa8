import { type Comfort, comfortOf, type Environment } from './comfort.ts';
import { overlap, type Span } from './time-slots.ts';

const MINUTE_MS = 60_000;

/** Where a device is: of its installation, in metres. */
export interface Position {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** A minute in which a device noticed somebody: present, or moving. */
export interface ActiveMinute {
  readonly deviceId: string;
  /** Where it is, in words. */
  readonly description: string;
  readonly position: Position;
  /** Its beginning, in milliseconds since 1970. */
  readonly minute: number;
  /** That it counted; 0 of a device that tells presence alone. */
  readonly movements: number;
}

export interface BehaviorInput {
  /** When the user was there, within one part of a day: in order, apart from each other. */
  readonly stays: readonly Span[];
  /** Of all devices of the place, in those stays. */
  readonly activity: readonly ActiveMinute[];
  /** When other users were there. */
  readonly others: readonly Span[];
  readonly environment: Environment;
  /** What the user said of their comfort. */
  readonly askedComfort: number | null;
}

/** A device at which the user was noticed. */
export interface InteractionPoint {
  readonly deviceId: string;
  readonly description: string;
  readonly minutes: number;
  /** Of these, while no other user was checked in: the others' share may be anybody's. */
  readonly minutesAlone: number;
  readonly movements: number;
  readonly firstAt: string;
  readonly lastAt: string;
}

/** How a user used a place in a part of a day. A device tells that somebody is there, not who: `alone` says how sure that is. */
export interface Behavior {
  readonly dwellMinutes: number;
  /** By minutes, most first. */
  readonly interactionPoints: readonly InteractionPoint[];
  readonly movement: {
    /** Devices in the order in which somebody was noticed. */
    readonly path: readonly string[];
    /** In metres, along the path. */
    readonly distance: number;
    readonly movingMinutes: number;
    readonly stillMinutes: number;
    /** Of the stay without other users checked in, 0 to 1. */
    readonly alone: number;
  };
  readonly preferences: {
    /** Where the user was longest; null where nobody was noticed. */
    readonly favourite: string | null;
    /** Of the noticed minutes, by device: 0 to 1. */
    readonly shares: Readonly<Record<string, number>>;
  };
  readonly environment: Environment;
  readonly comfort: Comfort | null;
}

/** What follows from a user's stays and what devices noticed meanwhile. The same input gives the same, in any order of it. */
export function behaviorOf({ stays, activity, others, environment, askedComfort }: BehaviorInput): Behavior {
  const noticed = activity
    .filter(({ minute }) => stays.some(stay => overlap(stay, minuteSpan(minute)) !== undefined))
    .toSorted((one, other) => one.minute - other.minute || (one.deviceId < other.deviceId ? -1 : 1));
  const points = pointsOf(noticed, others);
  const minutes = points.reduce((sum, point) => sum + point.minutes, 0);
  const moving = new Set(noticed.filter(({ movements }) => movements > 0).map(({ minute }) => minute)).size;
  const dwellMs = sumOf(stays);
  const path = pathOf(noticed);
  return {
    dwellMinutes: Math.round(dwellMs / MINUTE_MS),
    interactionPoints: points,
    movement: {
      path: path.map(({ deviceId }) => deviceId),
      distance: hundredths(
        path.slice(1).reduce((sum, step, at) => sum + distance(path[at]!.position, step.position), 0),
      ),
      movingMinutes: moving,
      stillMinutes: new Set(noticed.map(({ minute }) => minute)).size - moving,
      alone: dwellMs === 0 ? 0 : hundredths(1 - sumOf(shared(stays, others)) / dwellMs),
    },
    preferences: {
      favourite: points[0]?.deviceId ?? null,
      shares: Object.fromEntries(points.map(point => [point.deviceId, hundredths(point.minutes / minutes)])),
    },
    environment,
    comfort: comfortOf(askedComfort, environment),
  };
}

function pointsOf(noticed: readonly ActiveMinute[], others: readonly Span[]): readonly InteractionPoint[] {
  const points = new Map<string, ActiveMinute[]>();
  for (const each of noticed) {
    const minutes = points.get(each.deviceId);
    if (minutes === undefined) points.set(each.deviceId, [each]);
    else minutes.push(each);
  }
  return [...points.values()]
    .map(minutes => {
      const { deviceId, description } = minutes[0]!;
      return {
        deviceId,
        description,
        minutes: minutes.length,
        minutesAlone: minutes.filter(({ minute }) => !others.some(other => overlap(other, minuteSpan(minute)))).length,
        movements: minutes.reduce((sum, { movements }) => sum + movements, 0),
        firstAt: new Date(minutes[0]!.minute).toISOString(),
        lastAt: new Date(minutes.at(-1)!.minute).toISOString(),
      };
    })
    .toSorted((one, other) => other.minutes - one.minutes || (one.deviceId < other.deviceId ? -1 : 1));
}

/** Where somebody was noticed, one after another; staying is no step. */
function pathOf(noticed: readonly ActiveMinute[]): readonly ActiveMinute[] {
  return noticed.filter((each, at) => at === 0 || noticed[at - 1]!.deviceId !== each.deviceId);
}

/** What of the stays others shared, in parts that do not overlap. */
function shared(stays: readonly Span[], others: readonly Span[]): readonly Span[] {
  const parts = stays
    .flatMap(stay => others.flatMap(other => overlap(stay, other) ?? []))
    .toSorted((one, other) => one.from - other.from);
  const apart: Span[] = [];
  for (const part of parts) {
    const last = apart.at(-1);
    if (last !== undefined && part.from <= last.to)
      apart[apart.length - 1] = { from: last.from, to: Math.max(last.to, part.to) };
    else apart.push(part);
  }
  return apart;
}

function minuteSpan(minute: number): Span {
  return { from: minute, to: minute + MINUTE_MS };
}

function sumOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0);
}

function distance(one: Position, other: Position): number {
  return Math.hypot(one.x - other.x, one.y - other.y, one.z - other.z);
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
