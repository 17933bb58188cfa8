/** Takes one line, without its line break. */
export type LogSink = (line: string) => void;

// Lambda's own console prefixes lines, and then CloudWatch finds no metrics in them: write to the stream.
let sink: LogSink = line => {
  process.stdout.write(`${line}\n`);
};

/** Sends this process's log lines elsewhere (the local runner, tests, benchmarks); returns the sink until now. */
export function logTo(next: LogSink): LogSink {
  const previous = sink;
  sink = next;
  return previous;
}

export function writeLog(line: string): void {
  sink(line);
}
