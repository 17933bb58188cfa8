/** Something that fails in several places at once, and is told of once: when it begins, and when it is over. */
export interface Outage {
  failed(place: string, error: unknown): void;
  works(place: string): void;
}

export function createOutage(began: (error: unknown) => void, ended: () => void): Outage {
  const failing = new Set<string>();
  return {
    failed(place, error) {
      if (failing.size === 0) began(error);
      failing.add(place);
    },
    works(place) {
      if (failing.delete(place) && failing.size === 0) ended();
    },
  };
}
