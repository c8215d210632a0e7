/** Which options of a question a partner is asked for: where tracks are assigned, only those of its own. */
import type { FactsTable } from '../facts/facts-table.ts';
import type { CompiledOption, CompiledProgramme, NamingOption } from './compiled-programme.ts';

export function isForPartner({ assigned, track }: CompiledOption, facts: FactsTable): boolean {
  return !assigned || track === facts.track;
}

/** Options naming a skill, without those of tracks that are not the partner's. */
export function namingOptions(
  compiled: CompiledProgramme,
  skill: number,
  facts: FactsTable,
): readonly NamingOption[] {
  const naming = compiled.namedBy[skill] ?? [];
  if (!compiled.assignsTracks) return naming;
  return naming.filter(({ track }) => track === null || track === facts.track);
}
