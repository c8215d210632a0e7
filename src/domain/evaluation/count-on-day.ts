/** Counting on another day than the question's, by what is known in it: baselines and what was reached before. */
import type { FactsTable } from '../facts/facts-table.ts';
import { NOT_KNOWN } from '../facts/facts-table.ts';
import type { Day } from '../time/day.ts';
import { isSatisfied, skillsOf } from './compile-predicates.ts';
import type { CompiledProgramme } from './compiled-programme.ts';
import { COUNTS, judgePerson, judgeRecord, peopleOfIndividual } from './judge-record.ts';

/** How many individuals satisfy the predicate on the day. */
export function countOnDay(
  facts: FactsTable,
  compiled: CompiledProgramme,
  predicateNumber: number,
  day: Day,
): number {
  const then = { ...compiled, day };
  const predicate = compiled.predicates[predicateNumber]!;
  const named = new Set(skillsOf(predicate));
  const held = new Uint32Array(compiled.skills.length);
  let count = 0;
  for (let individual = 0; individual < facts.personCount; individual++) {
    if (facts.individualOf !== null && facts.individualOf[individual] !== individual) continue;
    const stamp = individual + 1;
    for (const person of peopleOfIndividual(facts, individual)) {
      if (judgePerson(facts, day, person) !== COUNTS) continue;
      for (let record = facts.recordStart[person]!; record < facts.recordStart[person + 1]!; record++) {
        const skill = facts.recordSkill[record]!;
        if (!named.has(skill) || held[skill] === stamp || facts.recordMarks[record]! & NOT_KNOWN) continue;
        if (judgeRecord(facts, then, person, record) === COUNTS) held[skill] = stamp;
      }
    }
    if (isSatisfied(predicate, held, stamp)) count++;
  }
  return count;
}
