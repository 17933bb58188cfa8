import type { Place } from './place.ts';
import type { Named, PlaceIndex } from './place-index.ts';

const MOST = 5;

/** Distances count jamo and letters: 수완 is one off 수원. About one slip in four of them is still a likeness. */
const LETTERS_A_SLIP = 4;

interface Candidate {
  readonly letters: string;
  readonly named: readonly Named[];
}

const candidatesOf = new WeakMap<PlaceIndex, readonly Candidate[]>();

/** Up to five places whose names begin like the key or are a few letters off, nearest first. */
export function nearestNames(indexes: readonly PlaceIndex[], key: string): readonly Place[] {
  const letters = key.normalize('NFD');
  const allowed = Math.max(1, Math.floor(letters.length / LETTERS_A_SLIP));
  const scored: { score: number; named: Named }[] = [];
  for (const candidate of indexes.flatMap(candidates)) {
    const score = likeness(letters, candidate.letters, allowed);
    if (score !== null) for (const named of candidate.named) scored.push({ score, named });
  }
  scored.sort(
    (a, b) => a.score - b.score || a.named.rank - b.named.rank || (b.named.population ?? 0) - (a.named.population ?? 0),
  );
  return [...new Set(scored.map(({ named }) => named.place))].slice(0, MOST);
}

function candidates(index: PlaceIndex): readonly Candidate[] {
  const known = candidatesOf.get(index);
  if (known !== undefined) return known;
  const made = [...index.names].map(([key, named]) => ({ letters: key.normalize('NFD'), named }));
  candidatesOf.set(index, made);
  return made;
}

/** Slips between two names, half a slip where one begins with the other; null when they are not alike. */
function likeness(asked: string, name: string, allowed: number): number | null {
  if (asked.length >= 3 && name.startsWith(asked)) return 0.5;
  if (name.length >= 4 && asked.startsWith(name)) return 0.5;
  if (Math.abs(asked.length - name.length) > allowed) return null;
  const distance = editDistance(asked, name, allowed);
  return distance > allowed ? null : distance;
}

/** Levenshtein's distance; anything above `limit` once it cannot be met. */
function editDistance(a: string, b: string, limit: number): number {
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const substituted = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const cell = Math.min(substituted, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      current.push(cell);
      least = Math.min(least, cell);
    }
    if (least > limit) return least;
    previous = current;
  }
  return previous[b.length] ?? 0;
}
