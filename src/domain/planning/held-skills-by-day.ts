/** What individuals hold on the day of a plan, what they would have to renew, and who of them a plan may train. */
import type { CompiledProgramme } from '../evaluation/compiled-programme.ts';
import {
  COUNTS,
  judgePerson,
  judgeRecord,
  lastValidDay,
  peopleOfIndividual,
  REASON,
} from '../evaluation/judge-record.ts';
import { type FactsTable, NOT_KNOWN } from '../facts/facts-table.ts';

export interface HeldSkills {
  /** Skills that count on the day and the day after. */
  readonly held: ReadonlySet<number>;
  /** Skills that were held and have expired, or do on the day: they are had again by a renewal. */
  readonly expired: ReadonlySet<number>;
}

export function heldOn(
  facts: FactsTable,
  compiled: CompiledProgramme,
  individual: number,
  relevant: ReadonlySet<number>,
): HeldSkills {
  const held = new Set<number>();
  const expired = new Set<number>();
  for (const person of peopleOfIndividual(facts, individual)) {
    for (let record = facts.recordStart[person]!; record < facts.recordStart[person + 1]!; record++) {
      const skill = facts.recordSkill[record]!;
      if (!relevant.has(skill) || facts.recordMarks[record]! & NOT_KNOWN) continue;
      const reason = judgeRecord(facts, compiled, person, record);
      const ends = lastValidDay(facts, compiled, record) <= compiled.day;
      if (reason === COUNTS && !ends) held.add(skill);
      else if (reason === REASON.expired || reason === COUNTS) expired.add(skill);
    }
  }
  for (const skill of held) expired.delete(skill);
  return { held, expired };
}

/** Users of the individual who are employed on the day, by ascending id. */
export function employedUsers(
  facts: FactsTable,
  { day }: CompiledProgramme,
  individual: number,
): readonly number[] {
  return peopleOfIndividual(facts, individual)
    .filter((person) => judgePerson(facts, day, person) === COUNTS)
    .sort((left, right) => (facts.people[left]!.id < facts.people[right]!.id ? -1 : 1));
}
