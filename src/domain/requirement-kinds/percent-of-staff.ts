/**
 * A share of the people employed on the day, rounded up and never more than a cap, must satisfy a predicate. The
 * people are counted and not used up: they may fill seats of other requirements besides.
 */
import type { PercentOfStaffRequirement } from '../catalogue/catalogue.ts';
import { skillsOfPredicate } from '../catalogue/skills-of-predicate.ts';
import type { PercentOfStaffLeaf } from '../evaluation/compiled-programme.ts';
import type { PercentOfStaffNode } from '../evaluation/evaluation-result.ts';
import { COUNTS, judgePerson, peopleOfIndividual } from '../evaluation/judge-record.ts';
import type { FactsTable } from '../facts/facts-table.ts';
import type { Day } from '../time/day.ts';
import type { RequirementKindRules } from './requirement-kind.ts';

/** Individuals employed on the day, whatever the number of their user accounts. */
export function countStaff(facts: FactsTable, day: Day): number {
  let staff = 0;
  for (let person = 0; person < facts.personCount; person++) {
    if ((facts.individualOf?.[person] ?? person) !== person) continue;
    if (peopleOfIndividual(facts, person).some((member) => judgePerson(facts, day, member) === COUNTS)) {
      staff++;
    }
  }
  return staff;
}

/** At least one: nobody employed does not mean that everybody is qualified. */
export function peopleNeeded({ percent, atMost }: PercentOfStaffRequirement, staff: number): number {
  // A percentage with decimals is scaled to a whole number first, so that the division rounds up exactly.
  const decimals = String(percent).split('.')[1]?.length ?? 0;
  const scale = 10 ** decimals;
  const share = Math.floor((Math.round(percent * scale) * staff + 100 * scale - 1) / (100 * scale));
  return Math.max(1, Math.min(share, atMost ?? share));
}

export const percentOfStaff: RequirementKindRules<PercentOfStaffRequirement, PercentOfStaffNode> = {
  skills: (requirement) => skillsOfPredicate(requirement.holds),
  leaves: (requirement) => [requirement],
  alternatives: (requirement) => [[requirement]],

  explain(requirement, explanation) {
    const leaf = explanation.leaf(requirement) as PercentOfStaffLeaf;
    const staff = countStaff(explanation.facts, explanation.day);
    const need = peopleNeeded(requirement, staff);
    const eligible = explanation.satisfying(leaf.base);
    const counted = eligible.slice(0, need);
    const predicate = explanation.predicate(leaf.base);
    return {
      kind: 'percent-of-staff',
      outcome: counted.length === need ? 'met' : 'unmet',
      percent: requirement.percent,
      atMost: requirement.atMost,
      staff,
      need,
      have: counted.length,
      eligible: eligible.length,
      seats: counted.map((person) => explanation.seat(person, predicate)),
      spare: explanation.ids(eligible.slice(need)),
      shortfall: need - counted.length,
    };
  },
};
