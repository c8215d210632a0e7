/** Three-valued outcomes as numbers: `all-of` is the smallest, `any-of` the greatest. */
import type { Outcome } from './evaluation-result.ts';

export const UNMET = 0;
export const UNDETERMINED = 1;
export const MET = 2;

export type OutcomeNumber = typeof UNMET | typeof UNDETERMINED | typeof MET;

export const OUTCOMES: readonly [Outcome, Outcome, Outcome] = ['unmet', 'undetermined', 'met'];

/** Of no outcomes: met, as nothing is asked. */
export function lowestOutcome(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes('unmet')) return 'unmet';
  return outcomes.includes('undetermined') ? 'undetermined' : 'met';
}

/** Of no outcomes: unmet, as there is no way to satisfy it. */
export function highestOutcome(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes('met')) return 'met';
  return outcomes.includes('undetermined') ? 'undetermined' : 'unmet';
}

/** The answer when both cases are possible: their common outcome, else it depends on what is unknown. */
export function inEitherCase<T extends Outcome | OutcomeNumber>(left: T, right: T, undetermined: T): T {
  return left === right ? left : undetermined;
}
