/** The numbers of a generated table, row after row; short rows are filled up with zeros to `columns`. */
export function seriesNumbers(text: string, columns: number): Float64Array {
  const rows = text.trim().split('\n');
  const numbers = new Float64Array(rows.length * columns);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!.split(' ');
    for (let j = 0; j < row.length; j++) numbers[i * columns + j] = Number(row[j]);
  }
  return numbers;
}

/** Value of a polynomial whose coefficients are given from the constant upwards. */
export function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) value = value * x + coefficients[i]!;
  return value;
}
