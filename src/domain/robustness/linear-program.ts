/**
 * Maximises `gains · x` for `x ≥ 0` with `rows · x ≤ 1` in every row: the simplex method on a dense tableau. The
 * programs are small (a row for each kind of people) and their coefficients are −1, 0 and 1, so that plain numbers
 * are exact enough to round to the next integer bound.
 */

export interface LinearOptimum {
  readonly value: number;
  /** What one more unit of each row would be worth: the solution of the dual program. */
  readonly prices: readonly number[];
}

const EPSILON = 1e-9;

/** The first column that gains, after Bland: never in a circle. */
function entering(objective: readonly number[], columns: number): number {
  for (let column = 0; column < columns; column++) if (objective[column]! > EPSILON) return column;
  return -1;
}

/** The row that limits the column most; among equals the one whose variable comes first. */
function leaving(tableau: readonly (readonly number[])[], basis: readonly number[], column: number): number {
  let found = -1;
  let least = Number.POSITIVE_INFINITY;
  tableau.forEach((row, index) => {
    const slope = row[column]!;
    if (slope <= EPSILON) return;
    const ratio = row.at(-1)! / slope;
    if (ratio > least + EPSILON || (ratio > least - EPSILON && basis[index]! > basis[found]!)) return;
    least = Math.min(least, ratio);
    found = index;
  });
  return found;
}

function subtract(row: number[], pivot: readonly number[], factor: number): void {
  if (factor === 0) return;
  for (let column = 0; column < row.length; column++) row[column]! -= factor * pivot[column]!;
}

/** `null` when the gain has no limit. */
export function maximise(
  gains: readonly number[],
  rows: readonly (readonly number[])[],
): LinearOptimum | null {
  const variables = gains.length;
  const columns = variables + rows.length;
  const tableau = rows.map((row, index) => [...row, ...rows.map((_, slack) => (slack === index ? 1 : 0)), 1]);
  const objective = [...gains, ...rows.map(() => 0), 0];
  const basis = rows.map((_, index) => variables + index);
  for (let column = entering(objective, columns); column >= 0; column = entering(objective, columns)) {
    const row = leaving(tableau, basis, column);
    if (row < 0) return null;
    const pivot = tableau[row]!;
    const scale = pivot[column]!;
    for (let index = 0; index < pivot.length; index++) pivot[index]! /= scale;
    tableau.forEach((other, index) => {
      if (index !== row) subtract(other, pivot, other[column]!);
    });
    subtract(objective, pivot, objective[column]!);
    basis[row] = column;
  }
  return { value: -objective.at(-1)!, prices: rows.map((_, slack) => -objective[variables + slack]!) };
}
