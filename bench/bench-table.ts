/** Times of repeated work, and tables that can be pasted into docs/reference/performance.md. */
export async function timesOf(
  rounds: number,
  work: (round: number) => Promise<unknown> | unknown,
): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now();
    await work(round);
    times.push(performance.now() - begun);
  }
  return times.sort((left, right) => left - right);
}

export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function printTable(
  columns: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): void {
  const text = (cell: string | number) => (typeof cell === 'number' ? cell.toFixed(cell < 10 ? 2 : 0) : cell);
  console.log(`| ${columns.join(' | ')} |`);
  console.log(`|${'---|'.repeat(columns.length)}`);
  for (const row of rows) console.log(`| ${row.map(text).join(' | ')} |`);
}
