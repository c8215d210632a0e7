/** Scenarios as they stand in the address of the page, so that they can be sent to a colleague. */
import type { ScenarioChangeView } from '../../../src/contract/plan-scenarios.ts';
import { listedInAddress } from './listed-in-address.ts';

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

function isScenario(value: object): value is { name: string; changes: unknown[] } {
  return (
    'name' in value && 'changes' in value && typeof value.name === 'string' && Array.isArray(value.changes)
  );
}

export function readScenarios(text: string | undefined): readonly ScenarioDraft[] {
  return listedInAddress(text, MOST_SCENARIOS, isScenario).map(({ name, changes }) => ({
    name,
    changes: changes.filter(isChange),
  }));
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
