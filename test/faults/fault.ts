export interface FaultOptions {
  /** Decides every random choice of ours; what processes make of it also depends on their timing. */
  readonly seed: number;
  /** As CI runs it: seconds instead of a minute or more. */
  readonly short: boolean;
  /** Takes out what is to be proven: the run then has to find violations. */
  readonly without: boolean;
  /** Told how far it is. */
  readonly progress: (line: string) => void;
}

/** What a run measured, and what it found broken. Printed as one line of JSON. */
export interface FaultFigures {
  readonly name: string;
  readonly seed: number;
  readonly violations: readonly string[];
}

/** A kind of fault, made on purpose under load. */
export interface Fault {
  /** Names the flag that takes out what is to be proven: `mend` for `--without-mend`. */
  readonly proves: string;
  run(options: FaultOptions): Promise<FaultFigures>;
}
