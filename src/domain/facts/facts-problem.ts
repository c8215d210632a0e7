/** Why a facts document cannot be read. Text is rendered elsewhere; `path` names the field. */
export type FactsProblem =
  | 'missing'
  | 'wrong-type'
  | 'impossible-date'
  | 'until-before-from'
  | 'unknown-value'
  | 'out-of-range'
  | 'duplicate-id'
  | 'merge-cycle';

export interface InvalidFacts {
  readonly kind: 'invalid-facts';
  /** For instance `people[0].records[2].achievedOn`; empty for the document itself. */
  readonly path: string;
  readonly problem: FactsProblem;
  /** The value found, as JSON would give it. */
  readonly value: unknown;
  /** What would have been accepted, in the terms of the format: `string`, `YYYY-MM-DD`, `developed | developing`. */
  readonly expected: string;
}
