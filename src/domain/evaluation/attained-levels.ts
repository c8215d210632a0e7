/** The highest level of each competency: met by an option, or held by an exemption in force. */
import { holdsOn } from '../facts/exemption-days.ts';
import type { FactsTable } from '../facts/facts-table.ts';
import type { CompiledProgramme } from './compiled-programme.ts';
import type { AttainedLevel } from './evaluation-result.ts';
import { MET, type OutcomeNumber } from './outcomes.ts';

interface Highest {
  level: string;
  rank: number;
  exempt: boolean;
}

function addExemptions(
  highest: Map<string, Highest>,
  facts: FactsTable,
  { programme, day, scope }: CompiledProgramme,
): void {
  for (const exemption of facts.document.exemptions ?? []) {
    const { competency, level } = exemption;
    if (scope.competency !== null && scope.competency !== competency) continue;
    if (scope.level !== null && scope.level !== level) continue;
    if (!holdsOn(exemption, day)) continue;
    const rank = programme.levels.find(({ id }) => id === level)!.rank;
    const met = highest.get(competency);
    if (met === undefined || rank > met.rank) highest.set(competency, { level, rank, exempt: true });
  }
}

/** In catalogue order. `outcomes` are those of the compiled options, in their order. */
export function attainedLevels(
  facts: FactsTable,
  compiled: CompiledProgramme,
  outcomes: ArrayLike<OutcomeNumber>,
): readonly AttainedLevel[] {
  const highest = new Map<string, Highest>();
  compiled.options.forEach(({ competency, level, rank, asked }, index) => {
    if (outcomes[index] !== MET || !asked) return;
    const known = highest.get(competency);
    if (known === undefined || rank > known.rank) highest.set(competency, { level, rank, exempt: false });
  });
  addExemptions(highest, facts, compiled);
  if (highest.size === 0) return [];
  return compiled.programme.competencies.flatMap(({ id }): readonly AttainedLevel[] => {
    const found = highest.get(id);
    if (found === undefined) return [];
    const attained = { competency: id, level: found.level };
    return [found.exempt ? { ...attained, exempt: true } : attained];
  });
}
