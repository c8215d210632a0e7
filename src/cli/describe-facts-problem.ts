/** One line for a facts document that cannot be read: which field, what is wrong, what was expected. */
import type { FactsProblem, InvalidFacts } from '../domain/facts/facts-problem.ts';

const PROBLEMS: Readonly<Record<FactsProblem, string>> = {
  missing: 'is missing',
  'wrong-type': 'has the wrong type',
  'impossible-date': 'is not an existing date',
  'until-before-from': 'lies before the start of its interval',
  'unknown-value': 'is not a known value',
  'out-of-range': 'is out of range',
  'duplicate-id': 'is used twice',
  'merge-cycle': 'closes a circle of merged accounts',
};

const LONGEST_VALUE = 60;

function shown(value: unknown): string {
  // JSON has no word for a number that is too great.
  const isTooGreat = typeof value === 'number' && !Number.isFinite(value);
  const text = (isTooGreat ? undefined : JSON.stringify(value)) ?? String(value);
  return text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE)}…`;
}

export function describeFactsProblem({ path, problem, value, expected }: InvalidFacts): string {
  const field = path === '' ? 'the document' : path;
  const found = problem === 'missing' ? field : `${field}: ${shown(value)}`;
  return `${found} ${PROBLEMS[problem]} (expected ${expected})`;
}
