/** One result, as `npm run bench` prints it: a line of JSON. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What the value is held against: a peer and its value, or a limit. */
  readonly against?: string;
  /** How many times as good as what it is held against. */
  readonly ratio?: number;
}

/** Measures one thing; may give several figures, the first under its own name. */
export type Measurement = () => readonly Figure[] | Promise<readonly Figure[]>;

/** A group of measurements by name. */
export type Bench = Readonly<Record<string, Measurement>>;

/** Three significant digits. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

/** Shows people what was measured, on standard error. */
export function showTable(title: string, rows: readonly Readonly<Record<string, string | number>>[]): void {
  const columns = Object.keys(rows[0] ?? {});
  const lines = [columns, ...rows.map(row => columns.map(column => cell(row[column]!)))];
  const widths = columns.map((_, column) => Math.max(...lines.map(line => line[column]!.length)));
  const text = lines.map(line =>
    line.map((value, column) => (column === 0 ? value.padEnd(widths[0]!) : value.padStart(widths[column]!))).join('  '),
  );
  console.error([`\n${title}`, ...text].join('\n'));
}

function cell(value: string | number): string {
  return typeof value === 'string' ? value : value.toLocaleString('en-US', { maximumSignificantDigits: 4 });
}
