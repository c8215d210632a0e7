/** Scenarios as they stand in the address of the page, so that they can be sent to a colleague. */
import type { ScenarioChangeView } from '../../../src/contract/plan-scenarios.ts';

export interface ScenarioDraft {
  readonly name: string;
  readonly changes: readonly ScenarioChangeView[];
}

export const MOST_SCENARIOS = 4;

const KINDS: readonly ScenarioChangeView['kind'][] = [
  'leaves',
  'joins',
  'passes',
  'skill-retires',
  'rules-of',
  'metric',
];

function isChange(value: unknown): value is ScenarioChangeView {
  return (
    typeof value === 'object' &&
    value !== null &&
    KINDS.some((kind) => 'kind' in value && value.kind === kind)
  );
}

function isScenario(value: unknown): value is { name: string; changes: unknown[] } {
  if (typeof value !== 'object' || value === null || !('name' in value) || !('changes' in value))
    return false;
  return typeof value.name === 'string' && Array.isArray(value.changes);
}

/** What cannot be read is left out; whether a change makes sense is for the server to say. */
export function readScenarios(text: string | undefined): readonly ScenarioDraft[] {
  if (text === undefined) return [];
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return [];
  }
  if (!Array.isArray(read)) return [];
  return read
    .filter(isScenario)
    .slice(0, MOST_SCENARIOS)
    .map(({ name, changes }) => ({ name, changes: changes.filter(isChange) }));
}

export function printScenarios(scenarios: readonly ScenarioDraft[]): string | undefined {
  return scenarios.length === 0 ? undefined : JSON.stringify(scenarios);
}

/** The id of a person who is supposed to join: his or her name as an address writes it. */
export function joiningId(name: string, number: number): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 30);
  return `joins:${plain}-${number}`;
}
