/** What was accepted but should be looked at. The order never depends on the order of the document. */
import type { FactsReader } from '../facts/facts-reader.ts';
import { type FactsTable, NOT_KNOWN } from '../facts/facts-table.ts';
import { isPositive } from '../numbers/fraction.ts';
import type { ScoreAssessment } from '../score/assess-score.ts';
import type { CompiledProgramme } from './compiled-programme.ts';
import type { Warning } from './evaluation-result.ts';

function unknownSkills(facts: FactsTable): readonly Warning[] {
  if (!facts.hasUnknownSkills) return [];
  const found: { readonly id: string; readonly person: string; readonly skill: string }[] = [];
  for (let person = 0; person < facts.personCount; person++) {
    for (let record = facts.recordStart[person]!; record < facts.recordStart[person + 1]!; record++) {
      if (facts.recordSkill[record]! >= 0 || facts.recordMarks[record]! & NOT_KNOWN) continue;
      const { id, skill } = facts.records[record]!;
      found.push({ id, person: facts.people[person]!.id, skill });
    }
  }
  return found
    .sort((left, right) => (left.id < right.id ? -1 : 1))
    .map(({ id, person, skill }) => ({ code: 'unknown-skill', record: id, person, skill }));
}

/** Points that stand on a base nobody reported: once for each metric of an option, whatever its levels. */
function assumedBases(
  { options }: CompiledProgramme,
  scores: readonly (ScoreAssessment | null)[],
): readonly Warning[] {
  const found = new Map<string, Warning>();
  scores.forEach((score, index) => {
    score?.metrics.forEach(({ base, low }, place) => {
      const compiled = score.leaf.metrics[place]!;
      if (base === null || base.have !== null || !isPositive(low) || compiled.kind !== 'units') return;
      const { competency, option } = options[index]!;
      const metric = { metric: compiled.rule.metric, base: compiled.rule.base!.metric };
      const warning: Warning = { code: 'base-taken-as-there', competency, option, ...metric };
      found.set(JSON.stringify(warning), warning);
    });
  });
  return [...found.values()];
}

export function collectWarnings(
  facts: FactsTable,
  reader: FactsReader,
  compiled: CompiledProgramme,
  scores: readonly (ScoreAssessment | null)[],
): readonly Warning[] {
  const fields = reader.unknownFields().map((path): Warning => ({ code: 'unknown-field', path }));
  return [...compiled.warnings, ...assumedBases(compiled, scores), ...fields, ...unknownSkills(facts)];
}
