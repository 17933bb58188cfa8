/**
 * Work that is asked for more often than it needs to be done: at most one runs, and all who ask meanwhile wait for one more,
 * which begins after they asked.
 *
 * @param work is told whether somebody waits for the next
 */
export function coalesced<Result>(work: (isWaitedFor: () => boolean) => Promise<Result>): () => Promise<Result> {
  let running = false;
  let next: PromiseWithResolvers<Result> | undefined;

  function start(turn: PromiseWithResolvers<Result>): void {
    running = true;
    const end = () => {
      running = false;
      const following = next;
      next = undefined;
      if (following !== undefined) start(following);
    };
    work(() => next !== undefined).then(
      result => {
        end();
        turn.resolve(result);
      },
      error => {
        end();
        turn.reject(error);
      },
    );
  }

  return () => {
    if (running) {
      next ??= Promise.withResolvers<Result>();
      return next.promise;
    }
    const turn = Promise.withResolvers<Result>();
    start(turn);
    return turn.promise;
  };
}
